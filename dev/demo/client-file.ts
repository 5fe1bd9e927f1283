import { readFile } from "node:fs/promises";
import { type Client, type ClientForm, EMPTY_CLIENT_FORM } from "../../src/domain/client.ts";
import type { ConsentManner } from "../../src/domain/consent.ts";
import { CLIENT_FIELDS } from "../../src/domain/field.ts";
import { isIsoDate, localDay } from "../../src/domain/iso-date.ts";

/** Whom the demo refers, as typed, and the consent. */
export interface DemoCase {
  readonly form: ClientForm;
  readonly consent: { readonly date: string; readonly manner: ConsentManner };
}

const REQUIRED = [
  "firstName",
  "lastName",
  "street",
  "houseNumber",
  "postcode",
  "municipality",
] as const satisfies readonly (keyof Client)[];

/** Reads a client file. Throws an Error that says what is wrong with which key, and never what the value is. */
export async function readClientFile(path: string): Promise<DemoCase> {
  const wrong = (problem: string): Error => new Error(`${path}: ${problem}`);
  const text = await readFile(path, "utf8").catch(() => {
    throw wrong("can not be read");
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw wrong("is not JSON");
  }
  if (!isRecord(json)) throw wrong("expected an object");
  const known: readonly string[] = [...CLIENT_FIELDS, "consent"];
  for (const key of Object.keys(json)) if (!known.includes(key)) throw wrong(`unknown key "${key}"`);
  const form: Record<keyof Client, string> = { ...EMPTY_CLIENT_FORM };
  for (const field of CLIENT_FIELDS) {
    const value = json[field];
    if (value === undefined || value === null) continue;
    if (typeof value !== "string") throw wrong(`"${field}" must be text`);
    form[field] = value;
  }
  for (const field of REQUIRED) if (form[field] === "") throw wrong(`"${field}" is missing`);
  const { consent } = json;
  if (!isRecord(consent)) throw wrong(`"consent" must have "date" and "manner"`);
  const { date, manner } = consent;
  if (manner !== "spoken" && manner !== "written") throw wrong(`"consent.manner" must be "spoken" or "written"`);
  if (typeof date !== "string" || !(date === "today" || isIsoDate(date))) {
    throw wrong(`"consent.date" must be a day (YYYY-MM-DD) or "today"`);
  }
  return { form, consent: { date: date === "today" ? localDay(new Date()) : date, manner } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
