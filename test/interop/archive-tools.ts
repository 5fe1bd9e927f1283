import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { path7za } from "7zip-bin";
import { findSevenZip, findTool, PY7ZR, UNAR } from "../../scripts/tools.ts";
import { type ArchiveTool, type PackJob, type ReadJob, runBatch, runProgram } from "./archive-tool.ts";

type Job = ReadJob | PackJob;

const sevenZip = findSevenZip();
const python = findTool(PY7ZR);
const unar = findTool(UNAR);

/** The machine's own 7-Zip. */
const SEVEN_ZIP: ArchiveTool<Job> = {
  name: "7-Zip (tried with 26.02)",
  found: sevenZip !== null,
  run: (jobs, folder) => runSevenZip(sevenZip ?? missing("7-Zip"), jobs, folder),
};

/** The port of 2016 that Linux distributions shipped for years; the version that 7zip-bin 5.2.0 brings. */
export const P7ZIP: ArchiveTool<Job> = {
  name: "p7zip 16.02",
  found: existsSync(path7za),
  run: (jobs, folder) => {
    if (!existsSync(path7za)) missing("p7zip");
    // 7zip-bin 5.2.0 gives its program the right to run in a script of its own, and packages' scripts do not run here.
    const place = mkdtempSync(join(tmpdir(), "p7zip-"));
    const program = join(place, basename(path7za));
    try {
      copyFileSync(path7za, program);
      chmodSync(program, 0o755);
      return runSevenZip(program, jobs, folder);
    } finally {
      rmSync(place, { recursive: true });
    }
  },
};

export const SEVEN_ZIP_WASM: ArchiveTool<Job> = {
  name: "7z-wasm 1.2.0 (7-Zip 24.09)",
  found: true,
  run: (jobs, folder) => {
    const commands = jobs.map((job) => sevenZipCommand(job, "/work"));
    return runBatch(process.execPath, [join(__dirname, "seven-zip-wasm.mjs")], commands, folder);
  },
};

/** Independent of 7-Zip's code. 0.11.3 calls a wrong password "invalid block data". */
export const PY7ZR_MODULE: ArchiveTool<Job> = {
  name: "py7zr (tried with 0.11.3)",
  found: python !== null,
  run: (jobs, folder) => runBatch(python ?? missing("py7zr"), [join(__dirname, "py7zr-jobs.py")], jobs, folder),
};

/**
 * The Unarchiver's engine (XADMaster), independent of 7-Zip's code; it writes no archives. 1.10.1 calls a wrong password
 * "Data is corrupted".
 */
const UNAR_LSAR: ArchiveTool<ReadJob> = {
  name: "unar and lsar (tried with 1.10.1)",
  found: unar !== null,
  run: (jobs, folder) =>
    jobs.map((job) => {
      const program = unar ?? missing("unar");
      return job.task === "list"
        ? runProgram(lister(program), ["-password", job.password, job.archive], folder)
        : runProgram(
            program,
            [
              "-no-directory",
              "-force-overwrite",
              "-output-directory",
              job.into,
              "-password",
              job.password,
              job.archive,
            ],
            folder,
          );
    }),
};

/** Who has to open what we write. */
export const OPENERS: readonly ArchiveTool<ReadJob>[] = [SEVEN_ZIP, P7ZIP, SEVEN_ZIP_WASM, PY7ZR_MODULE, UNAR_LSAR];

function missing(name: string): never {
  throw new Error(`${name} is not on this machine: node scripts/setup.mjs test`);
}

function lister(unarchiver: string): string {
  return join(dirname(unarchiver), basename(unarchiver).replace("unar", "lsar"));
}

function runSevenZip(program: string, jobs: readonly Job[], folder: string): ReturnType<ArchiveTool<Job>["run"]> {
  return jobs.map((job) => {
    const { args, place } = sevenZipCommand(job, folder);
    return runProgram(program, args, place);
  });
}

/** The command line of every 7-Zip since 9.20, and the folder that it runs in, for a batch in the folder `root`. */
function sevenZipCommand(job: Job, root: string) {
  const archive = `${root}/${job.archive}`;
  const common = ["-y", "-bd", `-p${job.password}`];
  switch (job.task) {
    case "extract":
      return { args: ["x", ...common, `-o${root}/${job.into}`, archive], place: root };
    case "list":
      return { args: ["l", ...common, archive], place: root };
    case "pack": {
      const header = `-mhe=${job.encryptHeader ? "on" : "off"}`;
      return { args: ["a", ...common, `-m0=${job.method}`, header, archive, "."], place: `${root}/${job.from}` };
    }
  }
}
