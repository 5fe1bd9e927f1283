import type { IsoDate } from "../../domain/iso-date.ts";
import { type CheckedNumber, isCheckDue } from "../../domain/protocol.ts";
import { dayText } from "../../texts/nl/dates.ts";
import { handover } from "../../texts/nl/handover.ts";

interface Props {
  readonly number: CheckedNumber;
  readonly today: IsoDate;
}

/** How sure a number of the directory is (R18). */
export function CheckedOn({ number, today }: Props) {
  return (
    <>
      <p>{handover.checkedOn(dayText(number.checkedOn))}</p>
      {isCheckDue(number, today) ? <p className="note problem">{handover.checkDue}</p> : null}
    </>
  );
}
