import { join } from "node:path";
import {
  type DirectoryFiles,
  type DirectoryName,
  freshDirectory,
  readHosted,
} from "../../dev/outlook/hosted-directory.ts";
import { mailboxById, mailboxesOf } from "../../dev/outlook/mailboxes.ts";

const root = join(__dirname, "..", "..");
let hosted: DirectoryFiles;
beforeAll(async () => {
  hosted = await freshDirectory(root, "demo");
});

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

test("recipients whose protocols have similar ids have each a mailbox of their own", () => {
  const directory = readHosted(hosted);
  const [first] = directory.protocols;
  if (first === undefined) throw new TypeError("the demo directory is empty");
  const ids = ["a-ocmw-dorp", "b-ocmw-dorp", "a-b-ocmw-dorp", "ocmw-dorp", "x-noor", "noor"];
  const protocols = ids.map((id, index) => ({
    ...first,
    id,
    recipient: { ...first.recipient, mailbox: `onthaal@dorp${index}.example` },
  }));
  // A second protocol with the first recipient, whose mailbox is written otherwise.
  const again = { ...first, id: "c-dorp", recipient: { ...first.recipient, mailbox: "Onthaal@Dorp0.example" } };
  const mailboxes = mailboxesOf({ ...directory, protocols: [...protocols, again] });
  expect(mailboxes.map(({ id }) => id)).toEqual([
    "noor",
    "dorp",
    "ocmw-dorp",
    "b-ocmw-dorp",
    "ocmw-dorp-2",
    "x-noor",
    "noor-2",
  ]);
  for (const mailbox of mailboxes) expect(mailboxById(mailboxes, mailbox.id)).toBe(mailbox);
});

test("there is no mailbox of nobody", () => {
  expect(() => mailboxById([], "nobody")).toThrow(RangeError);
});
