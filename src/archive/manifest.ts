import { ArchiveError } from "./archive-error.ts";
import { type ArchivedFile, sizeOf } from "./archived-file.ts";
import { type Bytes, concat, equalBytes, hex } from "./bytes.ts";

/*
 * 7z has no authentication, so the JSON, the last file of the archive, ends in
 *
 *   ,"manifest":{"version":1,"files":[{"name":…,"bytes":…,"sha256":…}, …],"mac":"<64 hex digits>"}}<spaces>
 *
 * mac = HMAC-SHA256(K, the whole JSON file with 64 zeros instead of the mac), K = HMAC-SHA256(archive key, LABEL).
 */

const LABEL = "veilig-doorverwijzen manifest v1";
const VERSION = 1;
const MAC_DIGITS = 64;
const NO_MAC = "0".repeat(MAC_DIGITS);
const CLOSING = '"}}';
/** All files together are a multiple of this, so that the size says nothing about the client. */
export const SIZE_STEP = 64 * 1024;

const SPACE = 0x20;

/**
 * The files with the manifest in the last one, which must be a JSON object without a member of that name; padded with
 * spaces so that all files together are a multiple of `SIZE_STEP`.
 * @throws {TypeError} when the last file is no such object.
 */
export async function withManifest(files: readonly ArchivedFile[], key: Bytes): Promise<readonly ArchivedFile[]> {
  const json = files.at(-1);
  if (json === undefined) throw new TypeError("withManifest: expected a JSON object as the last file, received none");
  const others = files.slice(0, -1);
  const member = `${await openMember(others)}${NO_MAC}${CLOSING}`;
  const text = new TextEncoder().encode(openObject(json.bytes) + member);
  const size = text.byteLength + sizeOf(others);
  const padded = concat(text, new Uint8Array((SIZE_STEP - (size % SIZE_STEP)) % SIZE_STEP).fill(SPACE));
  padded.set(new TextEncoder().encode(await mac(padded, key)), text.byteLength - CLOSING.length - MAC_DIGITS);
  return [...others, { name: json.name, bytes: padded }];
}

/** The text of a JSON object up to where one more member can stand. */
function openObject(json: Bytes): string {
  const { text, members } = parsed(json);
  if (members === null || members.includes("manifest")) {
    throw new TypeError("withManifest: expected a JSON object without manifest as the last file");
  }
  return text.trimEnd().slice(0, -1).trimEnd() + (members.length > 0 ? "," : "");
}

/** `members` is `null` for what is no JSON object in UTF-8. */
function parsed(json: Bytes): { readonly text: string; readonly members: readonly string[] | null } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(json);
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return { text, members: isObject ? Object.keys(value) : null };
  } catch {
    return { text: "", members: null }; // The parser's message would quote the text.
  }
}

/**
 * Checks that whoever wrote the files knew the key, and that they are all there, unchanged, and padded.
 * @throws {ArchiveError} `manifest`
 */
export async function checkManifest(files: readonly ArchivedFile[], key: Bytes): Promise<void> {
  const json = files.at(-1);
  if (json === undefined) throw new ArchiveError("manifest", "no files");
  let end = json.bytes.byteLength;
  while (end > 0 && json.bytes[end - 1] === SPACE) end -= 1;
  // The place of the mac follows from the end alone: whatever the text holds earlier, it is not searched.
  const at = end - CLOSING.length - MAC_DIGITS;
  const closing = new TextDecoder().decode(json.bytes.subarray(Math.max(end - CLOSING.length, 0), end));
  if (at < 0 || closing !== CLOSING) throw new ArchiveError("manifest", "the last file does not end in a manifest");
  const claimed = json.bytes.slice(at, at + MAC_DIGITS);
  const right = await withBlankMac(json.bytes, at, () => mac(json.bytes, key));
  if (!equalBytes(claimed, new TextEncoder().encode(right))) {
    throw new ArchiveError("manifest", "the manifest was not made with this key");
  }
  const member = new TextEncoder().encode(await openMember(files.slice(0, -1)));
  if (!equalBytes(json.bytes.subarray(Math.max(at - member.byteLength, 0), at), member)) {
    throw new ArchiveError("manifest", "the manifest lists other files than there are");
  }
  const size = sizeOf(files);
  if (size % SIZE_STEP !== 0) {
    throw new ArchiveError("manifest", `files of ${size} bytes together, a multiple of ${SIZE_STEP} expected`);
  }
}

/** Does `work` while zeros stand in the place of the mac: a copy of a large file would double the memory. */
async function withBlankMac<T>(bytes: Bytes, at: number, work: () => Promise<T>): Promise<T> {
  const before = bytes.slice(at, at + MAC_DIGITS);
  bytes.set(new TextEncoder().encode(NO_MAC), at);
  try {
    return await work();
  } finally {
    bytes.set(before, at);
  }
}

/** The member up to the digits of its mac. */
async function openMember(others: readonly ArchivedFile[]): Promise<string> {
  return `"manifest":{"version":${VERSION},"files":${JSON.stringify(await describe(others))},"mac":"`;
}

interface ManifestFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

function describe(files: readonly ArchivedFile[]): Promise<ManifestFile[]> {
  return Promise.all(
    files.map(async ({ name, bytes }) => ({ name, bytes: bytes.byteLength, sha256: await sha256(bytes) })),
  );
}

/** SHA-256 as 64 lower-case hex digits. */
export async function sha256(bytes: Bytes): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

async function mac(bytes: Bytes, key: Bytes): Promise<string> {
  const macKey = await hmac(key, new TextEncoder().encode(LABEL));
  try {
    return hex(await hmac(macKey, bytes));
  } finally {
    macKey.fill(0);
  }
}

async function hmac(key: Bytes, bytes: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, bytes));
}
