import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { Checkbox } from "@fluentui/react/lib/Checkbox";
import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import type { ReferralSession } from "../../application/referral-session.ts";
import type { Referral } from "../../domain/referral.ts";
import { dayText } from "../../texts/nl/dates.ts";
import { common, handover } from "../../texts/nl/screens.ts";
import { spelled } from "../../texts/nl/spelling.ts";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";

interface Props {
  readonly session: ReferralSession;
  readonly referral: Referral;
  readonly password: string;
}

/** The password over another channel (R18): whom to call, what to say, the words one by one. */
export function HandoverScreen({ session, referral, password }: Props) {
  const { recipient } = referral.protocol;
  const [shown, setShown] = useState(false);
  const [spelling, setSpelling] = useState(false);
  return (
    <Screen title={handover.title} progress={common.step(4, 4)}>
      <p className="note">{handover.ready(recipient.name)}</p>
      <p>{handover.why}</p>
      <section className="section">
        <h2>{handover.callTitle}</h2>
        {recipient.phone === null ? (
          <p>{handover.noPhone(recipient.name)}</p>
        ) : (
          <>
            <p className="phone">{session.displayPhone(recipient.phone.number)}</p>
            <p>{handover.checkedOn(dayText(recipient.phone.checkedOn))}</p>
          </>
        )}
      </section>
      <section className="section">
        <h2>{handover.scriptTitle}</h2>
        <ol>
          {handover.script(recipient.name, referral.reference).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </section>
      <section className="section">
        <h2>{handover.wordsTitle}</h2>
        <div className="buttons">
          {shown ? (
            <DefaultButton onClick={() => setShown(false)}>{handover.hide}</DefaultButton>
          ) : (
            <PrimaryButton onClick={() => setShown(true)}>{handover.show}</PrimaryButton>
          )}
        </div>
        {shown ? <Words words={password.split("-")} spelling={spelling} /> : null}
        {shown ? (
          <Link as="button" aria-expanded={spelling} onClick={() => setSpelling(!spelling)}>
            {spelling ? handover.noSpell : handover.spell}
          </Link>
        ) : null}
      </section>
      <section className="section">
        <h2>{handover.send}</h2>
        <p>{handover.sendHow}</p>
        <Link as="button" onClick={() => run(session.unseal())}>
          {handover.unseal}
        </Link>
      </section>
    </Screen>
  );
}

function Words({ words, spelling }: { readonly words: readonly string[]; readonly spelling: boolean }) {
  return (
    <ol className="words">
      {words.map((word, index) => (
        <li key={word}>
          <Checkbox
            ariaLabel={handover.repeated(index + 1)}
            onRenderLabel={() => (
              <span className="word">
                {index + 1}. {word}
              </span>
            )}
          />
          {spelling ? <p className="spelled">{spelled(word)}</p> : null}
        </li>
      ))}
    </ol>
  );
}
