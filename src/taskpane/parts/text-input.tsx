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
  /** What helps to fill it in, under the field. */
  readonly hint?: string;
  readonly input?: Pick<ITextFieldProps, "list" | "type" | "inputMode" | "max" | "readOnly" | "autoComplete">;
}

/**
 * A field of a form: label, the input, what is wrong with it, and why it is asked. Fluent would announce what is wrong as
 * soon as it is there (`errorMessage`), once for each field, while the summary that has focus says the same.
 */
export function TextInput({ field, label, value, issues, onChange, why, hint, input }: TextInputProps) {
  const issue = issues.find((each) => each.field === field);
  const id = controlId(field);
  return (
    <div className={issue === undefined ? "" : "invalid"}>
      <TextField
        id={id}
        label={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        {...input}
        invalid={issue !== undefined}
        {...(issue === undefined && hint === undefined
          ? {}
          : { onRenderDescription: () => <Described hint={hint} issue={issue} /> })}
        onChange={(_event, text) => onChange(text ?? "")}
      />
      {why === undefined ? null : <Why label={label} answer={why} />}
    </div>
  );
}

function Described({ hint, issue }: { readonly hint: string | undefined; readonly issue: FieldIssue | undefined }) {
  return (
    <>
      {issue === undefined ? null : <span className="field-wrong">{issueText(issue)}</span>}
      {hint === undefined || issue === undefined ? null : " "}
      {hint === undefined ? null : <span className="hint">{hint}</span>}
    </>
  );
}
