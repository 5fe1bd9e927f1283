import { csvLine } from "../../domain/csv-line.ts";
import type { Register } from "../../domain/register.ts";
import { channelText, handedOver } from "../../texts/nl/register.ts";

/** The register as CSV for Excel, a line for each referral. */
export function registerCsv(register: Register): string {
  const rows = register.map(({ reference, sealedOn, protocolId, recipient, handOver, replaces }) => [
    reference,
    sealedOn,
    recipient,
    protocolId,
    ...(handOver === null ? ["", "", ""] : [handOver.to, channelText[handOver.channel], handOver.at]),
    replaces ?? "",
  ]);
  return [handedOver.columns, ...rows].map(csvLine).join("");
}
