import { DefaultButton } from "@fluentui/react/lib/Button";
import { type ReactNode, useState } from "react";
import type { HandOverRegister } from "../../application/hand-over-register.ts";
import type { HandOverStep } from "../../application/hand-over-step.ts";
import type { IsoDate } from "../../domain/iso-date.ts";
import type { Reference } from "../../domain/reference.ts";
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
  /** Whether keeping is offered: the message is not sent yet. */
  readonly isBeforeSending: boolean;
}

/** All of the hand-over (R18): whom to call, what to say, the words, the check, what is noted of it, and when it fails. */
export function HandOver({ step, register, today, displayPhone, withoutWords, isBeforeSending }: Props) {
  const { words, form, keeping, wipesSoon } = useStore(step);
  useIdle(step);
  useFocusKept(WORDS_TITLE, words.kind);
  useFocusKept(WORDS_TITLE, wipesSoon);
  const canKeep = isBeforeSending && words.kind === "here" && form.done === null;
  return (
    <>
      {words.kind === "here" ? (
        <Ways
          step={step}
          password={words.password}
          today={today}
          displayPhone={displayPhone}
          onNoAnswer={canKeep ? goToKeepHere : null}
        />
      ) : (
        withoutWords
      )}
      <HandedOver step={step} register={register} />
      {canKeep || keeping.kind === "not-erased" ? <KeepHere step={step} /> : null}
      <div role="alert">
        {wipesSoon ? (
          <div className="idle-warning">
            <p>{keeping.kind === "kept" ? idle.soon.kept : idle.soon.lost}</p>
            <DefaultButton onClick={() => step.touch()}>{idle.stay}</DefaultButton>
          </div>
        ) : null}
      </div>
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
  /** How often the words were hidden; the QR code is hidden with them. */
  const [hidden, setHidden] = useState(0);
  return (
    <>
      <WhomToCall recipient={recipient} today={today} displayPhone={displayPhone} onNoAnswer={onNoAnswer} />
      <section className="section">
        <h2>{handover.scriptTitle}</h2>
        <ol>
          {handover.script(name, entry.reference).map((line) => (
            <li key={line}>{unbroken(line, entry.reference)}</li>
          ))}
        </ol>
      </section>
      <Words password={password} onHide={() => setHidden(hidden + 1)} />
      {mobile === null ? null : (
        <TextMessage
          key={hidden}
          subject={subject}
          mobile={mobile}
          password={password}
          today={today}
          displayPhone={displayPhone}
        />
      )}
      {teams === null ? null : <TeamsChat name={name} address={teams} />}
      {controlCode === null ? null : <ControlCode code={controlCode} reference={entry.reference} />}
    </>
  );
}

/** The line with its reference in one piece, as it is read aloud. */
function unbroken(line: string, reference: Reference): ReactNode {
  const [before = "", after] = line.split(reference);
  if (after === undefined) return line;
  return (
    <>
      {before}
      <span className="unbroken">{reference}</span>
      {after}
    </>
  );
}
