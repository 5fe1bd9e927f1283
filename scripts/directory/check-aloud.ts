import { type Checked, checkDirectory } from "./check-directory.ts";
import { checkReport } from "./check-report.ts";
import { type DirectoryText, readEarlierDirectory } from "./directory-text.ts";
import { isSameFile } from "./files.ts";
import { pathOf, type Surroundings } from "./surroundings.ts";
import { ToolError } from "./tool-error.ts";

/** Checks a file, against the earlier one when `after` names it, and says what was found; `ok` without errors. */
export function checkAloud(
  file: DirectoryText,
  after: string | undefined,
  around: Surroundings,
): Checked & { readonly ok: boolean } {
  if (after !== undefined && isSameFile(pathOf(around, file.name), pathOf(around, after))) {
    // A file compared with itself would always pass.
    throw new ToolError(`--after noemt hetzelfde bestand, ${after}. Noem de lijst van vóór de wijziging.`);
  }
  const earlier = after === undefined ? null : readEarlierDirectory(after, around);
  const checked = checkDirectory(file, around.today, earlier);
  const ok = checked.findings.length === 0 && checked.directory !== null;
  (ok ? around.say : around.complain)(checkReport(file, checked));
  return { ...checked, ok };
}
