import { join } from "node:path";
import { type DirectoryName, freshDirectory, readHosted } from "../../dev/outlook/hosted-directory.ts";
import { mailboxById, mailboxesOf } from "../../dev/outlook/mailboxes.ts";

const root = join(__dirname, "..", "..");

test.each<[DirectoryName, readonly (readonly [id: string, address: string])[]]>([
  [
    "real",
    [
      ["noor", "noor.voorbeeld@opgroeien.example"],
      ["ocmw-bree", "sociaalhuis@bree.be"],
    ],
  ],
  [
    "demo",
    [
      ["noor", "noor.voorbeeld@opgroeien.example"],
      ["ocmw-voorbeeldgem", "onthaal@voorbeeldgem.example"],
      ["ocmw-proefstad", "onthaal@proefstad.example"],
      ["ocmw-schijnbeke", "onthaal@schijnbeke.example"],
      ["ocmw-fusiegem", "onthaal@fusiegem.example"],
      ["ocmw-eindegem", "onthaal@eindegem.example"],
      ["ocmw-morgendorp", "onthaal@morgendorp.example"],
      ["caw-proefbrussel", "onthaal@caw-proefbrussel.example"],
    ],
  ],
])("the %s directory gives the sender and each recipient a mailbox", async (name, expected) => {
  const mailboxes = mailboxesOf(readHosted(await freshDirectory(root, name)));
  expect(mailboxes.map(({ id, address }) => [id, address])).toEqual(expected);
  expect(mailboxes.map(({ shared }) => shared)).toEqual(expected.map(([id]) => id !== "noor"));
});

test("there is no mailbox of nobody", () => {
  expect(() => mailboxById([], "nobody")).toThrow(RangeError);
});
