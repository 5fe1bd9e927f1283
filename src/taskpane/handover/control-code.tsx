import { archiveName, type Reference } from "../../domain/reference.ts";
import { handover } from "../../texts/nl/handover.ts";

interface Props {
  /** See `controlCode`. */
  readonly code: string;
  readonly reference: Reference;
}

/** After the call: do both sides have the same archive? */
export function ControlCode({ code, reference }: Props) {
  return (
    <section className="section">
      <h2>{handover.codeTitle}</h2>
      <p>{handover.codeWhy}</p>
      <p className="control-code">{code}</p>
      <details className="how">
        <summary>{handover.codeHow}</summary>
        <ol>
          {handover.codeSteps(archiveName(reference)).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
    </section>
  );
}
