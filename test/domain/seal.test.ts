import { isReference, type Reference } from "../../src/domain/reference.ts";
import { parseSealHeader, type Seal, sealHeader } from "../../src/domain/seal.ts";

const SHA256 = "0123456789abcdef".repeat(4);
const SEAL: Seal = {
  reference: reference("DV-2026-7K3M9X"),
  protocolId: "dorp-1",
  mailbox: "sociaalhuis@dorp1.example",
  archive: { name: "doorverwijzing-DV-2026-7K3M9X.7z", bytes: 65_890, sha256: SHA256 },
};
const HEADER = `v=1; ref=DV-2026-7K3M9X; bytes=65890; sha256=${SHA256}`;
const READ = { reference: "DV-2026-7K3M9X", archive: { bytes: 65_890, sha256: SHA256 } };

test("the header says which referral and archive, and not which mailbox or protocol", () => {
  expect(sealHeader(SEAL)).toBe(HEADER);
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
  ["a size of nothing", HEADER.replace("65890", "0")],
  ["a size below nothing", HEADER.replace("65890", "-1")],
  ["a size beyond all attachments", HEADER.replace("65890", "1000000000")],
  ["something after it", `${HEADER}; to=a@b.example`],
  ["another order", `v=1; bytes=65890; ref=DV-2026-7K3M9X; sha256=${SHA256}`],
])("%s is no header of ours", (_name, header) => {
  expect(parseSealHeader(header)).toBeNull();
});

function reference(text: string): Reference {
  if (!isReference(text)) throw new RangeError(text);
  return text;
}
