import { archiveName, pdfName, type Reference, referenceOfArchive } from "../domain/reference.ts";
import type { ReadMessage } from "../office/read-message.ts";
import { readPane } from "../texts/nl/screens.ts";
import { Screen } from "./parts/screen.tsx";
import { TechnicalDetails } from "./parts/technical-details.tsx";

/** The recipient's pane: whether this message carries a referral, and how 7-Zip opens it. */
export function ReadPane({ message }: { readonly message: ReadMessage | null }) {
  const reference = message === null ? null : referenceOf(message);
  return (
    <main className="pane">
      <Screen title={readPane.title}>
        {message === null || reference === null ? (
          <p>{message === null ? readPane.noItem : readPane.none}</p>
        ) : (
          <HowToOpen message={message} reference={reference} />
        )}
      </Screen>
      <TechnicalDetails />
    </main>
  );
}

function HowToOpen({ message, reference }: { readonly message: ReadMessage; readonly reference: Reference }) {
  return (
    <>
      <p className="note">{readPane.found(reference)}</p>
      <p>{readPane.from(message.from.name || message.from.email)}</p>
      <section className="section">
        <h2>{readPane.stepsTitle}</h2>
        <ol>
          {readPane.steps(archiveName(reference), pdfName(reference)).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{readPane.wrongPassword}</p>
        <p>{readPane.noPassword}</p>
      </section>
    </>
  );
}

function referenceOf({ attachmentNames }: ReadMessage): Reference | null {
  return attachmentNames.map(referenceOfArchive).find((reference) => reference !== null) ?? null;
}
