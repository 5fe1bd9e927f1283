import { DefaultButton } from "@fluentui/react/lib/Button";
import { Checkbox } from "@fluentui/react/lib/Checkbox";
import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import { type Passphrase, passphraseWords } from "../../password/passphrase.ts";
import { handover } from "../../texts/nl/handover.ts";
import { spelled } from "../../texts/nl/spelling.ts";
import { CopyWords } from "./copy-words.tsx";

/** The id of their title. */
export const WORDS_TITLE = "words-title";

interface Props {
  readonly password: Passphrase;
  /** What else shows the words is to be hidden with them. */
  readonly onHide: () => void;
}

/** The words of the password, hidden until asked for; each is ticked when the other side has repeated it. */
export function Words({ password, onHide }: Props) {
  const words = passphraseWords(password);
  const [shown, setShown] = useState(false);
  const [spelling, setSpelling] = useState(false);
  /** The places of the words that were repeated. */
  const [repeated, setRepeated] = useState<readonly number[]>([]);
  return (
    <section className="section">
      <h2 id={WORDS_TITLE} tabIndex={-1}>
        {handover.wordsTitle}
      </h2>
      <div className="buttons">
        <DefaultButton
          primary={!shown}
          aria-expanded={shown}
          onClick={() => {
            setShown(!shown);
            if (shown) onHide();
          }}
        >
          {shown ? handover.hide : handover.show}
        </DefaultButton>
      </div>
      {shown ? (
        <>
          <ol className="words">
            {words.map((word, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, and its place is what it is known by.
              <li key={index}>
                <Checkbox
                  ariaLabel={handover.repeated(index + 1, word)}
                  checked={repeated.includes(index)}
                  onChange={(_event, checked) =>
                    setRepeated(checked === true ? [...repeated, index] : repeated.filter((each) => each !== index))
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
          <p role="status">{repeated.length === 0 ? "" : handover.count(repeated.length, words.length)}</p>
          <p>{handover.typing}</p>
          <Link as="button" aria-expanded={spelling} onClick={() => setSpelling(!spelling)}>
            {spelling ? handover.noSpell : handover.spell}
          </Link>
          <CopyWords password={password} />
        </>
      ) : null}
    </section>
  );
}
