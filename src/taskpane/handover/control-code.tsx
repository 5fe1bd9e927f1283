import { controlCode } from "../../domain/control-code.ts";
import type { SealedArchive } from "../../domain/seal.ts";
import { handover } from "../../texts/nl/handover.ts";

/** After the call: do both sides have the same archive? */
export function ControlCode({ archive }: { readonly archive: SealedArchive }) {
  return (
    <section className="section">
      <h2>{handover.codeTitle}</h2>
      <p>{handover.codeWhy}</p>
      <p className="control-code">{controlCode(archive.sha256)}</p>
      <details className="how">
        <summary>{handover.codeHow}</summary>
        <ol>
          {handover.codeSteps(archive.name).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
    </section>
  );
}
