import { realpathSync } from "node:fs";
import { type Checked, checkDirectory } from "./check-directory.ts";
import { checkReport } from "./check-report.ts";
import { type DirectoryText, readGoodDirectory } from "./directory-text.ts";
import { pathOf, type Surroundings } from "./surroundings.ts";
import { ToolError } from "./tool-error.ts";

/** Checks a file, against the earlier one when `after` names it, and says what was found; `ok` without errors. */
export function checkAloud(
  file: DirectoryText,
  after: string | undefined,
  around: Surroundings,
): Checked & { readonly ok: boolean } {
  if (after !== undefined) refuseSame(file.name, after, around);
  const earlier = after === undefined ? null : readGoodDirectory(after, around);
  const checked = checkDirectory(file, around.today, earlier);
  const ok = checked.findings.length === 0 && checked.directory !== null;
  (ok ? around.say : around.complain)(checkReport(file, checked));
  return { ...checked, ok };
}

/** A file compared with itself would always pass. */
function refuseSame(name: string, after: string, around: Surroundings): void {
  const [file, earlier] = [name, after].map((one) => realPath(pathOf(around, one)));
  if (file !== earlier) return;
  throw new ToolError(`--after noemt hetzelfde bestand, ${after}. Noem de lijst van vóór de wijziging.`);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // Not there; reading it will say so.
  }
}
