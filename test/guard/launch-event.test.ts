import { readFileSync, statSync } from "node:fs";
import { parse } from "acorn";
import { hex } from "../../src/domain/digest.ts";
import { guardedWords } from "../../src/domain/guarded-words.ts";
import type { SendReason } from "../../src/domain/judge-send.ts";
import { archiveName, newReference } from "../../src/domain/reference.ts";
import { type GuardedSeal, SEAL_KEY, sealHeader, serialiseSeal } from "../../src/domain/seal.ts";
import { sha256 } from "../../src/domain/sha256.ts";
import { alert } from "../../src/texts/nl/guard.ts";
import { type Answers, runGuard, type Trouble } from "./outlook-engine.ts";

/** The built file that Outlook runs at every Send (npm run check builds it first). */
const FILE = "dist/launchevent.js";
const SOURCE = readFileSync(FILE, "utf8");
/** Bytes. */
const MOST = 16_384;

const BYTES = Uint8Array.from({ length: 3000 }, (_, index) => (index * 31) & 0xff);
const REFERENCE = newReference(2026, () => 7);
const TEXT = "Beste collega, in de bijlage zit een doorverwijzing.";
const SEAL: GuardedSeal = {
  reference: REFERENCE,
  protocolId: "dorp-1",
  mailbox: "sociaalhuis@dorp1.example",
  archive: { name: archiveName(REFERENCE), bytes: BYTES.length, sha256: hex(sha256(BYTES)) },
  guarded: guardedWords(
    { client: { firstName: "Zwaluwine" }, password: "boom-vis-kaas", salt: "5a".repeat(16), leaveOut: TEXT },
    sha256,
  ),
};
/** A referral as it was sealed. */
const OURS: Answers = {
  header: { "X-Doorverwijzing": sealHeader(SEAL, TEXT, sha256) },
  subject: `Vertrouwelijk: doorverwijzing ${REFERENCE}`,
  attachments: [{ id: "0", name: SEAL.archive.name, size: BYTES.length, isInline: false }],
  session: { [SEAL_KEY]: serialiseSeal(SEAL), other: "x" },
  to: [{ emailAddress: SEAL.mailbox, displayName: "Sociaal huis" }],
  cc: [],
  bcc: [],
  text: TEXT,
  content: { content: Buffer.from(BYTES).toString("base64"), format: "base64" },
};
const OTHER: Answers = { header: {}, subject: "Agenda", attachments: [], session: {} };
const SIGNS = ["header", "subject", "attachments", "session"];
const ALLOWED = [{ allowEvent: true }];

const blocked = (...reasons: readonly SendReason[]) => [{ allowEvent: false, errorMessage: alert.text(reasons) }];

test("is one file of the language of 2016, small, and names nothing that Outlook's engine lacks", () => {
  expect(() => parse(SOURCE, { ecmaVersion: 2016, sourceType: "script" })).not.toThrow();
  expect(statSync(FILE).size).toBeLessThanOrEqual(MOST);
  const lacking =
    /\b(?:async|await|document|window|self|globalThis|crypto|atob|btoa|TextEncoder|TextDecoder|fetch|XMLHttpRequest|localStorage|importScripts|BigInt|require)\b/g;
  expect(SOURCE.match(lacking)).toBeNull();
});

test("its page loads office.js and this file, and nothing else", () => {
  const page = readFileSync("dist/launchevent.html", "utf8");
  expect(
    [...page.matchAll(/<(?:script|link|img|style|iframe)\b[^>]*>/g)].map(([tag]) => tag.replaceAll('"', "")),
  ).toEqual(["<script src=https://appsforoffice.microsoft.com/lib/1/hosted/office.js>", "<script src=launchevent.js>"]);
});

test("lets an untouched referral go, once", async () => {
  expect(await runGuard(OURS)).toEqual({
    completed: ALLOWED,
    calls: [...SIGNS, "to", "cc", "bcc", "text", "content"],
  });
});

test("lets any other message go after four small calls", async () => {
  expect(await runGuard(OTHER)).toEqual({ completed: ALLOWED, calls: SIGNS });
});

test.each<[string, Answers, readonly SendReason[]]>([
  [
    "another recipient",
    { bcc: [{ emailAddress: "", displayName: "Sociaal huis" }] },
    [{ code: "other-recipient", where: ["bcc"] }],
  ],
  ["other content", { content: { content: "AAAA", format: "base64" } }, [{ code: "archive-changed" }]],
  ["content in another form", { content: { content: "x", format: "url" } }, [{ code: "unreadable", what: "archive" }]],
  ["the client's name", { text: `Zwaluwine ${TEXT}` }, [{ code: "client", where: "body", fields: ["firstName"] }]],
])("blocks a referral with %s, with the reason", async (_name, change, reasons) => {
  expect((await runGuard({ ...OURS, ...change })).completed).toEqual(blocked(...reasons));
});

test("asks when the session forgot the seal and the text is another, where Outlook can ask", async () => {
  const { completed } = await runGuard({ ...OURS, session: {}, text: `${TEXT} Nog iets.` });
  expect(completed).toEqual([{ ...blocked({ code: "text-changed" })[0], sendModeOverride: "promptUser" }]);
});

const TROUBLES: readonly Trouble[] = ["fails", "throws", "answers nonsense", "never answers"];
/** What a referral is blocked for when this call goes wrong; seal and header make up for one another. */
const LOST: Readonly<Record<string, SendReason | null>> = {
  header: null,
  subject: { code: "unreadable", what: "subject" },
  attachments: { code: "unreadable", what: "attachments" },
  session: { code: "unreadable", what: "seal" },
  to: { code: "unreadable", what: "recipients" },
  cc: { code: "unreadable", what: "recipients" },
  bcc: { code: "unreadable", what: "recipients" },
  text: { code: "unreadable", what: "text" },
  content: { code: "unreadable", what: "archive" },
};

test.each(Object.keys(LOST).flatMap((call) => TROUBLES.map((trouble): [string, Trouble] => [call, trouble])))(
  "a referral of which %s %s is decided once, by what is known, whatever comes later",
  async (call, trouble) => {
    const { completed } = await runGuard(OURS, { [call]: trouble });
    expect(completed).toHaveLength(1);
    // Nothing kept is what an Outlook that forgot the seal says too; then the header tells.
    const reason = call === "session" && trouble === "answers nonsense" ? null : (LOST[call] ?? null);
    if (trouble === "never answers" && SIGNS.includes(call)) {
      // The rest was not asked any more when the time was up.
      expect(completed).toEqual([expect.objectContaining({ allowEvent: false })]);
    } else if (trouble === "never answers" && call === "text") {
      // Its content is asked for after the text.
      expect(completed).toEqual(blocked({ code: "unreadable", what: "archive" }));
    } else {
      expect(completed).toEqual(reason === null ? ALLOWED : blocked(reason));
    }
  },
);

test.each(SIGNS.flatMap((call) => TROUBLES.map((trouble): [string, Trouble] => [call, trouble])))(
  "any other message of which %s %s goes, once",
  async (call, trouble) => {
    expect(await runGuard(OTHER, { [call]: trouble })).toEqual({ completed: ALLOWED, calls: SIGNS });
  },
);

test("an Outlook that answers everything twice is heard once", async () => {
  const twice = Object.fromEntries(Object.keys(OURS).map((call): [string, Trouble] => [call, "answers twice"]));
  expect((await runGuard(OURS, twice)).completed).toEqual(ALLOWED);
});
