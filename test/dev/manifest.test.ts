import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readManifest } from "../../dev/outlook/manifest.ts";
import { parseXml } from "../../dev/outlook/xml.ts";

const manifest = readFileSync(join(__dirname, "..", "..", "manifest.xml"), "utf8");

describe("the manifest, as the stand-in reads it", () => {
  test("gives the buttons of each VersionOverrides on the stand-in's own origin", () => {
    const addIn = readManifest(manifest);
    const compose = expect.objectContaining({ page: "/taskpane.html", icon: "/assets/icons/icon-32.png" });
    const read = (pinnable: boolean) => expect.objectContaining({ page: "/read.html", pinnable });
    expect(addIn).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: expect.any(String),
      icon: "/assets/icons/icon-64.png",
      permissions: "ReadWriteItem",
      surfaces: [
        { mailboxSet: "1.8", compose, read: read(false) },
        { mailboxSet: "1.12", compose, read: read(true) },
      ],
    });
  });

  test("is refused when a resource is missing", () => {
    expect(() => readManifest(manifest.replaceAll(' id="Compose.Url"', ' id="Other.Url"'))).toThrow(
      /no resource Compose.Url/,
    );
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
