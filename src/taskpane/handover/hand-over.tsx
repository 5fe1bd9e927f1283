import type { ReactNode } from "react";
import type { HandOverRegister } from "../../application/hand-over-register.ts";
import type { HandOverStep } from "../../application/hand-over-step.ts";
import type { IsoDate } from "../../domain/iso-date.ts";
import type { Passphrase } from "../../password/passphrase.ts";
import { handover, idle } from "../../texts/nl/handover.ts";
import { useFocusKept } from "../parts/use-focus-kept.ts";
import { useStore } from "../parts/use-store.ts";
import { ControlCode } from "./control-code.tsx";
import { HandedOver } from "./handed-over.tsx";
import { goToKeepHere, KeepHere } from "./keep-here.tsx";
import { TeamsChat } from "./teams-chat.tsx";
import { TextMessage } from "./text-message.tsx";
import { useIdle } from "./use-idle.ts";
import { WhomToCall } from "./whom-to-call.tsx";
import { WORDS_TITLE, Words } from "./words.tsx";

interface Props {
  readonly step: HandOverStep;
  readonly register: HandOverRegister;
  readonly today: IsoDate;
  readonly displayPhone: (e164: string) => string;
  /** What stands in the place of the words when the page does not have them. */
  readonly withoutWords: ReactNode;
}

/** All of the hand-over (R18): whom to call, what to say, the words, the check, what is noted of it, and when it fails. */
export function HandOver({ step, register, today, displayPhone, withoutWords }: Props) {
  const { words, form, keeping, wipesSoon } = useStore(step);
  useIdle(step);
  useFocusKept(WORDS_TITLE, words.kind);
  return (
    <>
      {words.kind === "here" ? (
        <Ways
          step={step}
          password={words.password}
          today={today}
          displayPhone={displayPhone}
          onNoAnswer={form.done === null ? goToKeepHere : null}
        />
      ) : (
        withoutWords
      )}
      <HandedOver step={step} register={register} />
      {(words.kind === "here" && form.done === null) || keeping.kind === "not-erased" ? <KeepHere step={step} /> : null}
      <div role="alert">{wipesSoon ? <p className="idle-warning">{idle.soon}</p> : null}</div>
    </>
  );
}

interface WaysProps extends Pick<Props, "step" | "today" | "displayPhone"> {
  readonly password: Passphrase;
  readonly onNoAnswer: (() => void) | null;
}

function Ways({ step: { subject }, password, today, displayPhone, onNoAnswer }: WaysProps) {
  const { entry, recipient, controlCode } = subject;
  const { name, mobile, teams } = recipient;
  return (
    <>
      <WhomToCall recipient={recipient} today={today} displayPhone={displayPhone} onNoAnswer={onNoAnswer} />
      <section className="section">
        <h2>{handover.scriptTitle}</h2>
        <ol>
          {handover.script(name, entry.reference).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </section>
      <Words password={password} />
      {mobile === null ? null : (
        <TextMessage subject={subject} mobile={mobile} password={password} today={today} displayPhone={displayPhone} />
      )}
      {teams === null ? null : <TeamsChat name={name} address={teams} />}
      {controlCode === null ? null : <ControlCode code={controlCode} reference={entry.reference} />}
    </>
  );
}
