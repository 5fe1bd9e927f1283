import { useEffect } from "react";
import type { HandOverRegister } from "../application/hand-over-register.ts";
import type { Outstanding } from "../application/outstanding.ts";
import { archiveName, pdfName, type Reference, referenceOfArchive } from "../domain/reference.ts";
import type { ReadMessage } from "../office/read-message.ts";
import { outstandingBar, readPane } from "../texts/nl/screens.ts";
import { RegisterNote } from "./handover/register-note.tsx";
import { OutstandingBar } from "./outstanding/outstanding-bar.tsx";
import { HandOverLater } from "./parts/hand-over-later.tsx";
import { run } from "./parts/run.ts";
import { Screen } from "./parts/screen.tsx";
import { TechnicalDetails } from "./parts/technical-details.tsx";
import { useStore } from "./parts/use-store.ts";

interface Props {
  readonly message: ReadMessage | null;
  readonly outstanding: Outstanding;
  readonly register: HandOverRegister;
}

/** Beside a message that is read: whether it carries a referral and how 7-Zip opens it; and what is still to be handed over. */
export function ReadPane({ message, outstanding, register }: Props) {
  useEffect(() => run(outstanding.look()), [outstanding]);
  const { view } = useStore(outstanding);
  return (
    <main className="pane">
      {view.name === "closed" ? (
        <>
          <OutstandingBar outstanding={outstanding} />
          <RegisterNote register={register} />
          <About message={message} />
        </>
      ) : (
        <HandOverLater title={outstandingBar.title} onBack={() => outstanding.hide()}>
          {({ OutstandingViews }) => (
            <OutstandingViews outstanding={outstanding} register={register} onReplace={null} />
          )}
        </HandOverLater>
      )}
      <TechnicalDetails />
    </main>
  );
}

function About({ message }: Pick<Props, "message">) {
  const reference = message === null ? null : referenceOf(message);
  return (
    <Screen title={readPane.title}>
      {message === null || reference === null ? (
        <p>{message === null ? readPane.noItem : readPane.none}</p>
      ) : (
        <HowToOpen message={message} reference={reference} />
      )}
    </Screen>
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
