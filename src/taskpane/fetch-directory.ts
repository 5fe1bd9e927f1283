import type { SignedFiles } from "../directory/signed-directory.ts";
import { LOADED_WITHIN } from "./in-time.ts";

const DIRECTORY = "protocols/directory.json";
const SIGNATURE = `${DIRECTORY}.sig`;

/** The directory of protocols and its signature, hosted beside the page; rejects when one does not come, whole. */
export async function fetchDirectory(): Promise<SignedFiles> {
  const [directory, signature] = await Promise.all([bytesOf(DIRECTORY), bytesOf(SIGNATURE)]);
  return { directory, signature };
}

async function bytesOf(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const signal = AbortSignal.timeout(LOADED_WITHIN);
  const answer = await fetch(new URL(name, document.baseURI), { cache: "no-cache", credentials: "omit", signal });
  if (!answer.ok) throw new TypeError(`${name}: the host answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
