/** @jest-environment jsdom */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The production build as it lies in dist/; `npm test` makes it anew, by hand it is `npm run build`. */
interface Build {
  readonly first: Readonly<Record<string, readonly string[]>>;
  readonly chunks: readonly { readonly files: readonly string[]; readonly modules: readonly string[] }[];
}

const OFFICE = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const PAGES = ["taskpane", "read"];

/** What must never be in the way of the first screen. */
const LATER = [
  /node_modules\/libsodium/,
  /node_modules\/(?:pdfkit|fontkit|restructure|brotli|unicode-|linebreak|png-js)/,
  /node_modules\/libphonenumber-js/,
  /node_modules\/@microsoft\/office-js-helpers/,
  /assets\/fonts\//,
];

/**
 * Addresses that stand in the code as names or in texts, and that nothing asks for: the e2e tests see every request. The
 * policy forbids them besides.
 */
const NAMED_HOSTS = new Set([
  "www.w3.org", // XML namespaces of SVG and MathML (react-dom)
  "react.dev", // addresses in React's error texts
  "github.com", // addresses in Fluent's warnings
  "res-1.cdn.office.net", // Fluent's fonts, which fabric-config.js turns off
  "tools.ietf.org", // comments of pdfkit's password preparation
  "ns.adobe.com", // XML namespaces of a PDF's metadata, as the next two
  "purl.org",
  "www.aiim.org",
  "www.bree.be", // the example in what the directory's schema expects
  "teams.microsoft.com", // the link that the person follows to a chat
  "-", // the link in the document that warms the PDF engine up
]);

/**
 * office-js-helpers is deprecated and brings sign-in addresses and a way to the global object that are never reached:
 * the one thing asked of it is the host's name, in a panel that a person opens. The page's policy stops both.
 */
const HELPERS = /vendors-node_modules_microsoft_office-js-helpers/;

const build: Build = JSON.parse(readFileSync("out/build.json", "utf8"));
const files = readdirSync("dist", { recursive: true, encoding: "utf8" }).filter((file) =>
  statSync(join("dist", file)).isFile(),
);
const scripts = files.filter((file) => file.endsWith(".js"));
const read = (file: string): string => readFileSync(join("dist", file), "utf8");

describe.each(PAGES)("the page %s.html", (page) => {
  const html = new DOMParser().parseFromString(read(`${page}.html`), "text/html");

  test("loads Fluent's settings, then office.js, then its own code, and nothing else", () => {
    const own = build.first[page] ?? [];
    // One file, under the name that .size-limit.json measures.
    expect(own).toEqual([expect.stringMatching(new RegExp(`^js/${page}\\.[0-9a-f]{12}\\.js$`))]);
    expect([...html.scripts].map((script) => script.getAttribute("src"))).toEqual(["fabric-config.js", OFFICE, ...own]);
    expect([...html.querySelectorAll("link")].map((link) => link.getAttribute("href"))).toEqual([
      "assets/icons/icon-32.png",
      "taskpane.css",
    ]);
  });

  test("has no script, style or handler within, which the policy would block", () => {
    expect([...html.scripts].filter((script) => script.textContent !== "")).toEqual([]);
    expect([...html.querySelectorAll("style, [style], base, meta[http-equiv]")]).toEqual([]);
    const handlers = [...html.querySelectorAll("*")].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith("on")),
    );
    expect(handlers).toEqual([]);
  });

  test("says in Dutch that it loads, or that it needs JavaScript", () => {
    expect(html.documentElement.lang).toBe("nl-BE");
    expect(html.title).toBe("Veilig doorverwijzen");
    expect(html.querySelector("#root")?.textContent?.trim()).toBe("Veilig doorverwijzen wordt geladen …");
    expect(html.querySelector("noscript")?.textContent).toContain("JavaScript");
  });

  test("has nothing of libsodium, the PDF engine, the phone numbers or the font in what it loads first", () => {
    const first = build.first[page] ?? [];
    const modules = build.chunks.filter((chunk) => chunk.files.some((file) => first.includes(file))).flatMap(modulesOf);
    expect(modules.some((module) => module.includes("node_modules/react-dom/"))).toBe(true);
    expect(modules.filter((module) => LATER.some((pattern) => pattern.test(module)))).toEqual([]);
  });

  test("names only files that are there", () => {
    const named = [...html.querySelectorAll("[src], [href]")]
      .map((element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "")
      .filter((address) => address !== OFFICE);
    expect(named.filter((address) => !existsSync(join("dist", address)))).toEqual([]);
  });
});

describe("the build", () => {
  test.each(["archive.worker.ts", "pdf.worker.ts"])("has a file of its own for the worker %s", (worker) => {
    const chunks = build.chunks.filter((chunk) => chunk.modules.some((module) => module.endsWith(`/${worker}`)));
    expect(chunks).toHaveLength(1);
    expect(chunks[0]?.files.filter((file) => !existsSync(join("dist", file)))).toEqual([]);
  });

  test("loads libsodium and the PDF engine from chunks of their own", () => {
    for (const name of ["libsodium-wrappers", "pdfkit"]) {
      const chunks = build.chunks.filter(({ modules }) => modules.some((m) => m.includes(`node_modules/${name}/`)));
      expect([name, chunks.length > 0]).toEqual([name, true]);
    }
  });

  test("makes no code from text", () => {
    const found = scripts
      .filter((file) => !HELPERS.test(file))
      .flatMap((file) =>
        [...read(file).matchAll(/\beval\(|new Function\b|[^.\w]Function\(/g)].map(([hit]) => [file, hit]),
      );
    expect(found).toEqual([]);
  });

  test("keeps office-js-helpers out of everything that loads by itself", () => {
    const first = Object.values(build.first).flat();
    expect(scripts.filter((file) => HELPERS.test(file))).toHaveLength(1);
    expect(first.filter((file) => HELPERS.test(file))).toEqual([]);
  });

  test("brings no source maps and no mention of one", () => {
    expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
    expect(scripts.filter((file) => read(file).includes("sourceMappingURL"))).toEqual([]);
  });

  test("names no other host than the known ones", () => {
    const hosts = scripts
      .filter((file) => !HELPERS.test(file))
      .flatMap((file) => [...read(file).matchAll(/\bhttps?:\/\/([a-z0-9.-]+)/gi)].map(([, host]) => String(host)));
    expect([...new Set(hosts)].filter((host) => !NAMED_HOSTS.has(host)).sort()).toEqual([]);
  });

  test("has every file that the manifest names", () => {
    const named = [...read("manifest.xml").matchAll(/DefaultValue="https:\/\/[^/"]+\/([^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(join("dist", String(path))))).toEqual([]);
  });

  test("brings the directory, the fonts with their licence, and the notices, under names that stay", () => {
    expect(files.filter((file) => !file.startsWith("js/") && !file.startsWith("assets/icons/")).sort()).toEqual(
      expect.arrayContaining([
        "THIRD-PARTY-NOTICES.txt",
        "assets/fonts/OFL.txt",
        "fabric-config.js",
        "manifest.xml",
        "protocols/directory.json",
        "protocols/directory.json.sig",
        "read.html",
        "taskpane.css",
        "taskpane.html",
      ]),
    );
  });

  test.each(["protocols/directory.json", "protocols/directory.json.sig"])("brings %s byte for byte", (file) => {
    expect(readFileSync(join("dist", file)).equals(readFileSync(file))).toBe(true);
  });

  test("trusts the keys of the list and brings nothing of the demo, nor of the key that signs for development", () => {
    const { keys }: { keys: { publicKey: string }[] } = JSON.parse(readFileSync("protocols/trusted-keys.json", "utf8"));
    const taskpane = (build.first["taskpane"] ?? []).map(read).join("");
    expect(keys.filter(({ publicKey }) => !taskpane.includes(publicKey))).toEqual([]);
    expect(files.filter((file) => file.includes("demo") || file.includes("trusted-keys"))).toEqual([]);
    expect(scripts.filter((file) => read(file).includes("dev-key-of-nobody"))).toEqual([]);
  });
});

function modulesOf(chunk: Build["chunks"][number]): readonly string[] {
  return chunk.modules;
}
