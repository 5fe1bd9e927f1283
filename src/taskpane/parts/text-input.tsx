import { type ITextFieldProps, TextField } from "@fluentui/react/lib/TextField";
import type { Field } from "../../domain/field.ts";
import type { FieldIssue } from "../../domain/field-issue.ts";
import { issueText } from "../../texts/nl/issues.ts";
import { controlId } from "./control-id.ts";
import { Why } from "./why.tsx";

interface TextInputProps {
  readonly field: Field;
  readonly label: string;
  readonly value: string;
  readonly issues: readonly FieldIssue[];
  readonly onChange: (value: string) => void;
  /** Why it is asked, in a disclosure under the field. */
  readonly why?: string;
  readonly input?: Pick<ITextFieldProps, "type" | "inputMode" | "max" | "readOnly" | "autoComplete">;
}

/** A field of a form: label, what is wrong with it, the input, and why it is asked. */
export function TextInput({ field, label, value, issues, onChange, why, input }: TextInputProps) {
  const issue = issues.find((each) => each.field === field);
  const id = controlId(field);
  return (
    <div>
      <TextField
        id={id}
        label={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        {...input}
        aria-invalid={issue !== undefined}
        {...(issue === undefined ? {} : { errorMessage: issueText(issue) })}
        onChange={(_event, text) => onChange(text ?? "")}
      />
      {why === undefined ? null : <Why label={label} answer={why} />}
    </div>
  );
}
