import type { IsoDate } from "../domain/iso-date.ts";
import type { Party, Protocol } from "../domain/protocol.ts";

/** Every protocol of the agency, and with it which mailbox gets the referrals of which place (R1). */
export interface Directory {
  /** Rises with every change of the file. */
  readonly serial: number;
  readonly issued: IsoDate;
  readonly agency: Party;
  readonly protocols: readonly Protocol[];
}
