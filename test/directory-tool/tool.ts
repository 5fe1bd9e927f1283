import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { main } from "../../scripts/directory/main.ts";
import type { Terminal } from "../../scripts/directory/surroundings.ts";
import { type IsoDate, isIsoDate } from "../../src/domain/iso-date.ts";

/** What a person sees of one command. */
export interface Seen {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

/** A project folder of its own, and the tool in it on 25 November 2026. */
export interface Tool {
  readonly folder: string;
  readonly run: (args: readonly string[], terminal?: Terminal) => Promise<Seen>;
  readonly write: (name: string, content: string | object) => void;
  readonly read: (name: string) => string;
}

export const TODAY = "2026-11-25";
/** The least that libsodium takes, so that a test need not wait. */
const QUICK = { passes: 1, bytes: 8192 };
const folders: string[] = [];

export function tool(today = TODAY): Tool {
  const folder = mkdtempSync(join(tmpdir(), "directory-tool-"));
  folders.push(folder);
  const write: Tool["write"] = (name, content) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`);
  };
  write("protocols/directory.json", readFileSync("protocols/directory.json", "utf8"));
  write("protocols/trusted-keys.json", readFileSync("protocols/trusted-keys.json", "utf8"));
  return {
    folder,
    write,
    read: (name) => readFileSync(join(folder, name), "utf8"),
    run: async (args, terminal = piped("")) => {
      const [said, complained]: [string[], string[]] = [[], []];
      const code = await main(args, {
        folder,
        today: dayOf(today),
        terminal,
        limits: QUICK,
        say: (text) => said.push(text),
        complain: (text) => complained.push(text),
      });
      return { code, said: said.join("\n"), complained: complained.join("\n") };
    },
  };
}

export function removeTools(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Answers the same to every question, as a pipe does. */
export function piped(line: string): Terminal {
  return { interactive: false, askSecret: async () => line };
}

/** A person who answers one question after the other; `questions` fills with what was asked. */
export function typing(answers: readonly string[], questions: string[] = []): Terminal {
  return {
    interactive: true,
    askSecret: async (question) => {
      questions.push(question);
      const answer = answers[questions.length - 1];
      if (answer === undefined) throw new Error(`asked too often: ${question}`);
      return answer;
    },
  };
}

function dayOf(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError("tool: expected a day");
  return text;
}
