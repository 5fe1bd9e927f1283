/** Runs in the browser: times what the pane does with the directory when libsodium is there, on the page's own thread. */
import { loadSodium } from "../../../src/adapters/sodium.ts";
import type { Directory } from "../../../src/directory/directory.ts";
import { coveredMunicipalities, findRecipient } from "../../../src/directory/find-recipient.ts";
import { municipalitiesAt } from "../../../src/directory/municipalities-at.ts";
import {
  openSignedDirectory,
  type SignedFiles,
  type SignedResult,
  signer,
  type Trust,
} from "../../../src/directory/signed-directory.ts";
import { type IsoDate, isIsoDate } from "../../../src/domain/iso-date.ts";

/** Milliseconds. */
export interface DirectoryTimes {
  /** Verified, parsed and indexed, by code that has not run in this page. */
  readonly first: number;
  /** The same in a page that did it before: the median of some turns. */
  readonly again: number;
  /** Of `first`, about: the signature alone, the second time. */
  readonly signature: number;
  /** The slowest of the first look-ups of a kind, and of them all on average. */
  readonly firstLookUp: number;
  readonly lookUp: number;
  /** The names of everything that is covered, once. */
  readonly covered: number;
}

/** What the page offers to the script that drives it. */
export interface DirectoryPage {
  /** Of the directory that lies at `path`, with its signature beside it. */
  times(path: string, keys: Trust["keys"]): Promise<DirectoryTimes>;
}

declare global {
  interface Window {
    directoryPage: DirectoryPage;
  }
}

/** Enough for a look-up to be measured with a clock that steps by 0.1 ms. */
const LOOK_UPS = 2000;
const TURNS = 9;

window.directoryPage = {
  async times(path, keys) {
    const files = { directory: await fetchBytes(path), signature: await fetchBytes(`${path}.sig`) };
    const { verify } = await loadSodium();
    const trust = { keys, verify, today: day("2026-11-30"), seen: 0 };
    const [first, directory] = timed(() => opened(files, trust));
    const turns = Array.from({ length: TURNS }, () => timed(() => opened(files, trust))[0]);
    const [signature] = timed(() => signer(files, keys, verify));
    return {
      first,
      again: turns.sort((a, b) => a - b)[Math.floor(TURNS / 2)] ?? Number.NaN,
      signature,
      ...lookUps(directory, trust.today),
      covered: timed(() => coveredMunicipalities(directory, trust.today))[0],
    };
  },
};

function lookUps(directory: Directory, today: IsoDate): Pick<DirectoryTimes, "firstLookUp" | "lookUp"> {
  const places = directory.protocols.flatMap((protocol) => protocol.places);
  const questions = places.flatMap(({ postcode, municipality, localities }) => [
    (): unknown => findRecipient(directory, postcode, "", today),
    () => findRecipient(directory, postcode, localities.at(-1)?.toUpperCase() ?? "", today),
    () => findRecipient(directory, postcode, `Geen ${municipality}`, today),
    () => findRecipient(directory, "0999", municipality, today),
    () => municipalitiesAt(directory, postcode, today),
  ]);
  const firsts = questions.slice(0, 5).map((question) => timed(question)[0]);
  const step = Math.max(1, Math.floor(questions.length / LOOK_UPS));
  const [all, asked] = timed(() => questions.filter((question, index) => index % step === 0 && question()).length);
  return { firstLookUp: Math.max(...firsts), lookUp: all / asked };
}

function opened(files: SignedFiles, trust: Trust): Directory {
  const result: SignedResult = openSignedDirectory(files, trust);
  if (!result.ok) throw new Error(`refused: ${result.problem.code}`);
  return result.directory;
}

function timed<T>(work: () => T): readonly [milliseconds: number, result: T] {
  const started = performance.now();
  const result = work();
  return [performance.now() - started, result];
}

async function fetchBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function day(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(text);
  return text;
}
