import { Link } from "@fluentui/react/lib/Link";
import type { IsoDate } from "../../domain/iso-date.ts";
import { isCheckDue, type Recipient } from "../../domain/protocol.ts";
import { dayText } from "../../texts/nl/dates.ts";
import { handover } from "../../texts/nl/handover.ts";

interface Props {
  readonly recipient: Recipient;
  readonly today: IsoDate;
  readonly displayPhone: (e164: string) => string;
}

/** The recipient's number from the directory, never from a mail, and how sure it is (R18). */
export function WhomToCall({ recipient: { name, phone }, today, displayPhone }: Props) {
  return (
    <section className="section">
      <h2>{handover.callTitle}</h2>
      {phone === null ? (
        <p>{handover.noPhone(name)}</p>
      ) : (
        <>
          <p className="phone">{displayPhone(phone.number)}</p>
          <p>
            {handover.checkedOn(dayText(phone.checkedOn))} <Link href={`tel:${phone.number}`}>{handover.dial}</Link>
          </p>
          {isCheckDue(phone, today) ? <p className="note problem">{handover.checkDue}</p> : null}
        </>
      )}
    </section>
  );
}
