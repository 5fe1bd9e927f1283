import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import type { HandOverRegister } from "../../application/hand-over-register.ts";
import type { HandOverState, HandOverStep } from "../../application/hand-over-step.ts";
import type { ReferralSession } from "../../application/referral-session.ts";
import { handover, idle, send } from "../../texts/nl/handover.ts";
import { common } from "../../texts/nl/screens.ts";
import { HandOver } from "../handover/hand-over.tsx";
import { WithoutWords } from "../handover/without-words.tsx";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";
import { useStore } from "../parts/use-store.ts";

interface Props {
  readonly session: ReferralSession;
  readonly step: HandOverStep;
  readonly register: HandOverRegister;
}

/** The password over another channel (R18), with the message ready beside it. */
export function HandoverScreen({ session, step, register }: Props) {
  const state = useStore(step);
  return (
    <Screen title={handover.title} progress={common.step(4, 4)}>
      <p className="note">{handover.ready(step.subject.recipient.name)}</p>
      <p>{handover.why}</p>
      <HandOver
        step={step}
        register={register}
        today={session.today()}
        displayPhone={(number) => session.displayPhone(number)}
        withoutWords={<Wiped step={step} state={state} remake={() => run(session.unseal())} />}
      />
      <Send state={state} change={() => run(session.unseal())} />
    </Screen>
  );
}

interface WipedProps {
  readonly step: HandOverStep;
  readonly state: HandOverState;
  readonly remake: () => void;
}

/** Nobody touched the pane, or what the device kept is gone: the words come back from the device, or are made anew. */
function Wiped({ step, state: { form, keeping }, remake }: WipedProps) {
  const isKept = keeping.kind === "kept";
  const how = form.done !== null ? "done" : isKept ? "kept" : "lost";
  return (
    <WithoutWords title={idle.title} text={[idle.why, idle.now[how]]} takesFocus>
      {how === "kept" ? (
        <div className="buttons">
          <PrimaryButton onClick={() => run(step.recall())}>{idle.recall}</PrimaryButton>
        </div>
      ) : null}
      {how === "lost" ? (
        <div className="buttons">
          <DefaultButton onClick={remake}>{idle.remake}</DefaultButton>
        </div>
      ) : null}
    </WithoutWords>
  );
}

/** Whether the message may go: somebody must have the password, or be able to find it again. */
function Send({ state, change }: { readonly state: HandOverState; readonly change: () => void }) {
  const { title, text } = send[readiness(state)];
  return (
    <section className="section">
      <div role="status">
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <Link as="button" onClick={change}>
        {send.unseal}
      </Link>
      <p>{send.unsealHow}</p>
    </section>
  );
}

function readiness({ words, form, keeping }: HandOverState): "done" | "kept" | "first" | "lost" {
  if (form.done !== null) return "done";
  if (keeping.kind === "kept") return "kept";
  return words.kind === "here" ? "first" : "lost";
}
