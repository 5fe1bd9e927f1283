import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readManifest, withoutMissingGuard } from "../../dev/outlook/manifest.ts";
import { parseXml } from "../../dev/outlook/xml.ts";

const manifest = readFileSync(join(__dirname, "..", "..", "manifest.xml"), "utf8");

describe("the manifest, as the stand-in reads it", () => {
  test("gives the buttons of each VersionOverrides on the stand-in's own origin", () => {
    const addIn = readManifest(manifest);
    const compose = (id: string) =>
      expect.objectContaining({ id, page: "/taskpane.html", icon: "/assets/icons/icon-32.png" });
    const read = (id: string, pinnable: boolean) => expect.objectContaining({ id, page: "/read.html", pinnable });
    expect(addIn).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: expect.any(String),
      icon: "/assets/icons/icon-64.png",
      permissions: "ReadWriteItem",
      surfaces: [
        { mailboxSet: "1.8", compose: compose("composeButton10"), read: read("readButton10", false), guard: null },
        {
          mailboxSet: "1.12",
          compose: compose("composeButton"),
          read: read("readButton", true),
          guard: { page: "/launchevent.html", functionName: "onMessageSend", sendMode: "SoftBlock" },
        },
      ],
    });
  });

  test("has no guard where the build has no page for it, and is otherwise the same", () => {
    const addIn = readManifest(manifest);
    const asked: string[] = [];
    const without = withoutMissingGuard(addIn, (page) => {
      asked.push(page);
      return false;
    });
    expect(asked).toEqual(["/launchevent.html"]);
    expect(without).toEqual({ ...addIn, surfaces: addIn.surfaces.map((surface) => ({ ...surface, guard: null })) });
    expect(withoutMissingGuard(addIn, () => true)).toEqual(addIn);
  });

  test.each([
    [
      "another page than the runtime's",
      '<SourceLocation resid="Guard.Url"',
      '<SourceLocation resid="Read.Url"',
      /not that/,
    ],
    ["a send mode that is none", 'SendMode="SoftBlock"', 'SendMode="Softblock"', /no send mode Softblock/],
  ])("is refused with %s", (_name, was, is, message) => {
    expect(() => readManifest(manifest.replace(was, is))).toThrow(message);
  });
});

test("XML is read with attributes, text and entities, and refused when tags do not match", () => {
  expect(parseXml('<?xml version="1.0"?><!-- c --><a:b x="1 &amp; 2"><c/>text &lt;</a:b>')).toEqual({
    name: "b",
    attributes: { x: "1 & 2" },
    children: [{ name: "c", attributes: {}, children: [], text: "" }],
    text: "text <",
  });
  expect(() => parseXml("<a><b></a></b>")).toThrow(/closes/);
  expect(() => parseXml("<a>")).toThrow(/end/);
});
