import type { ArchivedFile } from "../../src/archive/archived-file.ts";
import { text } from "./build-archive.ts";

/** The two files of a referral, as small as they can be. */
export const pdf: ArchivedFile = { name: "doorverwijzing-DV-2026-000000.pdf", bytes: text("%PDF-1.7 een voorbeeld") };
export const json: ArchivedFile = { name: "doorverwijzing-DV-2026-000000.json", bytes: text('{"version":1}') };
