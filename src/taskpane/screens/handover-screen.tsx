import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import type { HandOverRegister } from "../../application/hand-over-register.ts";
import type { HandOverState, HandOverStep } from "../../application/hand-over-step.ts";
import type { Failed } from "../../application/prepare-referral.ts";
import type { ReferralSession } from "../../application/referral-session.ts";
import { handover, idle, send } from "../../texts/nl/handover.ts";
import { common } from "../../texts/nl/screens.ts";
import { HandOver } from "../handover/hand-over.tsx";
import { WithoutWords } from "../handover/without-words.tsx";
import { Confirm } from "../parts/confirm.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";
import { useStore } from "../parts/use-store.ts";

interface Props {
  readonly session: ReferralSession;
  readonly step: HandOverStep;
  readonly register: HandOverRegister;
  /** Why the message could not be taken back. */
  readonly failed: Failed | null;
}

/** The password over another channel (R18), with the message ready beside it. */
export function HandoverScreen({ session, step, register, failed }: Props) {
  const state = useStore(step);
  return (
    <Screen title={handover.title} progress={common.step(4, 4)}>
      {failed === null ? null : <FailureNote failed={failed} />}
      <p className="note">{handover.ready(step.subject.recipient.name)}</p>
      <p>{handover.why}</p>
      <HandOver
        step={step}
        register={register}
        today={session.today()}
        displayPhone={(number) => session.displayPhone(number)}
        isBeforeSending
        withoutWords={<Wiped step={step} state={state} remake={() => run(session.unseal())} />}
      />
      <Send state={state} failed={failed} change={() => run(session.unseal())} />
    </Screen>
  );
}

interface WipedProps {
  readonly step: HandOverStep;
  readonly state: HandOverState;
  readonly remake: () => void;
}

/** Nobody touched the pane, or what the device kept is gone: the words come back from the device, or are made anew. */
function Wiped({ step, state: { words, form, keeping }, remake }: WipedProps) {
  const isKept = words.kind === "wiped" && keeping.kind === "kept";
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

interface SendProps {
  readonly state: HandOverState;
  readonly failed: Failed | null;
  readonly change: () => void;
}

/** Whether the message may go: somebody must have the password, or be able to find it again. */
function Send({ state, failed, change }: SendProps) {
  const { title, text } = send[readiness(state, failed)];
  return (
    <section className="section">
      <div role="status">
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      {state.form.done === null ? (
        <Link as="button" onClick={change}>
          {send.unseal}
        </Link>
      ) : (
        <Confirm ask={send.unseal} question={send.unsealSure} yes={send.unsealYes} no={common.no} onYes={change} />
      )}
      <p>{send.unsealHow}</p>
    </section>
  );
}

function readiness({ words, form, keeping }: HandOverState, failed: Failed | null): Readiness {
  if (failed !== null) return "halfTaken";
  if (form.done !== null) return "done";
  if (words.kind === "missing") return "lost";
  if (keeping.kind === "kept") return "kept";
  return words.kind === "here" ? "first" : "lost";
}

type Readiness = "halfTaken" | "done" | "kept" | "first" | "lost";
