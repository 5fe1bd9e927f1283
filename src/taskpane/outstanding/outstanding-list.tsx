import { DefaultButton } from "@fluentui/react/lib/Button";
import type { HandOverRegister } from "../../application/hand-over-register.ts";
import type { Outstanding, OutstandingEntry } from "../../application/outstanding.ts";
import { daysBetween } from "../../domain/iso-date.ts";
import { outstanding as texts } from "../../texts/nl/outstanding.ts";
import { common } from "../../texts/nl/screens.ts";
import { RegisterNote } from "../handover/register-note.tsx";
import { Confirm } from "../parts/confirm.tsx";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";
import { useStore } from "../parts/use-store.ts";

interface Props {
  readonly outstanding: Outstanding;
  readonly register: HandOverRegister;
}

/** What is still to be handed over, the oldest first, and a way to leave nothing behind on this device. */
export function OutstandingList({ outstanding, register }: Props) {
  const { entries, storage, erased } = useStore(outstanding);
  return (
    <Screen title={texts.title}>
      <p>{entries.length === 0 ? texts.none : texts.intro}</p>
      {storage === "closed" ? <p className="note problem">{texts.storageClosed}</p> : null}
      <ul className="cards">
        {entries.map((each) => (
          <li key={each.entry.reference} className="card">
            <Card {...each} outstanding={outstanding} isLooking={storage === "looking"} />
          </li>
        ))}
      </ul>
      <RegisterNote register={register} />
      {storage === "closed" ? null : (
        <section className="section">
          <h2>{texts.eraseTitle}</h2>
          <p>{texts.eraseWhy}</p>
          <div role="status">
            {erased === "yes" ? <p className="note">{texts.erased}</p> : null}
            {erased === "failed" ? <p className="note problem">{texts.notErased}</p> : null}
          </div>
          <Confirm
            ask={texts.erase}
            question={texts.eraseSure}
            yes={texts.eraseYes}
            no={common.no}
            onYes={() => run(outstanding.eraseAll())}
          />
        </section>
      )}
      <div className="buttons">
        <DefaultButton onClick={() => outstanding.hide()}>{common.back}</DefaultButton>
      </div>
    </Screen>
  );
}

interface CardProps extends OutstandingEntry {
  readonly outstanding: Outstanding;
  readonly isLooking: boolean;
}

function Card({ entry, until, isUnreadable, outstanding, isLooking }: CardProps) {
  const { reference, recipient, sealedOn } = entry;
  const notHere = isUnreadable ? texts.unreadable : texts.notHere;
  const where = until === null ? notHere : texts.here(until);
  return (
    <>
      <h2>{recipient}</h2>
      <p>{texts.made(reference, daysBetween(sealedOn, outstanding.today()))}</p>
      {isLooking ? null : <p>{where}</p>}
      <DefaultButton
        primary={until !== null}
        ariaLabel={texts.openFor(reference, until !== null)}
        onClick={() => run(outstanding.open(reference))}
      >
        {texts.open(until !== null)}
      </DefaultButton>
    </>
  );
}
