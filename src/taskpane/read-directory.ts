import { type DirectoryResult, parseDirectory } from "../directory/parse-directory.ts";
import { LOADED_WITHIN } from "./in-time.ts";

const ADDRESS = "protocols/directory.json";

/** The directory of protocols that is hosted beside the page; rejects when it does not come. */
export async function readDirectory(): Promise<DirectoryResult> {
  const signal = AbortSignal.timeout(LOADED_WITHIN);
  const answer = await fetch(new URL(ADDRESS, document.baseURI), { cache: "no-cache", credentials: "omit", signal });
  if (!answer.ok) throw new TypeError(`directory: the host answered ${answer.status}`);
  const json: unknown = await answer.json();
  return parseDirectory(json);
}
