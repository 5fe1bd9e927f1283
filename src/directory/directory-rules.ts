import { daysBetween } from "../domain/iso-date.ts";
import { type DirectoryIssue, pathText, type Report } from "./directory-issue.ts";
import type { DirectoryFile, ProtocolEntry } from "./directory-schema.ts";
import { linesOnce, reportEntry } from "./entry-rules.ts";
import { placeKeys } from "./place-name.ts";

/** Days that a directory may be used: a year, and a month to have the next one signed. */
const LONGEST_VALIDITY = 400;

/** What is wrong with a file whose every value is right on its own: what must agree between values (R1, R5, R6, R17). */
export function crossIssues(file: DirectoryFile): readonly DirectoryIssue[] {
  const issues: DirectoryIssue[] = [];
  const report: Report = (keys, reason, expected) => issues.push({ path: pathText(keys), reason, expected });
  validity(file, report);
  demoAddresses(file, report);
  linesOnce(file.agency.teams, ["agency", "teams"], report);
  for (let index = 0; index < file.protocols.length; index++) reportEntry(file, index, report);
  idsOnce(file, report);
  mailboxesOnce(file, report);
  recipientsAgree(file, report);
  placesOnce(file, report);
  return issues;
}

/** An invented directory may last for ever; a real one that did would bring back a protocol that ended long ago (R15). */
function validity({ issued, validUntil, demo }: DirectoryFile, report: Report): void {
  if (validUntil <= issued) report(["validUntil"], "date-order", `after the file was issued, ${issued}`);
  else if (!demo && daysBetween(issued, validUntil) > LONGEST_VALIDITY) {
    report(["validUntil"], "too-long-valid", `at most ${LONGEST_VALIDITY} days after ${issued}`);
  }
}

/** No address of an invented directory leads to somebody, and nobody real is among them (RFC 2606, "example"). */
function demoAddresses({ demo, agency, protocols }: DirectoryFile, report: Report): void {
  const expected = demo
    ? "an address under .example, as this is a demo"
    : "no address under .example, as this is no demo";
  const judge = (address: string | null, keys: Parameters<Report>[0]): void => {
    if (address !== null && isExample(address) !== demo) report(keys, "demo-address", expected);
  };
  for (const key of ["dpo", "website"] as const) judge(agency[key], ["agency", key]);
  for (const [index, { recipient, published }] of protocols.entries()) {
    for (const key of ["dpo", "website", "mailbox", "teams"] as const) {
      judge(recipient[key], ["protocols", index, "recipient", key]);
    }
    judge(published, ["protocols", index, "published"]);
  }
}

/** Of a web page what stands before its first slash; of a mailbox what stands behind the @, as a slash may come before. */
function isExample(address: string): boolean {
  const host = /^https:\/\/([^/]*)/.exec(address)?.[1] ?? address.slice(address.lastIndexOf("@") + 1);
  return /\.example$/i.test(host);
}

function idsOnce({ protocols }: DirectoryFile, report: Report): void {
  const seen = new Map<string, number>();
  for (const [index, { id }] of protocols.entries()) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else report(["protocols", index, "id"], "id-twice", `another id than protocols[${first}]`);
  }
}

/**
 * A recipient is known by its KBO number: it may have several protocols, its mailbox is its own as long as they last. When
 * municipalities merge, the new one may go on with the mailbox of an old one whose protocol ended.
 */
function mailboxesOnce({ protocols }: DirectoryFile, report: Report): void {
  const byMailbox = new Map<string, Numbered[]>();
  for (const [index, entry] of protocols.entries()) {
    const { mailbox, kbo } = entry.recipient;
    const owner = earlier(byMailbox, mailbox.toLowerCase(), { index, entry }, ({ recipient }) => recipient.kbo !== kbo);
    if (owner === null) continue;
    const expected = `a mailbox of its own, protocols[${owner.index}] is another recipient's`;
    report(["protocols", index, "recipient", "mailbox"], "mailbox-twice", expected);
  }
}

/**
 * A recipient is one and the same in all its protocols that share a day: an entry that was copied for another recipient,
 * and in which the KBO number or the mailbox was forgotten, would send families to the first (R1).
 */
function recipientsAgree({ protocols }: DirectoryFile, report: Report): void {
  const byKbo = new Map<string, Numbered[]>();
  for (const [index, entry] of protocols.entries()) {
    const differing = (other: ProtocolEntry) =>
      DEFINING.filter((key) => !isSame(key, other.recipient, entry.recipient));
    const first = earlier(byKbo, entry.recipient.kbo, { index, entry }, (other) => differing(other).length > 0);
    if (first === null) continue;
    const expected = `the same as in protocols[${first.index}], which has the same KBO number`;
    for (const key of differing(first.entry)) {
      report(["protocols", index, "recipient", key], "recipient-differs", expected);
    }
  }
}

interface Numbered {
  readonly index: number;
  readonly entry: ProtocolEntry;
}

const DEFINING = ["kind", "name", "mailbox"] as const;

function isSame(key: (typeof DEFINING)[number], a: ProtocolEntry["recipient"], b: ProtocolEntry["recipient"]): boolean {
  return a[key].toLowerCase() === b[key].toLowerCase();
}

/** The first before `here` under the same key that shares a day with it and is wrong beside it; `here` comes behind them. */
function earlier(
  before: Map<string, Numbered[]>,
  key: string,
  here: Numbered,
  isWrong: (other: ProtocolEntry) => boolean,
): Numbered | null {
  const others = before.get(key);
  if (others === undefined) {
    before.set(key, [here]);
    return null;
  }
  const found = others.find(({ entry }) => sharesDay(entry, here.entry) && isWrong(entry));
  others.push(here);
  return found ?? null;
}

/** Every name at a postcode leads to one protocol on any day, else where the data go would depend on the file's order. */
function placesOnce({ protocols }: DirectoryFile, report: Report): void {
  const texts: string[] = [];
  for (const { places } of protocols) {
    for (const { postcode, localities } of places) {
      for (const name of localities) texts.push(`${postcode} ${name}`);
    }
  }
  const keys = placeKeys(texts);
  const twice = repeated(keys);
  // Where a name stands is worked out for those only: mostly there are none.
  if (twice.size > 0) reportClashes(protocols, keys, twice, report);
}

function repeated(keys: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) twice.add(key);
    else seen.add(key);
  }
  return twice;
}

/** `keys` has one for every locality of the file, in its order. */
function reportClashes(
  protocols: DirectoryFile["protocols"],
  keys: readonly string[],
  twice: ReadonlySet<string>,
  report: Report,
): void {
  const taken = new Map<string, { readonly entry: ProtocolEntry; readonly path: readonly (string | number)[] }[]>();
  let count = 0;
  for (const [index, entry] of protocols.entries()) {
    for (const [position, { localities }] of entry.places.entries()) {
      for (const number of localities.keys()) {
        const key = keys[count++] ?? "";
        if (!twice.has(key)) continue;
        const path = ["protocols", index, "places", position, "localities", number];
        const others = taken.get(key) ?? [];
        taken.set(key, [...others, { entry, path }]);
        const clash = others.find((other) => other.entry === entry || sharesDay(other.entry, entry));
        if (clash === undefined) continue;
        report(path, "place-twice", `a place of its own while ${pathText(clash.path)} is in force`);
      }
    }
  }
}

function sharesDay(a: ProtocolEntry, b: ProtocolEntry): boolean {
  return (a.ended === null || b.inForceFrom < a.ended.on) && (b.ended === null || a.inForceFrom < b.ended.on);
}
