import type { IsoDate } from "../domain/iso-date.ts";
import type { Party, Place, Protocol } from "../domain/protocol.ts";

/** A place and the protocol that holds there. */
export interface Covered {
  readonly protocol: Protocol;
  readonly place: Place;
}

/** Every protocol of the agency, and with it which mailbox gets the referrals of which place (R1). */
export interface Directory {
  /** Rises with every change of the file. */
  readonly serial: number;
  readonly issued: IsoDate;
  /** The last day on which referrals may be made by it. */
  readonly validUntil: IsoDate;
  /** Invented places and recipients, for trying out. */
  readonly demo: boolean;
  readonly agency: Party;
  /** The local teams that refer. */
  readonly teams: readonly string[];
  readonly protocols: readonly Protocol[];
  /** By postcode, so that a look-up does not go through all of them. */
  readonly places: ReadonlyMap<string, readonly Covered[]>;
}
