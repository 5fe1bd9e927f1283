import { Link } from "@fluentui/react/lib/Link";
import type { Reachable } from "../../application/hand-over-step.ts";
import type { IsoDate } from "../../domain/iso-date.ts";
import { handover } from "../../texts/nl/handover.ts";
import { CheckedOn } from "./checked-on.tsx";

interface Props {
  readonly recipient: Reachable;
  readonly today: IsoDate;
  readonly displayPhone: (e164: string) => string;
  /** Leads to what to do then; `null` when there is nothing to do any more. */
  readonly onNoAnswer: (() => void) | null;
}

/** The recipient's number from the directory, never from a mail, and how sure it is (R18). */
export function WhomToCall({ recipient: { name, phone, isListed }, today, displayPhone, onNoAnswer }: Props) {
  return (
    <section className="section">
      <h2>{handover.callTitle}</h2>
      {phone === null ? (
        <p>{isListed ? handover.noPhone(name) : handover.notListed(name)}</p>
      ) : (
        <>
          <p className="phone">{displayPhone(phone.number)}</p>
          <CheckedOn number={phone} today={today} />
          <p>
            <Link href={`tel:${phone.number}`}>{handover.dial}</Link>
          </p>
        </>
      )}
      {onNoAnswer === null ? null : (
        <p>
          <Link as="button" onClick={onNoAnswer}>
            {handover.noAnswer}
          </Link>
        </p>
      )}
    </section>
  );
}
