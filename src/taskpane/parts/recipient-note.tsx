import { useMemo } from "react";
import type { RecipientAnswer } from "../../directory/find-recipient.ts";
import { coveredText, recipientText } from "../../texts/nl/recipient.ts";

interface Props {
  readonly recipient: RecipientAnswer | null;
  /** The municipalities whose families can be referred today; asked only where it is shown. The same function each time. */
  readonly covered: () => readonly string[];
}

/** More names than this make a sentence that nobody reads. */
const MOST_IN_A_SENTENCE = 8;

/** Whom this goes to, or why to nobody, as soon as the place of residence says so (R1); announced when it changes. */
export function RecipientNote({ recipient, covered }: Props) {
  const forbidden = isForbidden(recipient);
  // Worked out once, because there may be hundreds.
  const names = useMemo(() => (forbidden ? covered() : []), [forbidden, covered]);
  const lines = [...(recipient === null ? [] : linesOf(recipient)), ...(forbidden ? [coveredSentence(names)] : [])];
  return (
    <div className={noteClass(recipient)}>
      <div role="status">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {names.length > MOST_IN_A_SENTENCE ? <Names names={names} /> : null}
    </div>
  );
}

/** Outside of the status, or opening it would read hundreds of names aloud. */
function Names({ names }: { readonly names: readonly string[] }) {
  return (
    <details className="covered">
      <summary>{coveredText.show(names.length)}</summary>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </details>
  );
}

function coveredSentence(names: readonly string[]): string {
  if (names.length === 0) return coveredText.none;
  return names.length <= MOST_IN_A_SENTENCE ? coveredText.few(names) : coveredText.many;
}

function noteClass(recipient: RecipientAnswer | null): string {
  if (recipient === null) return "";
  return isForbidden(recipient) ? "note problem" : "note";
}

function isForbidden(recipient: RecipientAnswer | null): boolean {
  return recipient !== null && recipient.kind !== "found" && recipient.kind !== "ambiguous";
}

function linesOf(answer: RecipientAnswer): readonly string[] {
  switch (answer.kind) {
    case "found":
      return [recipientText.found(answer.protocol.recipient)];
    case "ambiguous":
      return [recipientText.ambiguous(answer.municipalities)];
    case "other-municipality":
      return [recipientText.otherMunicipality, recipientText.forbidden];
    case "not-covered":
      return [recipientText.notCovered, recipientText.forbidden];
    case "not-yet-in-force": {
      const { recipient, inForceFrom } = answer.protocol;
      return [recipientText.notYet(recipient.name, inForceFrom), recipientText.forbidden];
    }
    case "ended": {
      const { recipient, ended, inForceFrom } = answer.protocol;
      return [
        recipientText.ended(recipient.name, ended?.on ?? inForceFrom),
        ...(ended === null ? [] : [recipientText.reason(ended.reason)]),
        recipientText.forbidden,
      ];
    }
  }
}
