import type { Register } from "../../domain/register.ts";
import { channelText, handedOver } from "../../texts/nl/register.ts";

/** The register for Excel in Belgium: semicolons, CR LF, and no cell that it would calculate. */
export function registerCsv(register: Register): string {
  const rows = register.map(({ reference, sealedOn, recipient, handOver }) => [
    reference,
    sealedOn,
    recipient,
    ...(handOver === null ? ["", "", ""] : [handOver.to, channelText[handOver.channel], handOver.at]),
  ]);
  return [handedOver.columns, ...rows].map((row) => `${row.map(cell).join(";")}\r\n`).join("");
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
