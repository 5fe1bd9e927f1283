import { isReference, type Reference } from "../../src/domain/reference.ts";
import {
  mailboxDigest,
  parseSeal,
  parseSealHeader,
  type Seal,
  sealHeader,
  serialiseSeal,
  textDigest,
} from "../../src/domain/seal.ts";
import { sha256 } from "../../src/domain/sha256.ts";
import { sampleSeal } from "./sample-seal.ts";

const SHA256 = "0123456789abcdef".repeat(4);
const SEAL: Seal = {
  reference: reference("DV-2026-7K3M9X"),
  protocolId: "dorp-1",
  mailbox: "sociaalhuis@dorp1.example",
  archive: { name: "doorverwijzing-DV-2026-7K3M9X.7z", bytes: 65_890, sha256: SHA256 },
};
const TO = mailboxDigest(SEAL.mailbox, sha256);
const TEXT = textDigest("Beste collega, in de bijlage", sha256);
const HEADER = `v=1; ref=DV-2026-7K3M9X; bytes=65890; sha256=${SHA256}; to=${TO}; text=${TEXT}`;
const READ = { reference: "DV-2026-7K3M9X", archive: { bytes: 65_890, sha256: SHA256 }, to: TO, text: TEXT };

test("the header says which referral and archive, and not which mailbox, protocol or text", () => {
  expect(sealHeader(SEAL, "Beste collega,\n\nin de bijlage", sha256)).toBe(HEADER);
});

test("a mailbox has one digest in every case, and another has another", () => {
  expect(mailboxDigest(" SociaalHuis@Dorp1.example", sha256)).toBe(TO);
  expect(mailboxDigest("sociaalhuis@dorp2.example", sha256)).not.toBe(TO);
  expect(TO).toMatch(/^[0-9a-f]{16}$/);
});

test("a text has one digest however its lines and spaces fall, and other words another", () => {
  expect(textDigest("beste  collega\r\nIn de  bijlage.", sha256)).toBe(TEXT);
  expect(textDigest("Beste collega, in de bijlagen", sha256)).not.toBe(TEXT);
});

test("the seal for the session of the message is read back whole", () => {
  const seal = sampleSeal(SEAL.reference);
  expect(parseSeal(serialiseSeal(seal))).toEqual(seal);
});

test.each<[string, (seal: object) => object]>([
  ["another version", (seal) => ({ ...seal, v: 2 })],
  ["no words to look for", (seal) => ({ ...seal, guarded: undefined })],
  ["no field of the client", (seal) => ({ ...seal, guarded: { salt: "", client: {}, password: [] } })],
  ["a reference that is none", (seal) => ({ ...seal, reference: "DV-2026-7K3M9U" })],
  ["an archive without a hash", (seal) => ({ ...seal, archive: { name: "a.7z", bytes: 3 } })],
])("with %s it is no seal of ours", (_name, change) => {
  const seal: object = JSON.parse(serialiseSeal(sampleSeal(SEAL.reference)));
  expect(parseSeal(JSON.stringify(change(seal)))).toBeNull();
});

test.each([
  ["as it was written", HEADER],
  ["with spaces around", ` ${HEADER} `],
  ["unfolded at a tab", HEADER.replace(" bytes", "\tbytes")],
  ["unfolded with a space too many", HEADER.replace(" sha256", "  sha256")],
  ["still folded", HEADER.replace(" sha256", "\r\n sha256")],
])("a header is read %s", (_name, header) => {
  expect(parseSealHeader(header)).toEqual(READ);
});

test.each([
  ["nothing", ""],
  ["another version", HEADER.replace("v=1", "v=2")],
  ["a reference that is none", HEADER.replace("DV-2026-7K3M9X", "DV-2026-7K3M9U")],
  ["a hash that is cut off", HEADER.slice(0, -1)],
  ["a hash in capitals", HEADER.replace(SHA256, SHA256.toUpperCase())],
  ["no mailbox", HEADER.replace(/ to=[^;]*;/, "")],
  ["no text", HEADER.replace(/; text=.*/, "")],
  ["a size of nothing", HEADER.replace("65890", "0")],
  ["a size below nothing", HEADER.replace("65890", "-1")],
  ["a size beyond all attachments", HEADER.replace("65890", "1000000000")],
  ["something after it", `${HEADER}; more=1`],
  ["another order", HEADER.replace("ref=DV-2026-7K3M9X; bytes=65890", "bytes=65890; ref=DV-2026-7K3M9X")],
])("%s is no header of ours", (_name, header) => {
  expect(parseSealHeader(header)).toBeNull();
});

function reference(text: string): Reference {
  if (!isReference(text)) throw new RangeError(text);
  return text;
}
