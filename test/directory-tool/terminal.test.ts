import { PassThrough } from "node:stream";
import { terminalOn } from "../../scripts/directory/terminal.ts";

/** A keyboard in a terminal; `modes` fills with how raw mode was set. */
function keyboard(modes: boolean[]) {
  const stream = new PassThrough();
  const setRawMode = (mode: boolean): never => {
    modes.push(mode);
    return undefined as never;
  };
  return Object.assign(stream, { isTTY: true, setRawMode });
}

test.each([
  ["Enter ends it", ["geheim", "\r"], "geheim"],
  ["Backspace takes a letter back, an accent too", ["gehé", "\u007f", "eim\n"], "geheim"],
  ["a tab is no letter", ["ge\theim\r"], "geheim"],
  ["arrows are no letters", ["ge", "\u001b[A", "heim", "\u001b[1;5D", "\r"], "geheim"],
  ["an arrow that comes in parts is none either", ["ge", "\u001b", "[", "1;5", "D", "heim\r"], "geheim"],
])("what is typed is read unseen: %s", async (_name, keys, expected) => {
  const [modes, shown]: [boolean[], string[]] = [[], []];
  const input = keyboard(modes);
  const answer = terminalOn(input, (text) => shown.push(text)).askSecret("Zin? ");
  for (const key of keys) input.write(key);
  expect(await answer).toBe(expected);
  expect([modes, shown]).toEqual([
    [true, false],
    ["Zin? ", "\n"],
  ]);
});

test.each(["\u0003", "\u0004"])("Ctrl-C and Ctrl-D stop, and give the terminal back: %j", async (key) => {
  const modes: boolean[] = [];
  const input = keyboard(modes);
  const answer = terminalOn(input, () => undefined).askSecret("Zin? ");
  input.write(key);
  await expect(answer).rejects.toThrow("Gestopt. Er is niets gewijzigd.");
  expect(modes).toEqual([true, false]);
});

test("a window that is closed stops, and gives the terminal back", async () => {
  const modes: boolean[] = [];
  const input = keyboard(modes);
  const answer = terminalOn(input, () => undefined).askSecret("Zin? ");
  input.end("geheim");
  await expect(answer).rejects.toThrow("Gestopt. Er is niets gewijzigd.");
  expect(modes).toEqual([true, false]);
});

test("a letter that comes in two parts is one letter", async () => {
  const input = keyboard([]);
  const answer = terminalOn(input, () => undefined).askSecret("");
  const bytes = Buffer.from("é\r");
  input.write(bytes.subarray(0, 1));
  input.write(bytes.subarray(1));
  expect(await answer).toBe("é");
});

test.each([
  ["eerste regel\ntweede\n", "eerste regel"],
  ["op Windows\r\n", "op Windows"],
  ["zonder einde", "zonder einde"],
  ["", ""],
])("from a pipe comes the first line, and nothing is asked: %j", async (text, expected) => {
  const shown: string[] = [];
  const input = new PassThrough();
  const terminal = terminalOn(input, (part) => shown.push(part));
  const answer = terminal.askSecret("Zin? ");
  input.end(text);
  expect([await answer, terminal.interactive, shown]).toEqual([expected, false, []]);
});
