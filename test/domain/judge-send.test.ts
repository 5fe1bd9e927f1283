import { guardedWords } from "../../src/domain/guarded-words.ts";
import { judgeSend, type KeptSeal, type Outgoing, type SendReason, type Verdict } from "../../src/domain/judge-send.ts";
import { textBody } from "../../src/domain/message-body.ts";
import { archiveName, newReference } from "../../src/domain/reference.ts";
import { type GuardedSeal, parseSealHeader, type SealHeader, sealHeader } from "../../src/domain/seal.ts";
import { sha256 } from "../../src/domain/sha256.ts";
import { messageContent, subjectText } from "../../src/texts/nl/message.ts";
import { REFERRAL } from "../document/sample-referral.ts";

/** A client of whom every word is a sign, and a sender with the same family name as another client below. */
const CLIENT = {
  firstName: "Zwaluwine",
  lastName: "Knoterbeuk-Öztürk",
  street: "Flierefluiterdreef",
  municipality: "Gerdingen",
  phone: "+32498765432",
  email: "kwispel.bos@raadselhut.example",
};
const PASSWORD = "boom-vis-kaas-wolk-fiets-lamp-deur";
const REFERENCE = REFERRAL.reference;
const MAILBOX = "sociaalhuis@bree.be";
const SIGNATURE = "\n-- \nEls Voorbeeld\nKind en Gezin\nStationsstraat 1, 3960 Bree";
const SUBJECT = subjectText(REFERENCE);
const TEXT = textBody(messageContent(REFERRAL, () => "089 12 34 56")) + SIGNATURE;
const ARCHIVE = { name: archiveName(REFERENCE), bytes: 65_890, sha256: "0a".repeat(32) };
const SENDER = "Els Voorbeeld els@team.example";

function sealFor(client: Partial<typeof CLIENT>): GuardedSeal {
  const leaveOut = [TEXT, SUBJECT, SENDER].join("\n");
  return {
    reference: REFERENCE,
    protocolId: "opgroeien-ocmw-bree",
    mailbox: MAILBOX,
    archive: ARCHIVE,
    guarded: guardedWords({ client, password: PASSWORD, salt: "5a".repeat(16), leaveOut }, sha256),
  };
}

const SEAL = sealFor(CLIENT);
const HEADER = headerOf(SEAL);
const FILE = { name: ARCHIVE.name, size: ARCHIVE.bytes, inline: false };
const LOGO = { name: "image001.png", size: 4000, inline: true };
/** As it was sealed. */
const READY: Outgoing = {
  to: [MAILBOX],
  cc: [],
  bcc: [],
  subject: SUBJECT,
  text: TEXT,
  attachments: [FILE],
  archiveSha256: ARCHIVE.sha256,
  header: HEADER,
};

const allow: Verdict = { kind: "allow" };
const block = (...reasons: [SendReason, ...SendReason[]]): Verdict => ({ kind: "block", reasons });
const ask = (...reasons: [SendReason, ...SendReason[]]): Verdict => ({ kind: "ask", reasons });
const typed = (text: string): Partial<Outgoing> => ({ text: `${text}\n${TEXT}` });
const inBody = (...fields: Extract<SendReason, { code: "client" }>["fields"][number][]): Verdict =>
  block({ code: "client", where: "body", fields });

test.each<[string, Partial<Outgoing>, Verdict]>([
  ["as it was sealed", {}, allow],
  ["with the logo of the signature", { attachments: [FILE, LOGO] }, allow],
  ["with a picture without an ending, inline", { attachments: [FILE, { ...LOGO, name: "image001" }] }, allow],
  ["to the mailbox in another case", { to: ["SociaalHuis@Bree.BE"] }, allow],
  ["to the mailbox twice", { to: [MAILBOX, MAILBOX] }, allow],
  ["to the mailbox in Cc too", { cc: [MAILBOX] }, allow],
  ["with a mark of a server before its subject", { subject: `[EXTERN] ${SUBJECT}` }, allow],
  ["counted in its encoded form", { attachments: [{ ...FILE, size: 91_000 }] }, allow],
  ["with ordinary words before it", typed("Dag collega, met vriendelijke groeten"), allow],
  ["with an emoji", typed("Bedankt 👍🏽"), allow],
  ["without any text", { text: "" }, allow],
  ["with one word of the password", typed("Er staat een boom op het plein"), allow],
  ["with two words of the password in another order", typed("vis boom"), allow],
  ["to nobody", { to: [] }, block({ code: "no-recipient" })],
  ["to another", { to: ["an@post.example"] }, block({ code: "other-recipient", where: ["to"] })],
  ["to another too", { to: [MAILBOX, "an@post.example"] }, block({ code: "other-recipient", where: ["to"] })],
  ["to a colleague in Cc", { cc: ["el@opgroeien.example"] }, block({ code: "other-recipient", where: ["cc"] })],
  ["to a colleague in Bcc", { bcc: ["el@opgroeien.example"] }, block({ code: "other-recipient", where: ["bcc"] })],
  [
    "to others everywhere",
    { to: ["a@b.example"], cc: ["c@d.example"], bcc: ["e@f.example"] },
    block({ code: "other-recipient", where: ["to", "cc", "bcc"] }),
  ],
  ["to a distribution list", { to: ["sociaalhuis-allen@bree.be"] }, block({ code: "other-recipient", where: ["to"] })],
  [
    "to what Outlook could not resolve",
    { to: ["Sociaal huis Bree"] },
    block({ code: "other-recipient", where: ["to"] }),
  ],
  [
    "to a mailbox that looks alike",
    { to: ["sociaalhuis@bree.be.example"] },
    block({ code: "other-recipient", where: ["to"] }),
  ],
  ["without its archive", { attachments: [LOGO] }, block({ code: "archive-missing" })],
  ["without any attachment", { attachments: [] }, block({ code: "archive-missing" })],
  [
    "with its archive under another name",
    { attachments: [{ ...FILE, name: "dossier.7z" }] },
    block({ code: "archive-missing" }, { code: "other-attachment" }),
  ],
  ["with an archive of another size", { attachments: [{ ...FILE, size: 1000 }] }, block({ code: "archive-changed" })],
  ["with an archive of other content", { archiveSha256: "0b".repeat(32) }, block({ code: "archive-changed" })],
  ["with its archive twice", { attachments: [FILE, FILE] }, block({ code: "other-attachment" })],
  [
    "with a file beside it",
    { attachments: [FILE, { ...FILE, name: "nota.pdf" }] },
    block({ code: "other-attachment" }),
  ],
  [
    "with a picture as a file",
    { attachments: [FILE, { ...LOGO, inline: false }] },
    block({ code: "other-attachment" }),
  ],
  [
    "with an inline file that is no picture",
    { attachments: [FILE, { ...LOGO, name: "nota.pdf" }] },
    block({ code: "other-attachment" }),
  ],
  ["with another subject", { subject: "Doorverwijzing" }, block({ code: "reference-missing" })],
  ["without a subject", { subject: "" }, block({ code: "reference-missing" })],
  [
    "with the client's name in its subject",
    { subject: `${SUBJECT} Zwaluwine` },
    block({ code: "client", where: "subject", fields: ["firstName"] }),
  ],
  ["with the first name", typed("Zwaluwine komt morgen"), inBody("firstName")],
  ["with half of a double name, without its diacritics", typed("mevrouw OZTURK"), inBody("lastName")],
  ["with a name that a line break cut", typed("mevrouw Knoter-\r\nbeuk"), inBody("lastName")],
  ["with a name over two lines", typed("Zwaluwine\nKnoterbeuk"), inBody("firstName", "lastName")],
  ["with a name that hides a sign nobody sees", typed("Knoter\u200bbeuk"), inBody("lastName")],
  ["with the name in a quoted reply", typed("> Van: An\n> Zwaluwine vroeg"), inBody("firstName")],
  ["with the street", typed("ze woont in de flierefluiterdreef"), inBody("street")],
  ["with the municipality", typed("Gerdingen"), inBody("municipality")],
  ...[
    "0498 76 54 32",
    "0498/76.54.32",
    "0498765432",
    "+32 498 76 54 32",
    "0032498765432",
    "+32 (0)498 76 54 32",
    "498765432",
    "(0498) 76 54 32",
    "tel.0498-765432.",
  ].map((phone): [string, Partial<Outgoing>, Verdict] => [
    `with the phone as ${phone}`,
    typed(`bel ${phone} of mij`),
    inBody("phone"),
  ]),
  ["with a number beside the phone", typed("1 0498 76 54 32 2026"), inBody("phone")],
  ["with the e-mail address", typed("kwispel.bos@raadselhut.example"), inBody("email")],
  ["with the first half of the e-mail address", typed("KWISPEL"), inBody("email")],
  ["with the whole password", typed(PASSWORD), block({ code: "password", where: "body" })],
  [
    "with the password in capitals and spaces",
    typed(PASSWORD.replaceAll("-", " ").toUpperCase()),
    block({ code: "password", where: "body" }),
  ],
  ["with two words of the password in a row", typed("ww: kaas wolk"), block({ code: "password", where: "body" })],
  [
    "with the password in numbered lines",
    typed(
      PASSWORD.split("-")
        .map((word, index) => `${index + 1}. ${word}`)
        .join("\n"),
    ),
    block({ code: "password", where: "body" }),
  ],
  [
    "with the password in its subject",
    { subject: `${SUBJECT} ${PASSWORD}` },
    block({ code: "password", where: "subject" }),
  ],
  [
    "with all at once",
    { to: [], attachments: [], subject: "Zwaluwine", ...typed(PASSWORD) },
    block(
      { code: "no-recipient" },
      { code: "archive-missing" },
      { code: "reference-missing" },
      { code: "client", where: "subject", fields: ["firstName"] },
      { code: "password", where: "body" },
    ),
  ],
  ...(["to", "cc", "bcc"] as const).map((field): [string, Partial<Outgoing>, Verdict] => [
    `whose ${field} Outlook does not tell`,
    { [field]: null },
    block({ code: "unreadable", what: "recipients" }),
  ]),
  ["whose subject Outlook does not tell", { subject: null }, block({ code: "unreadable", what: "subject" })],
  ["whose text Outlook does not tell", { text: null }, block({ code: "unreadable", what: "text" })],
  [
    "whose attachments Outlook does not tell",
    { attachments: null },
    block({ code: "unreadable", what: "attachments" }),
  ],
  ["whose archive Outlook does not give", { archiveSha256: null }, block({ code: "unreadable", what: "archive" })],
  ["whose header is gone", { header: "absent" }, allow],
])("a referral %s", (_name, change, verdict) => {
  expect(judgeSend(SEAL, { ...READY, ...change }, sha256)).toEqual(verdict);
  // The same message, sent twice.
  expect(judgeSend(SEAL, { ...READY, ...change }, sha256)).toEqual(verdict);
});

test.each<[string, KeptSeal, Partial<Outgoing>, Verdict]>([
  ["opened again, untouched", "absent", {}, allow],
  ["opened again, with other spaces and lines", "absent", { text: TEXT.replace(/\n/g, " \r\n ") }, allow],
  ["opened again, with other words", "absent", typed("Dag"), ask({ code: "text-changed" })],
  [
    "opened again, to another",
    "absent",
    { to: ["an@post.example"] },
    block({ code: "other-recipient", where: ["to"] }),
  ],
  ["opened again, to the mailbox in another case", "absent", { to: [MAILBOX.toUpperCase()] }, allow],
  ["opened again, without its archive", "absent", { attachments: [] }, block({ code: "archive-missing" })],
  [
    "opened again, with another archive",
    "absent",
    { archiveSha256: "1".repeat(64) },
    block({ code: "archive-changed" }),
  ],
  ["whose seal cannot be read", "unknown", {}, block({ code: "unreadable", what: "seal" })],
  ["whose header says nothing", "absent", { header: "garbled" }, block({ code: "unreadable", what: "seal" })],
  [
    "whose seal is gone and header not told",
    "absent",
    { header: "unknown" },
    block({ code: "unreadable", what: "seal" }),
  ],
  [
    "that is forwarded with its archive",
    "absent",
    { header: "absent", subject: `FW: ${SUBJECT}` },
    ask({ code: "no-seal" }),
  ],
  [
    "whose archive is attached to another message",
    "absent",
    { header: "absent", subject: "Vraag" },
    ask({ code: "no-seal" }),
  ],
  [
    "that is answered",
    "absent",
    { header: "absent", subject: `RE: ${SUBJECT}`, attachments: [] },
    ask({ code: "no-seal" }),
  ],
])("a referral %s", (_name, seal, change, verdict) => {
  expect(judgeSend(seal, { ...READY, ...change }, sha256)).toEqual(verdict);
});

const ORDINARY: Outgoing = {
  to: ["an@post.example"],
  cc: null,
  bcc: null,
  subject: "Agenda",
  text: null,
  attachments: [],
  archiveSha256: null,
  header: "absent",
};

test.each<[string, KeptSeal, Partial<Outgoing>]>([
  ["an ordinary one", "absent", {}],
  ["one with a 7-Zip file of somebody else", "absent", { attachments: [{ ...FILE, name: "foto's.7z" }] }],
  ["one about doorverwijzen", "absent", { subject: "Doorverwijzing van een gezin" }],
  ["one that names a reference in passing", "absent", { subject: `Vraag over ${REFERENCE}` }],
  ["one of which Outlook tells nothing", "unknown", { subject: null, attachments: null, header: "unknown" }],
])("any other message goes: %s", (_name, seal, change) => {
  expect(judgeSend(seal, { ...ORDINARY, ...change }, sha256)).toEqual(allow);
});

test.each<[string, Partial<typeof CLIENT>]>([
  ["is called De Bree", { lastName: "De Bree" }],
  ["has the sender's family name", { lastName: "Voorbeeld" }],
  ["lives in the street of the signature", { street: "Stationsstraat" }],
  ["lives in the recipient's municipality", { municipality: "Bree" }],
  ["has a name of two letters", { firstName: "Jo", lastName: "El" }],
  ["has particles in the name", { lastName: "Van den Berghe" }],
])("a client who %s does not stop the message as it is", (_name, client) => {
  expect(judgeSend(sealFor(client), READY, sha256)).toEqual(allow);
});

test("the seal holds no value of the client and no word of the password, in whatever case", () => {
  const kept = JSON.stringify(SEAL.guarded).toLowerCase();
  const values = [...Object.values(CLIENT), ...PASSWORD.split("-")].flatMap((value) =>
    value.toLowerCase().split(/[-@. ]/),
  );
  expect(values.filter((value) => kept.includes(value))).toEqual([]);
});

test("another salt gives other hashes", () => {
  const other = guardedWords({ client: CLIENT, password: PASSWORD, salt: "a5".repeat(16), leaveOut: "" }, sha256);
  const all = (words: typeof other) => [...Object.values(words.client).flat(), ...words.password];
  expect(all(other).filter((hash) => all(SEAL.guarded).includes(hash))).toEqual([]);
});

describe("a hundred clients and senders", () => {
  const NAMES = ["Aarts", "Ben Ali", "Çelik", "De Smet", "El Amrani", "Fernández", "Ġużè", "Nguyễn", "O'Brien", "Żółć"];
  const STREETS = ["Kerkstraat", "Lange Lozanastraat", "Grote Markt", "Dorp", "Sint-Jansplein"];
  const rows = Array.from({ length: 100 }, (_, index) => {
    const name = NAMES[index % 10] ?? "";
    const client = {
      firstName: `Kind${"abcdefghij"[index % 10]}${"klmnopqrst"[Math.floor(index / 10)]}`,
      lastName: `${name} Proefnaam${"abcdefghij"[Math.floor(index / 10)]}`,
      street: STREETS[index % 5] ?? "",
      municipality: index % 3 === 0 ? "Bree" : "Opitter",
      phone: `+3247${String(1_000_000 + index)}`,
      email: `${index % 2 === 0 ? "bree" : "kind"}${index}@post.example`,
    };
    const sender = { ...REFERRAL.sender, name: `Els ${NAMES[(index * 3) % 10]}`, email: `els${index}@team.example` };
    const referral = { ...REFERRAL, sender, reference: newReference(2026, (bound) => (index * 7) % bound) };
    const text = textBody(messageContent(referral, () => "089 12 34 56")) + SIGNATURE;
    const subject = subjectText(referral.reference);
    const leaveOut = [text, subject, sender.name, sender.email].join("\n");
    const seal: GuardedSeal = {
      reference: referral.reference,
      protocolId: "opgroeien-ocmw-bree",
      mailbox: MAILBOX,
      archive: { ...ARCHIVE, name: archiveName(referral.reference) },
      guarded: guardedWords({ client, password: PASSWORD, salt: "5a".repeat(16), leaveOut }, sha256),
    };
    const outgoing: Outgoing = {
      ...READY,
      subject,
      text,
      attachments: [{ ...FILE, name: seal.archive.name }],
      header: headerOf(seal),
    };
    return { client, seal, outgoing };
  });

  test("all go as they are", () => {
    expect(rows.map(({ seal, outgoing }) => judgeSend(seal, outgoing, sha256).kind)).toEqual(rows.map(() => "allow"));
  });

  test("none goes with the client's first name in it", () => {
    const verdicts = rows.map(({ client, seal, outgoing }) =>
      judgeSend(seal, { ...outgoing, text: `${outgoing.text} ${client.firstName}` }, sha256),
    );
    expect(verdicts).toEqual(rows.map(() => inBody("firstName")));
  });
});

describe("two hundred ordinary mails", () => {
  const KINDS = [
    ["Factuur", "In bijlage vindt u factuur", "factuur.pdf"],
    ["Verslag", "Hierbij het verslag van de vergadering van", "verslag.docx"],
    ["Nieuwsbrief", "Lees deze maand over", "nieuws.html"],
    ["Facture", "Veuillez trouver en annexe la facture", "facture.pdf"],
    ["Compte rendu", "Voici le compte rendu de la réunion du", "rapport.docx"],
    ["Invoice", "Please find attached invoice", "invoice.pdf"],
    ["Minutes", "These are the minutes of", "minutes.docx"],
    ["Newsletter", "This month we read about", "news.7z"],
  ] as const;
  const mails = Array.from({ length: 200 }, (_, index): Outgoing => {
    const [subject, text, name] = KINDS[index % KINDS.length] ?? KINDS[0];
    return {
      ...ORDINARY,
      subject: `${index % 3 === 0 ? "RE: " : ""}${subject} ${2026 - (index % 5)}-${index}`,
      text: `${text} ${index}. 0498 76 54 3${index % 10}, Gerdingen`,
      attachments: index % 2 === 0 ? [] : [{ name, size: 1000 * index, inline: index % 4 === 1 }],
    };
  });

  test("all go", () => {
    expect(mails.map((mail) => judgeSend("absent", mail, sha256))).toEqual(mails.map(() => allow));
  });
});

function headerOf(seal: GuardedSeal): SealHeader {
  const header = parseSealHeader(sealHeader(seal, TEXT, sha256));
  if (header === null) throw new TypeError("headerOf: the header does not read back");
  return header;
}
