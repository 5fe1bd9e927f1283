import { readFileSync } from "node:fs";
import { COLUMNS } from "../../scripts/directory/csv-columns.ts";
import { HELP } from "../../scripts/directory/help.ts";
import { directoryJsonSchema } from "../../scripts/directory/json-schema.ts";

const page = readFileSync("docs/directory.md", "utf8");

/** Every key of the file, at any depth. */
function keysOf(schema: object): readonly string[] {
  return Object.entries(schema).flatMap(([name, value]): readonly string[] => {
    if (typeof value !== "object" || value === null) return [];
    return name === "properties" ? [...Object.keys(value), ...keysOf(value)] : keysOf(value);
  });
}

test("docs/directory.md explains each field", () => {
  const keys = [...new Set(keysOf(directoryJsonSchema()))];
  expect(keys).toHaveLength(43);
  expect(keys.filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
});

test("docs/directory.md has each column of the import", () => {
  const titles = Object.values(COLUMNS).map(({ title }) => title);
  expect(titles.filter((title) => !page.includes(`\`${title}\``))).toEqual([]);
});

test("docs/directory.md has each command as the help has it", () => {
  const commands = [...HELP.matchAll(/^ {2}(\w.*)$/gm)].map(([, usage]) => usage);
  expect(commands).toHaveLength(9);
  expect(commands.filter((usage) => !page.includes(`\`${usage}\``))).toEqual([]);
});
