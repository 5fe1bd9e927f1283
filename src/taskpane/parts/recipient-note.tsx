import type { RecipientAnswer } from "../../directory/find-recipient.ts";
import { recipientText } from "../../texts/nl/recipient.ts";
import { CoveredPlaces } from "./covered-places.tsx";

interface Props {
  readonly recipient: RecipientAnswer | null;
  /** The municipalities whose families can be referred today; asked only where it is shown. */
  readonly covered: () => readonly string[];
}

/** Whom this goes to, or why to nobody, as soon as the place of residence says so (R1); announced when it changes. */
export function RecipientNote({ recipient, covered }: Props) {
  const lines = recipient === null ? [] : linesOf(recipient);
  return (
    <div className={noteClass(recipient)}>
      <div role="status">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {isForbidden(recipient) ? <CoveredPlaces covered={covered} /> : null}
    </div>
  );
}

function noteClass(recipient: RecipientAnswer | null): string {
  if (recipient === null) return "";
  return recipient.kind === "found" || recipient.kind === "ambiguous" ? "note" : "note problem";
}

function isForbidden(recipient: RecipientAnswer | null): boolean {
  const { kind } = recipient ?? {};
  return kind === "not-covered" || kind === "other-municipality" || kind === "not-yet-in-force" || kind === "ended";
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
