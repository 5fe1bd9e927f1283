/** Runs 7-Zip in WebAssembly once for each command `{ args, place }` that comes in; the folder it stands in is /work. */
import { readFileSync } from "node:fs";
import createSevenZip from "7z-wasm";

const outcomes = [];
for (const { args, place } of JSON.parse(readFileSync(0, "utf8"))) {
  let said = "";
  const print = (line) => {
    said += `${line}\n`;
  };
  // One for each command: a program that has ended does not run again.
  const sevenZip = await createSevenZip({ print, printErr: print, stdin: () => null });
  sevenZip.FS.mkdir("/work");
  sevenZip.FS.mount(sevenZip.NODEFS, { root: process.cwd() }, "/work");
  sevenZip.FS.chdir(place);
  outcomes.push({ ok: run(sevenZip, args), said });
}
process.stdout.write(JSON.stringify(outcomes));
// 7-Zip leaves that of its last command.
process.exitCode = 0;

/** 1.2.0 catches no C++ exceptions, so that what 7-Zip refuses may come out as a number, the exception's address. */
function run(sevenZip, args) {
  try {
    return sevenZip.callMain(args) === 0;
  } catch (error) {
    if (typeof error !== "number") throw error;
    return false;
  }
}
