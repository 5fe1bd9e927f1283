/** `npm run directory -- COMMAND`: the administrator's tool for the directory of protocols; see docs/directory.md. */
import { localDay } from "../../src/domain/iso-date.ts";
import { MODERATE } from "./key-file.ts";
import { main } from "./main.ts";
import { terminalOn } from "./terminal.ts";

process.exitCode = await main(process.argv.slice(2), {
  folder: process.cwd(),
  today: localDay(new Date()),
  terminal: terminalOn(process.stdin, (text) => process.stderr.write(text)),
  limits: MODERATE,
  say: (text) => console.log(text),
  complain: (text) => console.error(text),
});
