import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { loadPhoneParser } from "../../src/adapters/phone.ts";
import { normalise } from "../../src/domain/field-rules.ts";
import type { DemoCase } from "./client-file.ts";
import type { Report } from "./report.ts";

/** The one file among received messages that has our header. Throws an Error when there is another number. */
export async function onlyReferral(files: readonly string[]): Promise<string> {
  const ours: string[] = [];
  for (const file of files) if (/^x-doorverwijzing:/im.test(await readFile(file, "utf8"))) ours.push(file);
  const [file, ...others] = ours;
  if (file === undefined || others.length > 0) throw new Error(`expected one message, found ${ours.length}`);
  return file;
}

/** What came by mail, as far as anybody without the password can see. */
export interface ReceivedReferral {
  readonly recipient: string;
  readonly archive: NonNullable<Report["archive"]>;
  readonly content: Buffer;
}

/** Throws an Error unless the message has one recipient and one archive. */
export async function readReferral(eml: string): Promise<ReceivedReferral> {
  const { attachments, to, cc } = await simpleParser(await readFile(eml));
  const archives = attachments.filter(({ filename }) => filename?.endsWith(".7z"));
  const [archive, ...others] = archives;
  if (archive?.filename === undefined || others.length > 0) {
    throw new Error(`expected one archive, found ${archives.length}`);
  }
  const addressed = [to, cc].flat().flatMap((field) => field?.value ?? []);
  const [{ address = "" } = {}, ...more] = addressed;
  if (address === "" || more.length > 0) throw new Error(`expected one recipient, found ${addressed.length}`);
  const { content, filename: name } = archive;
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { recipient: address, content, archive: { name, bytes: content.byteLength, sha256 } };
}

/** The reference in the extracted JSON. Throws an Error, without values, when client or consent are not as filled in. */
export async function checkExtracted(
  folder: string,
  archiveName: string,
  { form, consent }: DemoCase,
): Promise<string> {
  const json: unknown = JSON.parse(await readFile(join(folder, archiveName.replace(/\.7z$/, ".json")), "utf8"));
  if (!isDocument(json)) throw new Error("the JSON has no reference, client or consent");
  const { parse } = await loadPhoneParser();
  for (const [field, typed] of Object.entries(form)) {
    const expected = field === "phone" && typed !== "" ? parse(typed) : normalise(typed);
    if ((json.client[field] ?? "") !== expected) throw new Error(`the JSON holds another ${field}`);
  }
  if (json.consent.date !== consent.date || json.consent.manner !== consent.manner) {
    throw new Error("the JSON holds another consent");
  }
  return json.reference;
}

interface ReferralDocument {
  readonly reference: string;
  readonly client: Readonly<Record<string, unknown>>;
  readonly consent: { readonly date?: unknown; readonly manner?: unknown };
}

function isDocument(json: unknown): json is ReferralDocument {
  return (
    isObject(json) &&
    "reference" in json &&
    typeof json.reference === "string" &&
    "client" in json &&
    isObject(json.client) &&
    "consent" in json &&
    isObject(json.consent)
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
