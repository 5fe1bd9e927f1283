import type { ReadStream } from "node:tty";
import type { Terminal } from "./surroundings.ts";
import { ToolError } from "./tool-error.ts";

/** Where answers come from: a terminal when it has raw mode, else a pipe or a file. */
export type Input = Pick<NodeJS.ReadableStream, "on" | "removeListener" | "pause" | "resume"> & {
  readonly isTTY?: boolean;
  readonly setRawMode?: ReadStream["setRawMode"];
};

const ENTER = /[\r\n]/;
const STOP = "\u0003"; // Ctrl-C
const END = "\u0004"; // Ctrl-D
const BACKSPACES: readonly string[] = ["\u007f", "\b"];
const CONTROL = /\p{Cc}/u;

/** Asks on `input`, with the questions on `show` so that what a command answers stays apart. */
export function terminalOn(input: Input, show: (text: string) => void): Terminal {
  const interactive = input.isTTY === true && input.setRawMode !== undefined;
  return {
    interactive,
    askSecret: (question) => {
      if (!interactive) return firstLine(input);
      show(question);
      return typedUnseen(input).finally(() => show("\n"));
    },
  };
}

/** What is typed up to Enter; raw mode keeps the terminal from showing it. */
function typedUnseen(input: Input): Promise<string> {
  return new Promise((resolve, reject) => {
    const typed: string[] = [];
    const decoder = new TextDecoder();
    const finish = (end: () => void): void => {
      input.removeListener("data", read);
      input.setRawMode?.(false);
      input.pause();
      end();
    };
    const read = (part: Uint8Array | string): void => {
      for (const character of typeof part === "string" ? part : decoder.decode(part, { stream: true })) {
        if (ENTER.test(character)) {
          finish(() => resolve(typed.join("")));
          return;
        }
        if (character === STOP || character === END) {
          finish(() => reject(new ToolError("Gestopt. Er is niets gewijzigd.")));
          return;
        }
        if (BACKSPACES.includes(character)) typed.pop();
        else if (!CONTROL.test(character)) typed.push(character);
      }
    };
    input.setRawMode?.(true);
    input.on("data", read);
    input.resume();
  });
}

/** The first line of what is piped in, without what ends it. */
function firstLine(input: Input): Promise<string> {
  return new Promise((resolve, reject) => {
    const decoder = new TextDecoder();
    let text = "";
    const finish = (): void => {
      input.removeListener("data", read);
      input.removeListener("end", finish);
      input.pause();
      resolve(text.replace(/\r?\n[\s\S]*$/, ""));
    };
    const read = (part: Uint8Array | string): void => {
      text += typeof part === "string" ? part : decoder.decode(part, { stream: true });
      if (text.includes("\n")) finish();
    };
    input.on("data", read);
    input.on("end", finish);
    input.on("error", () => reject(new ToolError("De wachtwoordzin kan niet gelezen worden.")));
    input.resume();
  });
}
