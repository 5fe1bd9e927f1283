import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import type { HandOverRegister } from "../../application/hand-over-register.ts";
import type { HandOverState, HandOverStep } from "../../application/hand-over-step.ts";
import type { Outstanding } from "../../application/outstanding.ts";
import { daysBetween } from "../../domain/iso-date.ts";
import type { Reference } from "../../domain/reference.ts";
import { handover, idle } from "../../texts/nl/handover.ts";
import { missing, outstanding as texts } from "../../texts/nl/outstanding.ts";
import { common } from "../../texts/nl/screens.ts";
import { HandOver } from "../handover/hand-over.tsx";
import { WithoutWords } from "../handover/without-words.tsx";
import { Confirm } from "../parts/confirm.tsx";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";
import { useStore } from "../parts/use-store.ts";

interface Props {
  readonly outstanding: Outstanding;
  readonly register: HandOverRegister;
  readonly step: HandOverStep;
  /** Begins the referral again in the message that is open; `null` where that cannot be. */
  readonly onReplace: ((reference: Reference) => void) | null;
}

/** The hand-over of an earlier referral, the same as on the day that it was made; or what to do without its password. */
export function OutstandingStep({ outstanding, register, step, onReplace }: Props) {
  const state = useStore(step);
  const { reference, recipient, sealedOn } = step.subject.entry;
  const isDone = state.form.done !== null;
  return (
    <Screen title={handover.title}>
      <p className="note">{texts.about(reference, recipient, daysBetween(sealedOn, outstanding.today()))}</p>
      {state.words.kind === "here" ? (
        <>
          <p>{handover.why}</p>
          {isDone || state.keeping.kind !== "kept" ? null : (
            <p>
              {texts.noAnswer} {texts.here(state.keeping.until)}
            </p>
          )}
        </>
      ) : null}
      <HandOver
        step={step}
        register={register}
        today={outstanding.today()}
        displayPhone={(number) => outstanding.displayPhone(number)}
        isBeforeSending={false}
        withoutWords={<NoWords step={step} state={state} onReplace={onReplace} />}
      />
      {isDone ? null : (
        <section className="section">
          <h2>{texts.notSentTitle}</h2>
          <p>{texts.notSentHow}</p>
          <Confirm
            ask={texts.notSent}
            question={texts.notSentSure(state.words.kind === "here")}
            yes={texts.notSentYes}
            no={common.no}
            onYes={() => run(outstanding.notSent(reference))}
          />
        </section>
      )}
      <div className="buttons">
        <DefaultButton onClick={() => run(outstanding.show())}>{texts.backToList}</DefaultButton>
      </div>
    </Screen>
  );
}

interface NoWordsProps extends Pick<Props, "step" | "onReplace"> {
  readonly state: HandOverState;
}

function NoWords({ step, state: { words, form, keeping }, onReplace }: NoWordsProps) {
  const isKept = keeping.kind === "kept";
  if (words.kind === "wiped") {
    const how = form.done !== null ? "done" : isKept ? "kept" : "lost";
    return (
      <WithoutWords title={idle.title} text={[idle.why, idle.now[how]]} takesFocus>
        {how === "kept" ? (
          <div className="buttons">
            <PrimaryButton onClick={() => run(step.recall())}>{idle.recall}</PrimaryButton>
          </div>
        ) : null}
      </WithoutWords>
    );
  }
  if (words.kind === "here" || form.done !== null) return null;
  const { title, text } = missing[words.why];
  const { reference } = step.subject.entry;
  return (
    <WithoutWords title={title} text={[text, texts.maybeDone, texts.replaceHow]} takesFocus={false}>
      {onReplace === null ? (
        <p>{texts.replaceElsewhere}</p>
      ) : (
        <div className="buttons">
          <DefaultButton onClick={() => onReplace(reference)}>{texts.replace}</DefaultButton>
        </div>
      )}
    </WithoutWords>
  );
}
