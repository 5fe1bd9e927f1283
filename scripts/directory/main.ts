import { check } from "./commands/check.ts";
import { diff } from "./commands/diff.ts";
import { importProtocols } from "./commands/import.ts";
import { keygen } from "./commands/keygen.ts";
import { report } from "./commands/report.ts";
import { schema } from "./commands/schema.ts";
import { sign } from "./commands/sign.ts";
import { verify } from "./commands/verify.ts";
import { HELP } from "./help.ts";
import type { Command, Surroundings } from "./surroundings.ts";
import { ToolError } from "./tool-error.ts";
import { onOneLine, visible } from "./visible.ts";

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["check", check],
  ["diff", diff],
  ["import", importProtocols],
  ["keygen", keygen],
  ["report", report],
  ["schema", schema],
  ["sign", sign],
  ["verify", verify],
]);

/** Runs the command that `args` names. Answers with the exit code: 0, or 1 when something is wrong with what was given. */
export async function main([name, ...args]: readonly string[], around: Surroundings): Promise<number> {
  if (name === undefined || ["help", "--help", "-h"].includes(name)) {
    around.say(HELP);
    return 0;
  }
  const command = COMMANDS.get(name);
  const { terminal } = around;
  const shown: Surroundings = {
    ...around,
    terminal: { ...terminal, askSecret: (question) => terminal.askSecret(onOneLine(question)) },
    say: (text) => around.say(visible(text)),
    complain: (text) => around.complain(visible(text)),
  };
  try {
    if (command === undefined)
      throw new ToolError(`De opdracht “${name}” bestaat niet. Zie: npm run directory -- help`);
    return await command(args, shown);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    shown.complain(onOneLine(error.message));
    return 1;
  }
}
