import type { CheckedNumber, Protocol, Recipient } from "../../src/domain/protocol.ts";
import type { Change, Subject } from "./change.ts";
import { placeText } from "./protocol-table.ts";
import { counted, day, fieldText } from "./texts.ts";

/** The lines about one field that changed, and what they are about. */
type Telling<Value> = (before: Value, after: Value) => { readonly subject: Subject; readonly lines: readonly string[] };
/** The compiler asks for a telling of every field, so that none can change unseen. */
type Tellings<Thing> = { readonly [Key in keyof Thing]: Telling<Thing[Key]> };

const recipientTellings: Tellings<Recipient> = {
  mailbox: (before, after) => {
    const other = domain(before) !== domain(after);
    return {
      subject: "mailbox",
      lines: [`VAN  ${before}`, `NAAR ${after}`, ...(other ? ["Let op: ook wat na de @ staat, is anders."] : [])],
    };
  },
  kind: (before, after) => ({
    subject: "recipient",
    lines: fromTo("soort", before.toUpperCase(), after.toUpperCase()),
  }),
  name: (before, after) => ({ subject: "recipient", lines: fromTo("naam", before, after) }),
  kbo: (before, after) => ({ subject: "recipient", lines: fromTo("KBO-nummer", before, after) }),
  phone: (before, after) => ({ subject: "contact", lines: numberLines("telefoon", before, after) }),
  mobile: (before, after) => ({ subject: "contact", lines: numberLines("gsm", before, after) }),
  teams: (before, after) => ({ subject: "contact", lines: fromTo("Teams-adres", before ?? "geen", after ?? "geen") }),
  dpo: (before, after) => ({ subject: "dpo", lines: fromTo("e-mailadres", before, after) }),
  address: (before, after) => ({ subject: "other", lines: fromTo("adres", addressText(before), addressText(after)) }),
  website: (before, after) => ({ subject: "other", lines: fromTo("website", before, after) }),
  localName: (before, after) => ({ subject: "other", lines: fromTo("plaatselijke naam", before, after) }),
};

const protocolTellings: Tellings<Omit<Protocol, "id" | "agency" | "recipient">> = {
  places: (before, after) => ({ subject: "places", lines: memberLines(before.map(placeText), after.map(placeText)) }),
  data: (before, after) => {
    const lines = memberLines(fieldsOf(before), fieldsOf(after));
    const reasons = memberLines(reasonsOf(before), reasonsOf(after)).map((line) => `verantwoording ${line}`);
    if (lines[0] === REORDERED) return { subject: "texts", lines: reasons };
    return {
      subject: "fields",
      lines: reasonsOf(before).join() === reasonsOf(after).join() ? lines : [...lines, ...reasons],
    };
  },
  ended: (before, after) => ({ subject: "ended", lines: endLines(before, after) }),
  inForceFrom: (before, after) => ({ subject: "dates", lines: fromTo("van kracht vanaf", day(before), day(after)) }),
  agreementDate: (before, after) => ({ subject: "dates", lines: fromTo("overeenkomst van", day(before), day(after)) }),
  noticeMonths: (before, after) => ({
    subject: "dates",
    lines: fromTo("opzegtermijn", counted(before, "maand", "maanden"), counted(after, "maand", "maanden")),
  }),
  purpose: text("het doel"),
  legalBasis: text("de rechtsgronden"),
  retention: text("de bewaartermijn"),
  recipientCategories: text("de categorieën van ontvangers"),
  team: (before, after) => ({ subject: "other", lines: fromTo("team", before, after) }),
  published: (before, after) => ({
    subject: "other",
    lines: fromTo("gepubliceerd op", before ?? "de websites van de partijen", after ?? "de websites van de partijen"),
  }),
};

/** What is not the same in two versions of a protocol. */
export function protocolChanges(before: Protocol, after: Protocol): readonly Change[] {
  const { id: _id, agency: _agency, recipient: oldRecipient, ...old } = before;
  const { id, agency: _sender, recipient, ...current } = after;
  const who = `${recipient.name} (${id})`;
  return [...told(recipientTellings, oldRecipient, recipient), ...told(protocolTellings, old, current)].map(
    (change) => ({ ...change, who }),
  );
}

function told<Thing extends object>(tellings: Tellings<Thing>, before: Thing, after: Thing) {
  const tell = <Key extends keyof Thing>(key: Key) =>
    JSON.stringify(before[key]) === JSON.stringify(after[key]) ? [] : [tellings[key](before[key], after[key])];
  return keysOf(tellings).flatMap((key) => tell(key));
}

/** The one place that narrows: a map of tellings has the keys of what it tells of. */
function keysOf<Thing extends object>(tellings: Tellings<Thing>): readonly (keyof Thing)[] {
  return Object.keys(tellings) as (keyof Thing)[];
}

export const REORDERED = "alleen de volgorde is anders";

/** What came and what went; when neither, the order. */
export function memberLines(before: readonly string[], after: readonly string[]): readonly string[] {
  const lines = [
    ...after.filter((item) => !before.includes(item)).map((item) => `komt erbij: ${item}`),
    ...before.filter((item) => !after.includes(item)).map((item) => `valt weg:   ${item}`),
  ];
  return lines.length > 0 ? lines : [REORDERED];
}

export function fromTo(what: string, before: string, after: string): readonly string[] {
  return [`${what}: van “${before}” naar “${after}”`];
}

function text(what: string): Telling<string | readonly string[]> {
  return (before, after) => ({
    subject: "texts",
    lines: [`${what}:`, ...memberLines([before].flat(), [after].flat()).map((line) => `  ${line}`)],
  });
}

function numberLines(what: string, before: CheckedNumber | null, after: CheckedNumber | null): readonly string[] {
  if (before !== null && after !== null && before.number === after.number) {
    return [
      `${what}: hetzelfde nummer, opnieuw nagekeken op ${day(after.checkedOn)} (vroeger op ${day(before.checkedOn)})`,
    ];
  }
  return fromTo(
    what,
    before?.number ?? "geen",
    after === null ? "geen" : `${after.number}, nagekeken op ${day(after.checkedOn)}`,
  );
}

function endLines(before: Protocol["ended"], after: Protocol["ended"]): readonly string[] {
  if (after === null) return ["het einde is weggehaald: het protocol geldt weer"];
  const lines = [`geldt niet meer vanaf ${day(after.on)}: ${after.reason}`];
  return before === null ? lines : [...lines, `vroeger stond er: vanaf ${day(before.on)}, ${before.reason}`];
}

function fieldsOf(data: Protocol["data"]): readonly string[] {
  return data.flatMap(({ fields }) => fields.map(fieldText));
}

function reasonsOf(data: Protocol["data"]): readonly string[] {
  return data.map(({ justification }) => justification);
}

export function addressText({ street, houseNumber, postcode, municipality }: Recipient["address"]): string {
  return `${street} ${houseNumber}, ${postcode} ${municipality}`;
}

function domain(mailbox: string): string {
  return mailbox.slice(mailbox.lastIndexOf("@") + 1).toLowerCase();
}
