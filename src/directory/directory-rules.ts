import type { InferOutput } from "valibot";
import type { IsoDate } from "../domain/iso-date.ts";
import { type DirectoryIssue, pathText } from "./directory-issue.ts";
import type { directorySchema } from "./directory-schema.ts";
import { placeKey } from "./place-name.ts";

export type DirectoryFile = InferOutput<typeof directorySchema>;
type Entry = DirectoryFile["protocols"][number];
type Place = Entry["places"][number];

/** What is wrong with a file whose every value is right on its own: what must agree between values (R1, R5, R6, R17). */
export function crossIssues(file: DirectoryFile): readonly DirectoryIssue[] {
  const keys = rememberedKeys();
  return [
    ...validity(file),
    ...demoAddresses(file),
    ...file.protocols.flatMap((entry, index) => [
      ...dateOrder(entry, index, file.issued),
      ...knownTeam(entry, index, file.agency.teams),
      ...neededFields(entry, index),
      ...ownNames(entry, index, keys),
      ...fieldsOnce(entry, index),
    ]),
    ...idsOnce(file.protocols),
    ...mailboxesOnce(file.protocols),
    ...recipientsAgree(file.protocols),
    ...placesOnce(file.protocols, keys),
  ];
}

/** How the localities of each place are compared; worked out once, as most of the time would go to it. */
type LocalityKeys = (place: Place) => readonly string[];

function rememberedKeys(): LocalityKeys {
  const known = new Map<Place, readonly string[]>();
  return (place) => {
    const keys = known.get(place) ?? place.localities.map(placeKey);
    known.set(place, keys);
    return keys;
  };
}

function dateOrder(entry: Entry, index: number, issued: IsoDate): readonly DirectoryIssue[] {
  const issues: DirectoryIssue[] = [];
  const late = (keys: readonly string[], expected: string): void => {
    issues.push({ path: pathText(["protocols", index, ...keys]), reason: "date-order", expected });
  };
  // The protocol may be in force before the agreement was signed: that of OCMW Bree was, by a month.
  if (entry.agreementDate > issued) late(["agreementDate"], `not after the file was issued, ${issued}`);
  if (entry.ended !== null && entry.ended.on <= entry.inForceFrom) {
    late(["ended", "on"], `after the protocol came in force, ${entry.inForceFrom}`);
  }
  for (const kind of ["phone", "mobile"] as const) {
    if ((entry.recipient[kind]?.checkedOn ?? issued) > issued) {
      late(["recipient", kind, "checkedOn"], `not after the file was issued, ${issued}`);
    }
  }
  return issues;
}

function validity({ issued, validUntil }: DirectoryFile): readonly DirectoryIssue[] {
  if (validUntil > issued) return [];
  return [{ path: "validUntil", reason: "date-order", expected: `after the file was issued, ${issued}` }];
}

/** Nothing of an invented directory leads to somebody, and nobody real is in it (RFC 2606, "example"). */
function demoAddresses({ demo, agency, protocols }: DirectoryFile): readonly DirectoryIssue[] {
  const partyAddresses = (path: string, { dpo, website }: { readonly dpo: string; readonly website: string }) => [
    { path: `${path}.dpo`, address: dpo },
    { path: `${path}.website`, address: website },
  ];
  const addresses = [
    ...partyAddresses("agency", agency),
    ...protocols.flatMap(({ recipient, published }, index) => [
      ...partyAddresses(`protocols[${index}].recipient`, recipient),
      { path: `protocols[${index}].recipient.mailbox`, address: recipient.mailbox },
      { path: `protocols[${index}].recipient.teams`, address: recipient.teams },
      { path: `protocols[${index}].published`, address: published },
    ]),
  ];
  const expected = demo
    ? "an address under .example, as this is a demo"
    : "no address under .example, as this is no demo";
  return addresses.flatMap(({ path, address }): readonly DirectoryIssue[] =>
    address === null || isExample(address) === demo ? [] : [{ path, reason: "demo-address", expected }],
  );
}

/** Of a web page what stands before its first slash; of a mailbox what stands behind the @, as a slash may come before. */
function isExample(address: string): boolean {
  const host = /^https:\/\/([^/]*)/.exec(address)?.[1] ?? address.slice(address.lastIndexOf("@") + 1);
  return /\.example$/i.test(host);
}

function knownTeam({ team }: Entry, index: number, teams: readonly string[]): readonly DirectoryIssue[] {
  if (teams.includes(team)) return [];
  return [{ path: pathText(["protocols", index, "team"]), reason: "team-unknown", expected: "one of agency.teams" }];
}

/** Without these there is no telling who is meant, nor which OCMW's the client is (R1, R5, R6). */
const NEEDED = ["firstName", "lastName", "street", "houseNumber", "postcode", "municipality"] as const;

function neededFields({ data }: Entry, index: number): readonly DirectoryIssue[] {
  const path = `protocols[${index}].data`;
  const allowed = new Set<string>(data.flatMap(({ fields }) => fields));
  const missing = NEEDED.filter((field) => !allowed.has(field));
  const issues: DirectoryIssue[] = missing.map((field) => ({
    path,
    reason: "field-needed",
    expected: `${field} among them`,
  }));
  if (!allowed.has("phone") && !allowed.has("email")) {
    issues.push({ path, reason: "no-way-of-contact", expected: "phone or email among them" });
  }
  return issues;
}

function ownNames(entry: Entry, index: number, keysOf: LocalityKeys): readonly DirectoryIssue[] {
  return entry.places.flatMap((place, position): readonly DirectoryIssue[] => {
    const own = placeKey(place.municipality);
    const keys = keysOf(place);
    const nameless = [own, ...keys].indexOf("");
    if (nameless >= 0) {
      const where = nameless === 0 ? ["municipality"] : ["localities", nameless - 1];
      const path = pathText(["protocols", index, "places", position, ...where]);
      return [{ path, reason: "no-name", expected: "a name with a letter or digit" }];
    }
    return keys.includes(own)
      ? []
      : [
          {
            path: pathText(["protocols", index, "places", position, "localities"]),
            reason: "own-name-not-a-locality",
            expected: `the municipality's own name among them, ${place.municipality}`,
          },
        ];
  });
}

function fieldsOnce(entry: Entry, index: number): readonly DirectoryIssue[] {
  const seen = new Set<string>();
  return entry.data.flatMap(({ fields }, group) =>
    fields.flatMap((field, position): readonly DirectoryIssue[] => {
      if (!seen.has(field)) {
        seen.add(field);
        return [];
      }
      const path = pathText(["protocols", index, "data", group, "fields", position]);
      return [{ path, reason: "field-twice", expected: `each field once, ${field} stands there already` }];
    }),
  );
}

function idsOnce(protocols: readonly Entry[]): readonly DirectoryIssue[] {
  const seen = new Map<string, number>();
  return protocols.flatMap(({ id }, index): readonly DirectoryIssue[] => {
    const first = seen.get(id);
    seen.set(id, first ?? index);
    if (first === undefined) return [];
    return [
      {
        path: pathText(["protocols", index, "id"]),
        reason: "id-twice",
        expected: `another id than protocols[${first}]`,
      },
    ];
  });
}

/** A recipient is known by its KBO number: it may have several protocols, its mailbox is its own. */
function mailboxesOnce(protocols: readonly Entry[]): readonly DirectoryIssue[] {
  const owners = new Map<string, { readonly kbo: string; readonly index: number }>();
  return protocols.flatMap(({ recipient: { mailbox, kbo } }, index): readonly DirectoryIssue[] => {
    const key = mailbox.toLowerCase();
    const owner = owners.get(key) ?? { kbo, index };
    owners.set(key, owner);
    if (owner.kbo === kbo) return [];
    return [
      {
        path: pathText(["protocols", index, "recipient", "mailbox"]),
        reason: "mailbox-twice",
        expected: `a mailbox of its own, protocols[${owner.index}] is another recipient's`,
      },
    ];
  });
}

/**
 * A recipient is one and the same in all its protocols that share a day: an entry that was copied for another recipient,
 * and in which the KBO number or the mailbox was forgotten, would send families to the first (R1).
 */
function recipientsAgree(protocols: readonly Entry[]): readonly DirectoryIssue[] {
  const byKbo = new Map<string, number[]>();
  for (const [index, { recipient }] of protocols.entries()) {
    byKbo.set(recipient.kbo, [...(byKbo.get(recipient.kbo) ?? []), index]);
  }
  return protocols.flatMap((entry, index) => {
    const first = byKbo
      .get(entry.recipient.kbo)
      ?.find((other) => other < index && sharesDay(at(protocols, other), entry));
    if (first === undefined) return [];
    const before = at(protocols, first).recipient;
    return (["kind", "name", "mailbox"] as const)
      .filter((key) => before[key].toLowerCase() !== entry.recipient[key].toLowerCase())
      .map(
        (key): DirectoryIssue => ({
          path: `protocols[${index}].recipient.${key}`,
          reason: "recipient-differs",
          expected: `the same as in protocols[${first}], which has the same KBO number`,
        }),
      );
  });
}

function at(protocols: readonly Entry[], index: number): Entry {
  const entry = protocols[index];
  if (entry === undefined) throw new RangeError(`no protocol ${index}`);
  return entry;
}

/** A name of a place, and where it stands. */
interface Taken {
  readonly entry: Entry;
  readonly keys: readonly (string | number)[];
}

/** Every name at a postcode leads to one protocol on any day, else where the data go would depend on the file's order. */
function placesOnce(protocols: readonly Entry[], keysOf: LocalityKeys): readonly DirectoryIssue[] {
  const taken = new Map<string, Taken[]>();
  const issues: DirectoryIssue[] = [];
  for (const [index, entry] of protocols.entries()) {
    for (const [position, place] of entry.places.entries()) {
      for (const [number, name] of keysOf(place).entries()) {
        const here = { entry, keys: ["protocols", index, "places", position, "localities", number] };
        const key = `${place.postcode} ${name}`;
        const others = taken.get(key);
        if (others === undefined) {
          taken.set(key, [here]);
          continue;
        }
        const clash = others.find((other) => other.entry === entry || sharesDay(other.entry, entry));
        if (clash !== undefined) {
          const expected = `a place of its own while ${pathText(clash.keys)} is in force`;
          issues.push({ path: pathText(here.keys), reason: "place-twice", expected });
        }
        others.push(here);
      }
    }
  }
  return issues;
}

function sharesDay(a: Entry, b: Entry): boolean {
  return (a.ended === null || b.inForceFrom < a.ended.on) && (b.ended === null || a.inForceFrom < b.ended.on);
}
