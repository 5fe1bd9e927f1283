/** A column of the import: its title, where its value goes in the entry, and whether it may be left out or empty. */
export interface Column {
  readonly title: string;
  /** The path in a protocol, as the rules name it. */
  readonly path: string;
  readonly optional: boolean;
}

/** The columns, in the order of docs/directory.md; titles are compared without case and spaces at the ends. */
export const COLUMNS = {
  id: { title: "id", path: "id", optional: false },
  team: { title: "team", path: "team", optional: false },
  kind: { title: "soort", path: "recipient.kind", optional: false },
  name: { title: "naam", path: "recipient.name", optional: false },
  localName: { title: "plaatselijke naam", path: "recipient.localName", optional: false },
  kbo: { title: "KBO-nummer", path: "recipient.kbo", optional: false },
  street: { title: "straat", path: "recipient.address.street", optional: false },
  houseNumber: { title: "huisnummer", path: "recipient.address.houseNumber", optional: false },
  postcode: { title: "postcode", path: "recipient.address.postcode", optional: false },
  municipality: { title: "gemeente", path: "recipient.address.municipality", optional: false },
  mailbox: { title: "mailbox", path: "recipient.mailbox", optional: false },
  phone: { title: "telefoon", path: "recipient.phone.number", optional: true },
  phoneChecked: { title: "telefoon nagekeken op", path: "recipient.phone.checkedOn", optional: true },
  mobile: { title: "gsm", path: "recipient.mobile.number", optional: true },
  mobileChecked: { title: "gsm nagekeken op", path: "recipient.mobile.checkedOn", optional: true },
  teams: { title: "Teams-adres", path: "recipient.teams", optional: true },
  dpo: { title: "DPO", path: "recipient.dpo", optional: false },
  website: { title: "website", path: "recipient.website", optional: false },
  places: { title: "plaatsen", path: "places", optional: false },
  inForceFrom: { title: "van kracht vanaf", path: "inForceFrom", optional: false },
  agreementDate: { title: "overeenkomst van", path: "agreementDate", optional: false },
  noticeMonths: { title: "opzegtermijn in maanden", path: "noticeMonths", optional: true },
  published: { title: "gepubliceerd op", path: "published", optional: true },
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnName = keyof typeof COLUMNS;

/** Columns of names, in which Word and Excel put other dashes, apostrophes and spaces than were typed. */
export const NAMES: ReadonlySet<ColumnName> = new Set([
  "team",
  "name",
  "localName",
  "street",
  "houseNumber",
  "municipality",
  "places",
]);

/** The name of the column under a title; `null` for a title that is none of ours. */
export function columnOf(title: string): ColumnName | null {
  return columnNames().find((name) => COLUMNS[name].title.toLowerCase() === title.trim().toLowerCase()) ?? null;
}

/** The column that a path in a protocol comes from: the longest that leads there; `null` for what the template gave. */
export function columnAt(path: string): ColumnName | null {
  const leads = (start: string): boolean =>
    path === start || path.startsWith(`${start}.`) || path.startsWith(`${start}[`);
  const part = (start: string): boolean => path !== "" && start.startsWith(`${path}.`);
  const names = columnNames();
  return names.find((name) => leads(COLUMNS[name].path)) ?? names.find((name) => part(COLUMNS[name].path)) ?? null;
}

export function columnNames(): readonly ColumnName[] {
  return Object.keys(COLUMNS).filter((key): key is ColumnName => Object.hasOwn(COLUMNS, key));
}
