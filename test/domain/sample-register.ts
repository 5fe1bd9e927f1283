import { isReference } from "../../src/domain/reference.ts";
import type { HandOver, RegisterEntry } from "../../src/domain/register.ts";
import { day } from "./sample-rules.ts";

export const HANDED: HandOver = { to: "onthaal", channel: "phone", at: "2026-11-25T09:30:00+01:00" };

/** Of referral `number`, made on that day of January and handed over unless said otherwise. */
export function entry(number: number, changes: Partial<RegisterEntry> = {}): RegisterEntry {
  const two = String(number).padStart(2, "0");
  const reference = `DV-2026-0000${two}`;
  if (!isReference(reference)) throw new RangeError(`entry: ${number}`);
  return {
    reference,
    sealedOn: day(`2026-01-${two}`),
    protocolId: "dorp-1",
    recipient: "OCMW Dorp 1",
    handOver: HANDED,
    ...changes,
  };
}
