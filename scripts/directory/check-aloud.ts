import { type Checked, checkDirectory } from "./check-directory.ts";
import { checkReport } from "./check-report.ts";
import { type DirectoryText, readGoodDirectory } from "./directory-text.ts";
import type { Surroundings } from "./surroundings.ts";

/** Checks a file, against the earlier one when `after` names it, and says what was found; `ok` without errors. */
export function checkAloud(
  file: DirectoryText,
  after: string | undefined,
  around: Surroundings,
): Checked & { readonly ok: boolean } {
  const earlier = after === undefined ? null : readGoodDirectory(after, around);
  const checked = checkDirectory(file, around.today, earlier);
  const ok = checked.findings.length === 0 && checked.directory !== null;
  (ok ? around.say : around.complain)(checkReport(file, checked));
  return { ...checked, ok };
}
