import { TypedLine } from "../../scripts/directory/typed-line.ts";

function typed(...parts: readonly string[]): string {
  const line = new TypedLine();
  for (const part of parts) expect(line.take(part)).toBeNull();
  return line.text;
}

test.each([
  ["an arrow", "\u001b[A"],
  ["an arrow in application mode", "\u001bOA"],
  ["an arrow with Ctrl", "\u001b[1;5C"],
  ["Home as vt sends it", "\u001b[1~"],
  ["F1 as xterm sends it", "\u001bOP"],
  ["F1 with Shift as some send it", "\u001bO2P"],
  ["F1 on the console of Linux", "\u001b[[A"],
  ["F5", "\u001b[15~"],
  ["the beginning of what is pasted", "\u001b[200~"],
  ["the introducer in one character", "\u009bA"],
  ["an answer of the terminal about its colour", "\u001b]11;rgb:0000/0000/0000\u0007"],
  ["the same, ended by Escape", "\u001b]11;rgb:0000/0000/0000\u001b\\"],
  ["a letter with Alt", "\u001be"],
  ["Escape twice, then an arrow", "\u001b\u001b[A"],
])("%s is no part of the line", (_name, keys) => {
  expect(typed("ge", keys, "heim")).toBe("geheim");
  expect(typed(`ge${keys}heim`)).toBe("geheim");
  expect(typed("ge", ...keys, "heim")).toBe("geheim");
});

test("brackets and letters that no Escape precedes are typed", () => {
  expect(typed("[A OB ~]")).toBe("[A OB ~]");
});

test("after the key Escape by itself, every letter counts", () => {
  const line = new TypedLine();
  line.take("\u001b");
  expect(line.undecided).toBe(true);
  line.decide();
  line.take("Oma [1]");
  expect([line.undecided, line.text]).toEqual([false, "Oma [1]"]);
});

test("a pause within a sequence does not make letters of the rest", () => {
  const line = new TypedLine();
  line.take("\u001b[1");
  line.decide();
  line.take(";5Dzin");
  expect(line.text).toBe("zin");
});

test.each([
  ["\r", "enter"],
  ["\n", "enter"],
  ["\u0003", "stop"],
  ["\u0004", "stop"],
])("%j ends the line, also within a sequence", (key, ended) => {
  for (const before of ["", "\u001b", "\u001b[1", "\u001bO", "\u001b]11;"]) {
    expect(new TypedLine().take(`${before}${key}x`)).toBe(ended);
  }
});
