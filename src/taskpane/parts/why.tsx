import { clientForm } from "../../texts/nl/client-form.ts";

interface Props {
  /** The field's label, so that each disclosure has a name of its own. */
  readonly label: string;
  readonly answer: string;
}

/** Why a field is asked, in a disclosure under it (R5, R6). */
export function Why({ label, answer }: Props) {
  return (
    <details className="why">
      <summary>
        {clientForm.why}
        <span className="unseen"> {label}</span>
      </summary>
      <p>{answer}</p>
    </details>
  );
}
