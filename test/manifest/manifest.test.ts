/** @jest-environment jsdom */
import { readFileSync } from "node:fs";

/** What the schemas cannot say about manifest.xml: see the add-in manifest reference at learn.microsoft.com. */
const text = readFileSync("manifest.xml", "utf8");
const manifest = new DOMParser().parseFromString(text, "application/xml");

const BASE = "https://localhost:3000";
const LONGEST_ID = 32;
const LONGEST_SHORT = 125;
const LONGEST_LONG = 250;
const LONGEST_URL = 2048;
const LARGEST_BYTES = 256 * 1024;
const TRANSLATIONS = ["en-US", "fr-BE", "fr-FR"];

const all = (name: string, within: Element | Document = manifest): Element[] => [...within.getElementsByTagName(name)];
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? "";
const content = (name: string): string => all(name)[0]?.textContent ?? "";

/** The two VersionOverrides, each without the other: a client reads one of them alone. */
const [outer, inner] = all("VersionOverrides");
const outerAlone = outer?.cloneNode(true) as Element;
outerAlone.getElementsByTagName("VersionOverrides")[0]?.remove();
const overrides: [string, Element][] = [
  ["1.0", outerAlone],
  ["1.1", inner as Element],
];

const everyUrl = ["IconUrl", "HighResolutionIconUrl", "SourceLocation", "bt:Image", "bt:Url"]
  .flatMap((name) => all(name))
  .map((element) => attribute(element, "DefaultValue"))
  .filter((url) => url !== "");

describe("manifest.xml", () => {
  test("is well-formed, and of a size that Outlook takes", () => {
    expect(all("parsererror")).toEqual([]);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LARGEST_BYTES);
  });

  test("says who it is and what it may do", () => {
    expect({
      id: content("Id"),
      version: content("Version"),
      locale: content("DefaultLocale"),
      permissions: content("Permissions"),
      name: attribute(all("DisplayName")[0] as Element, "DefaultValue"),
    }).toEqual({
      id: "edc67830-2cbe-4ea2-b85b-c8b714976860",
      version: `${JSON.parse(readFileSync("package.json", "utf8")).version}.0`,
      locale: "nl-BE",
      permissions: "ReadWriteItem",
      name: "Veilig doorverwijzen",
    });
  });

  test("asks for Mailbox 1.8, and 1.12 for what the newer overrides add", () => {
    expect(all("Set").map((set) => attribute(set, "MinVersion"))).toEqual(["1.8"]);
    expect(all("bt:Sets").map((sets) => attribute(sets, "DefaultMinVersion"))).toEqual(["1.8", "1.12"]);
  });

  test.each(overrides)("overrides %s use every resource they define, and define every one they use", (_name, part) => {
    const used = [...part.querySelectorAll("[resid]")].map((element) => attribute(element, "resid"));
    const defined = [...part.getElementsByTagName("Resources")].flatMap((resources) =>
      [...resources.querySelectorAll("[id]")].map((element) => attribute(element, "id")),
    );
    expect([...new Set(used)].sort()).toEqual([...defined].sort());
    expect(new Set(defined).size).toBe(defined.length);
  });

  test("gives every group and every control an id of its own", () => {
    const ids = ["Group", "Control"].flatMap((name) => all(name)).map((element) => attribute(element, "id"));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.sort()).toEqual([
      "composeButton",
      "composeButton10",
      "composeGroup",
      "composeGroup10",
      "readButton",
      "readButton10",
      "readGroup",
      "readGroup10",
    ]);
  });

  test("has no id longer than Outlook takes", () => {
    const ids = [...manifest.querySelectorAll("[id], [resid]")].flatMap((element) => [
      attribute(element, "id"),
      attribute(element, "resid"),
    ]);
    expect(ids.filter((id) => id.length > LONGEST_ID)).toEqual([]);
  });

  test.each([
    ["DisplayName", LONGEST_SHORT],
    ["Description", LONGEST_LONG],
  ])("%s fits in every language", (name, longest) => {
    const element = [...manifest.documentElement.children].find((child) => child.tagName === name);
    expect(textsOf(element as Element).filter(({ length }) => length === 0 || length > longest)).toEqual([]);
  });

  test.each([
    ["bt:ShortStrings", LONGEST_SHORT],
    ["bt:LongStrings", LONGEST_LONG],
  ])("%s fit in every language", (name, longest) => {
    const texts = all(name)
      .flatMap((group) => all("bt:String", group))
      .flatMap(textsOf);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter(({ length }) => length === 0 || length > longest)).toEqual([]);
  });

  test("has every text a person reads in Dutch, French and English", () => {
    const named = [...manifest.documentElement.children].filter(({ tagName }) =>
      ["DisplayName", "Description"].includes(tagName),
    );
    const strings = [...named, ...all("bt:String")];
    expect(strings).toHaveLength(2 + 2 * 5);
    for (const element of strings) {
      const languages = [...element.children].map((child) => attribute(child, "Locale")).sort();
      expect([attribute(element, "id") || element.tagName, languages]).toEqual([
        attribute(element, "id") || element.tagName,
        TRANSLATIONS,
      ]);
      expect(new Set(textsOf(element)).size).toBe(3); // Both kinds of French read the same.
    }
  });

  test("says the same in both overrides, but for the guard", () => {
    const [was, is] = overrides.map(([, part]) =>
      [...part.querySelectorAll("Resources [DefaultValue], Resources [Value]")].map((element) =>
        [attribute(element, "id"), attribute(element, "DefaultValue"), attribute(element, "Value")].join("|"),
      ),
    );
    expect(is?.filter((line) => !line.startsWith("Guard."))).toEqual(was);
  });

  test("names one address only, over https, and no other in the whole file", () => {
    expect(everyUrl.length).toBeGreaterThan(0);
    expect(everyUrl.filter((url) => !url.startsWith(`${BASE}/`) || url.length > LONGEST_URL)).toEqual([]);
    const hosts = new Set(text.match(/https?:\/\/[^/"\s]+/g));
    expect([...hosts].sort()).toEqual(["http://schemas.microsoft.com", "http://www.w3.org", BASE]);
  });

  test("shows icons that are there, at the size they are asked for", () => {
    const icons = all("bt:Image").filter((image) => attribute(image, "id") !== "");
    const asked = [
      ...icons.map((image) => [attribute(image, "DefaultValue"), Number(attribute(image, "id").replace("Icon.", ""))]),
      [attribute(all("IconUrl")[0] as Element, "DefaultValue"), 64],
      [attribute(all("HighResolutionIconUrl")[0] as Element, "DefaultValue"), 128],
    ] as [string, number][];
    for (const [url, pixels] of asked) expect([url, ...pngSize(url)]).toEqual([url, pixels, pixels]);
    for (const shown of [...manifest.querySelectorAll("Icon > *")]) {
      expect(attribute(shown, "resid")).toBe(`Icon.${attribute(shown, "size")}`);
    }
  });

  test("can be pinned where messages are read, and works in shared mailboxes, in the newer overrides", () => {
    const read = all("ExtensionPoint", inner).find((point) => point.outerHTML.includes("MessageReadCommandSurface"));
    expect(all("SupportsPinning", read).map((element) => element.textContent)).toEqual(["true"]);
    expect(all("SupportsPinning")).toHaveLength(1);
    expect(all("SupportsSharedFolders").map((element) => element.textContent)).toEqual(["true"]);
  });
});

describe("the guard on sending", () => {
  const runtimes = all("Runtimes");
  const points = all("ExtensionPoint").filter((point) => attribute(point, "xsi:type") === "LaunchEvent");
  /** What a resource of the newer overrides stands for. */
  const resource = (element: Element | undefined): string => {
    const id = element ? attribute(element, "resid") : "";
    const found = all("bt:Url", inner).filter((url) => attribute(url, "id") === id);
    return found.map((url) => attribute(url, "DefaultValue")).join(" and ");
  };

  test("runs as a page, and in classic Outlook as a script, both of our own address", () => {
    expect(runtimes.map((one) => [...one.children].map(({ tagName }) => tagName))).toEqual([["Runtime"]]);
    const [runtime] = all("Runtime");
    const [override, ...others] = [...(runtime?.children ?? [])];
    expect(others).toEqual([]);
    expect(attribute(override as Element, "type")).toBe("javascript");
    expect([resource(runtime), resource(override)]).toEqual([`${BASE}/launchevent.html`, `${BASE}/launchevent.js`]);
  });

  test("is for one event, OnMessageSend, and what it refuses does not leave", () => {
    expect(all("LaunchEvent").map((event) => [...event.attributes].map(({ name, value }) => [name, value]))).toEqual([
      [
        ["Type", "OnMessageSend"],
        ["FunctionName", "onMessageSend"],
        ["SendMode", "SoftBlock"],
      ],
    ]);
    expect(points).toHaveLength(1);
  });

  test("has the page of its runtime", () => {
    const sources = points.flatMap((point) => all("SourceLocation", point)).map((one) => attribute(one, "resid"));
    expect(sources).toEqual(all("Runtime").map((one) => attribute(one, "resid")));
  });

  test("is in the newer overrides alone", () => {
    expect(runtimes.every((one) => inner?.contains(one))).toBe(true);
    expect(points.every((one) => inner?.contains(one))).toBe(true);
    expect(outerAlone.outerHTML).not.toMatch(/Runtime|LaunchEvent|launchevent|Guard/);
  });
});

/** The default text and its translations. */
function textsOf(element: Element): string[] {
  return [attribute(element, "DefaultValue"), ...[...element.children].map((child) => attribute(child, "Value"))];
}

/** Width and height as a PNG's header says (PNG 1.2, 11.2.2). */
function pngSize(url: string): [number, number] {
  const file = readFileSync(url.replace(`${BASE}/`, ""));
  expect(file.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [file.readUInt32BE(16), file.readUInt32BE(20)];
}
