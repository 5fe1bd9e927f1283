import { DefaultButton } from "@fluentui/react/lib/Button";
import { Checkbox } from "@fluentui/react/lib/Checkbox";
import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import type { ReferralSession } from "../../application/referral-session.ts";
import type { Referral } from "../../domain/referral.ts";
import { type Passphrase, passphraseWords } from "../../password/passphrase.ts";
import { dayText } from "../../texts/nl/dates.ts";
import { common, handover } from "../../texts/nl/screens.ts";
import { spelled } from "../../texts/nl/spelling.ts";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";

interface Props {
  readonly session: ReferralSession;
  readonly referral: Referral;
  readonly password: Passphrase;
}

/** The password over another channel (R18): whom to call, what to say, the words one by one. */
export function HandoverScreen({ session, referral, password }: Props) {
  const { recipient } = referral.protocol;
  const [shown, setShown] = useState(false);
  const [spelling, setSpelling] = useState(false);
  const [repeated, setRepeated] = useState<readonly number[]>([]);
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
          <DefaultButton primary={!shown} aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? handover.hide : handover.show}
          </DefaultButton>
        </div>
        {shown ? (
          <Words words={passphraseWords(password)} spelling={spelling} repeated={repeated} onRepeated={setRepeated} />
        ) : null}
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
        <p>{handover.unsealHow}</p>
      </section>
    </Screen>
  );
}

interface WordsProps {
  readonly words: readonly string[];
  readonly spelling: boolean;
  /** The places of the words that the other side has repeated. */
  readonly repeated: readonly number[];
  readonly onRepeated: (places: readonly number[]) => void;
}

function Words({ words, spelling, repeated, onRepeated }: WordsProps) {
  return (
    <ol className="words">
      {words.map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, and its place is what it is known by.
        <li key={index}>
          <Checkbox
            ariaLabel={handover.repeated(index + 1, word)}
            checked={repeated.includes(index)}
            onChange={(_event, checked) =>
              onRepeated(checked === true ? [...repeated, index] : repeated.filter((each) => each !== index))
            }
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
