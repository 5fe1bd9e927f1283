import { Checkbox } from "@fluentui/react/lib/Checkbox";
import type { ConsentTopic } from "../../domain/field.ts";
import type { FieldIssue } from "../../domain/field-issue.ts";
import type { Protocol } from "../../domain/protocol.ts";
import { telling } from "../../texts/nl/consent.ts";
import { issueText } from "../../texts/nl/issues.ts";
import { consentForm } from "../../texts/nl/screens.ts";
import { controlId } from "./control-id.ts";

interface Props {
  readonly topic: ConsentTopic;
  readonly protocol: Protocol;
  readonly issue: FieldIssue | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One thing that the client is told, to be confirmed, and in a disclosure what the protocol says of it (R2). */
export function ToldTopic({ topic, protocol, issue, checked, onChange }: Props) {
  const { text, sentences } = telling(topic, protocol);
  const id = controlId(`told.${topic}`);
  const described = [
    ...(issue === undefined ? [] : [`${id}-wrong`]),
    ...(sentences.length === 0 ? [] : [`${id}-says`]),
  ];
  return (
    <div>
      {issue === undefined ? null : (
        <p className="wrong" id={`${id}-wrong`}>
          {issueText(issue)}
        </p>
      )}
      <Checkbox
        id={id}
        label={text}
        checked={checked}
        {...(described.length === 0 ? {} : { ariaDescribedBy: described.join(" ") })}
        {...(issue === undefined ? {} : { inputProps: { "aria-invalid": true } })}
        onChange={(_event, value) => onChange(value === true)}
      />
      {sentences.length === 0 ? null : (
        <details className="told">
          <summary>
            {consentForm.inProtocol}
            <span className="unseen"> ({text.split(":", 1)})</span>
          </summary>
          <ul id={`${id}-says`}>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
