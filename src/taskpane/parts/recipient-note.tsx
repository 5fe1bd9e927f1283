import type { RecipientAnswer } from "../../directory/find-recipient.ts";
import { recipientText } from "../../texts/nl/client-form.ts";

interface Props {
  readonly recipient: RecipientAnswer | null;
  readonly covered: readonly string[];
}

/** Whom this goes to, as soon as the place of residence says so (R1); announced when it changes. */
export function RecipientNote({ recipient, covered }: Props) {
  const text = recipient === null ? null : noteOf(recipient, covered);
  return (
    <div role="status">
      {text === null ? null : <p className={recipient?.kind === "found" ? "note" : "note problem"}>{text}</p>}
    </div>
  );
}

function noteOf(recipient: RecipientAnswer, covered: readonly string[]): string {
  switch (recipient.kind) {
    case "found":
      return recipientText.found(recipient.protocol.recipient.name);
    case "not-covered":
      return recipientText.notCovered(covered);
    case "other-municipality":
      return recipientText.otherMunicipality(recipient.known);
    case "ambiguous":
      return recipientText.ambiguous(recipient.municipalities);
    case "not-yet-in-force":
      return recipientText.notYet(recipient.protocol.recipient.name, recipient.protocol.inForceFrom);
    case "ended": {
      const { ended, inForceFrom } = recipient.protocol;
      return recipientText.ended(recipient.protocol.recipient.name, ended?.on ?? inForceFrom);
    }
  }
}
