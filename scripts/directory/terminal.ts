import type { ReadStream } from "node:tty";
import type { Terminal } from "./surroundings.ts";
import { ToolError } from "./tool-error.ts";
import { TypedLine } from "./typed-line.ts";

/** Where answers come from: a terminal when it has raw mode, else a pipe or a file. */
export type Input = Pick<NodeJS.ReadableStream, "on" | "removeListener" | "pause" | "resume"> & {
  readonly isTTY?: boolean;
  readonly setRawMode?: ReadStream["setRawMode"];
};

/** Milliseconds in which what one key sends has come; a person is slower. */
const ONE_KEY = 50;

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
    const line = new TypedLine();
    const decoder = new TextDecoder();
    let timer: NodeJS.Timeout | undefined;
    const finish = (end: () => void): void => {
      clearTimeout(timer);
      input.removeListener("data", read);
      input.removeListener("end", stop);
      input.setRawMode?.(false);
      input.pause();
      end();
    };
    const stop = (): void => finish(() => reject(new ToolError("Gestopt. Er is niets gewijzigd.")));
    const read = (part: Uint8Array | string): void => {
      clearTimeout(timer);
      const ended = line.take(typeof part === "string" ? part : decoder.decode(part, { stream: true }));
      if (ended === "enter") finish(() => resolve(line.text));
      else if (ended === "stop") stop();
      else if (line.undecided) timer = setTimeout(() => line.decide(), ONE_KEY);
    };
    input.setRawMode?.(true);
    input.on("data", read);
    input.on("end", stop); // The window was closed.
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
