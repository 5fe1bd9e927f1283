import { Link } from "@fluentui/react/lib/Link";
import type { ReferralSession } from "../../application/referral-session.ts";
import type { SessionState } from "../../application/session-state.ts";
import type { Referral } from "../../domain/referral.ts";
import type { Seal } from "../../domain/seal.ts";
import type { Passphrase } from "../../password/passphrase.ts";
import { handover } from "../../texts/nl/handover.ts";
import { common } from "../../texts/nl/screens.ts";
import { ControlCode } from "../handover/control-code.tsx";
import { HandedOver } from "../handover/handed-over.tsx";
import { OtherWays } from "../handover/other-ways.tsx";
import { WhomToCall } from "../handover/whom-to-call.tsx";
import { Words } from "../handover/words.tsx";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";

interface Props {
  readonly session: ReferralSession;
  readonly state: SessionState;
  readonly referral: Referral;
  readonly seal: Seal;
  readonly password: Passphrase;
}

/** The password over another channel (R18): whom to call, what to say, the words one by one, and the check afterwards. */
export function HandoverScreen({ session, state, referral, seal, password }: Props) {
  const { recipient } = referral.protocol;
  return (
    <Screen title={handover.title} progress={common.step(4, 4)}>
      <p className="note">{handover.ready(recipient.name)}</p>
      <p>{handover.why}</p>
      <WhomToCall
        recipient={recipient}
        today={session.today()}
        displayPhone={(number) => session.displayPhone(number)}
      />
      <section className="section">
        <h2>{handover.scriptTitle}</h2>
        <ol>
          {handover.script(recipient.name, referral.reference).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </section>
      <Words password={password} />
      <OtherWays recipient={recipient} />
      <ControlCode archive={seal.archive} />
      <HandedOver session={session} state={state} />
      <section className="section">
        <h2>{handover.send}</h2>
        <p>{handover.sendHow}</p>
        <Link as="button" onClick={() => run(session.unseal())}>
          {handover.unseal}
        </Link>
        <p>{handover.unsealHow}</p>
      </section>
    </Screen>
  );
}
