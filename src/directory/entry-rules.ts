import type { Report } from "./directory-issue.ts";
import type { DirectoryFile, ProtocolEntry } from "./directory-schema.ts";
import { placeKey } from "./place-name.ts";

/** Without these there is no telling who is meant, nor which OCMW's the client is (R1, R5, R6). */
const NEEDED = ["firstName", "lastName", "street", "houseNumber", "postcode", "municipality"] as const;

/** What must agree within the protocol at `index`, and with what the file says of itself and of the agency. */
export function reportEntry(file: DirectoryFile, index: number, report: Report): void {
  const entry = file.protocols[index];
  if (entry === undefined) throw new RangeError(`no protocol ${index}`);
  const inEntry: Report = (keys, reason, expected) => report(["protocols", index, ...keys], reason, expected);
  dateOrder(entry, file.issued, inEntry);
  if (!file.agency.teams.includes(entry.team)) inEntry(["team"], "team-unknown", "one of agency.teams");
  apartFromAgency(entry, file.agency, inEntry);
  fields(entry, inEntry);
  for (const key of ["legalBasis", "retention", "recipientCategories"] as const) linesOnce(entry[key], [key], inEntry);
  ownNames(entry, inEntry);
}

function dateOrder(entry: ProtocolEntry, issued: string, report: Report): void {
  // The protocol may be in force before the agreement was signed: that of OCMW Bree was, by a month.
  if (entry.agreementDate > issued) report(["agreementDate"], "date-order", notAfter(issued));
  if (entry.ended !== null && entry.ended.on <= entry.inForceFrom) {
    report(["ended", "on"], "date-order", `after the protocol came in force, ${entry.inForceFrom}`);
  }
  for (const kind of ["phone", "mobile"] as const) {
    const number = entry.recipient[kind];
    if (number !== null && number.checkedOn > issued) {
      report(["recipient", kind, "checkedOn"], "date-order", notAfter(issued));
    }
  }
}

function notAfter(issued: string): string {
  return `not after the file was issued, ${issued}`;
}

/** The data go to another party; the agency's own number or address here was left from an entry that was copied (R1). */
function apartFromAgency({ recipient }: ProtocolEntry, agency: DirectoryFile["agency"], report: Report): void {
  if (recipient.kbo === agency.kbo) report(["recipient", "kbo"], "agency-itself", "another party than the agency");
  if (recipient.mailbox.toLowerCase() === agency.dpo.toLowerCase()) {
    report(["recipient", "mailbox"], "agency-itself", "another address than agency.dpo");
  }
}

/** The same line again is a line that was meant to be another. */
export function linesOnce(lines: readonly string[], keys: Parameters<Report>[0], report: Report): void {
  if (new Set(lines).size === lines.length) return;
  for (const [index, line] of lines.entries()) {
    if (lines.indexOf(line) < index) report([...keys, index], "line-twice", "each line once");
  }
}

function fields({ data }: ProtocolEntry, report: Report): void {
  const allowed: readonly string[] = data.flatMap((group) => group.fields);
  if (new Set(allowed).size < allowed.length) fieldsTwice(data, report);
  for (const field of NEEDED) if (!allowed.includes(field)) report(["data"], "field-needed", `${field} among them`);
  if (!allowed.includes("phone") && !allowed.includes("email")) {
    report(["data"], "no-way-of-contact", "phone or email among them");
  }
}

function fieldsTwice(data: ProtocolEntry["data"], report: Report): void {
  const seen = new Set<string>();
  for (const [group, { fields: names }] of data.entries()) {
    for (const [position, field] of names.entries()) {
      if (!seen.has(field)) seen.add(field);
      else report(["data", group, "fields", position], "field-twice", `each field once, ${field} stands there already`);
    }
  }
}

/** A family is found by any of the names, the municipality's own among them. */
function ownNames({ places }: ProtocolEntry, report: Report): void {
  for (const [position, { municipality, localities }] of places.entries()) {
    if (localities.includes(municipality)) continue;
    const own = placeKey(municipality);
    if (localities.some((name) => placeKey(name) === own)) continue;
    const expected = `the municipality's own name among them, ${municipality}`;
    report(["places", position, "localities"], "own-name-not-a-locality", expected);
  }
}
