import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { allTexts, MODULES, type Text } from "./all-texts.ts";

const root = join(__dirname, "..", "..");

/** The page before the pane is there, and when it can not be. */
const PAGE: readonly Text[] = readFileSync(join(root, "src", "taskpane", "page.html"), "utf8")
  .split(/<[^>]*>/)
  .map((text) => ({ path: "page.html", text: text.trim() }))
  .filter(({ text }) => text !== "");

/** The name, the buttons and what they are for, as Outlook shows them to people who read Dutch. */
const MANIFEST: readonly Text[] = [
  ...readFileSync(join(root, "manifest.xml"), "utf8").matchAll(
    /<(?:DisplayName|Description|bt:String)\b[^>]*\bDefaultValue="([^"]*)"/g,
  ),
].map(([, text = ""]) => ({ path: "manifest.xml", text }));

const ALL: readonly Text[] = [...allTexts(), ...PAGE, ...MANIFEST];
/** To be read to the client, whom a social worker does not call by first names. */
const ALOUD = ALL.filter(({ path }) => path === "consent.readAloudText");
const TO_THE_USER = ALL.filter(({ path }) => path !== "consent.readAloudText" && path !== "manifest.xml");
/** Documents hold the people of the sample; message.test.ts looks at those. */
const OF_OUR_OWN = ALL.filter(({ path }) => !/^(message\.messageContent|referral-sheet)/.test(path));

/** English that a text in Dutch has no use for. Not here: what is Dutch too, such as "open", "is", "mailbox", "team". */
const ENGLISH =
  /(?<![\p{L}-])(the|and|your|you|please|sorry|oops|error|failed|failure|invalid|required|missing|unknown|loading|submit|click|button|password|message|attachment|draft|file|folder|field|name|date|phone|cancel|save|send|retry|try|back|next|yes|not|for|from|with|this|seal|sealed|archive|referral|consent|client|sender|recipient|pane|undefined|null|NaN|object)(?![\p{L}])/iu;

/** How one speaks to a person one does not know. */
const POLITE = /(?<!\p{L})(u|uw|uzelf)(?!\p{L})/iu;

/** What another program says, as it says it. */
const QUOTED = /“[^”]*”/g;

function offenders(texts: readonly Text[], wrong: RegExp): readonly Text[] {
  return texts.filter(({ text }) => wrong.test(text.replace(QUOTED, "")));
}

test("every file of texts is looked at, and the page and the manifest too", () => {
  const files = readdirSync(join(root, "src", "texts", "nl")).map((name) => name.replace(/\.ts$/, ""));
  expect(Object.keys(MODULES).sort()).toEqual(files.sort());
  for (const name of Object.keys(MODULES)) expect(ALL.some(({ path }) => path.startsWith(`${name}.`))).toBe(true);
  expect(PAGE.map(({ text }) => text)).toContain("Veilig doorverwijzen");
  expect(MANIFEST.map(({ text }) => text)).toContain("Gezin doorverwijzen");
});

test("no text raises its voice", () => {
  expect(offenders(ALL, /!/)).toEqual([]);
});

test("the user is 'je', never 'u'", () => {
  expect(offenders(TO_THE_USER, POLITE)).toEqual([]);
});

test("the user is 'je' in the manifest too", () => {
  expect(offenders(MANIFEST, POLITE)).toEqual([]);
});

test("the client, to whom a text is read, is 'u', never 'je'", () => {
  expect(ALOUD.length).toBeGreaterThan(0);
  expect(offenders(ALOUD, /(?<!\p{L})(je|jij|jou|jouw)(?!\p{L})/iu)).toEqual([]);
  for (const { text } of ALOUD) expect(text).toMatch(POLITE);
});

test("no text speaks English or shows a gap that was not filled", () => {
  expect(offenders(ALL, ENGLISH)).toEqual([]);
});

test("no text is empty or has white space too much", () => {
  expect(ALL.filter(({ text }) => text.trim() === "" || /\s\s|\s[.,:;?](\s|$)/.test(text))).toEqual([]);
});

test("no text names anybody's address or number, apart from those that show how one is written", () => {
  const addresses = OF_OUR_OWN.flatMap(({ text }) => text.match(/[^\s@]+@[^\s@]+\p{L}/gu) ?? []);
  expect(addresses.filter((address) => !/@(voorbeeld\.be|[\w.]+\.example)$/.test(address))).toEqual([]);
  const numbers = OF_OUR_OWN.flatMap(({ text }) => text.match(/(?:\+\d|\b0\d)[\d ./]{6,}\d/g) ?? []);
  expect(numbers.filter((number) => number !== "0470 12 34 56")).toEqual([]);
});
