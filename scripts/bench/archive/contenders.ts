import type { OpenArchivePage } from "./browser.ts";
import type { InNode } from "./in-node.ts";
import type { PageWork } from "./page.ts";
import type { RaceSize } from "./promises.ts";
import type { Contender, Lap } from "./race.ts";
import type { Sample } from "./sample.ts";
import type { SevenZipProcess } from "./seven-zip-process.ts";

/** Who takes part, with the sample of this size, which lies in `folder` of the page's server. */
export interface Field {
  readonly size: RaceSize;
  readonly sample: Sample;
  readonly folder: string;
  readonly sevenZip: SevenZipProcess;
  readonly node: InNode;
  readonly page: OpenArchivePage;
}

const PROCESS = "7-Zip, whole process";
const NODE_WASM = "Node: 7z-wasm, compiled ahead";
const WARM_WASM = "Chromium: 7z-wasm, Worker warm, compiled ahead";
const NEW_WASM = "Chromium: 7z-wasm, Worker's start, loading and compiling included";

/** Those that write the sample. */
export function writers({ size, sample, folder, sevenZip, node, page }: Field): readonly Contender[] {
  const { keyAhead, cold } = size.promised;
  const inPage = (work: PageWork) => (): Promise<Lap> => page.lap(work, folder);
  return [
    { name: PROCESS, lap: () => sevenZip.write() },
    { name: "Node: key ahead", rival: NODE_WASM, lap: () => node.sealKeyAhead(sample) },
    { name: "Node: cold", rival: NODE_WASM, lap: () => node.sealCold(sample) },
    { name: NODE_WASM, lap: () => node.wasmWrite(sample) },
    {
      name: "Chromium: key ahead",
      rival: WARM_WASM,
      mustWin: true,
      lap: inPage("sealKeyAhead"),
      ...(keyAhead === undefined ? {} : { limit: keyAhead }),
    },
    { name: "Chromium: cold, Worker warm", rival: WARM_WASM, mustWin: true, limit: cold, lap: inPage("sealCold") },
    { name: WARM_WASM, lap: inPage("wasmWrite") },
    { name: "Chromium: cold, Worker's start included", rival: NEW_WASM, mustWin: true, lap: inPage("sealNew") },
    { name: NEW_WASM, lap: inPage("wasmWriteNew") },
  ];
}

/** Those that read an archive of ours with the sample in it. */
export function readers({ size, sample, folder, sevenZip, node, page }: Field): readonly Contender[] {
  const inPage = (work: PageWork) => (): Promise<Lap> => page.lap(work, folder);
  return [
    { name: PROCESS, lap: () => sevenZip.read() },
    { name: "Node: key ahead", rival: NODE_WASM, lap: () => node.openKeyAhead(sample) },
    { name: "Node: cold", rival: NODE_WASM, lap: () => node.open(sample) },
    { name: NODE_WASM, lap: () => node.wasmRead(sample) },
    { name: "Chromium: key ahead", rival: WARM_WASM, mustWin: true, lap: inPage("openKeyAhead") },
    {
      name: "Chromium: cold, Worker warm",
      rival: WARM_WASM,
      mustWin: true,
      limit: size.promised.open,
      lap: inPage("open"),
    },
    { name: WARM_WASM, lap: inPage("wasmRead") },
    { name: "Chromium: cold, Worker's start included", rival: NEW_WASM, mustWin: true, lap: inPage("openNew") },
    { name: NEW_WASM, lap: inPage("wasmReadNew") },
  ];
}
