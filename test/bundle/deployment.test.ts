import { readdirSync, readFileSync } from "node:fs";

/** `add_header Name "value" always;`, the one form that the file has. */
const HEADER = /^add_header ([A-Za-z-]+) "([^"]*)" always;$/;

const lines = readFileSync("deploy/security-headers.conf", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const headers = new Map(lines.map((line) => HEADER.exec(line)?.slice(1) as [string, string]));

const policy = new Map(
  (headers.get("Content-Security-Policy") ?? "").split("; ").map((directive) => {
    const [name, ...sources] = directive.split(" ");
    return [name, sources];
  }),
);

describe("the headers that a server sends", () => {
  test("stand one on a line, each once", () => {
    expect(lines.filter((line) => !HEADER.test(line))).toEqual([]);
    expect([...headers.keys()]).toEqual([
      "Content-Security-Policy",
      "Referrer-Policy",
      "X-Content-Type-Options",
      "Strict-Transport-Security",
      "Permissions-Policy",
    ]);
    expect(lines).toHaveLength(headers.size);
  });

  test("let nothing run, load or connect but what the add-in needs", () => {
    expect(Object.fromEntries(policy)).toEqual({
      "default-src": ["'none'"],
      "script-src": [
        "'self'",
        "'wasm-unsafe-eval'",
        "https://appsforoffice.microsoft.com",
        "https://ajax.aspnetcdn.com",
      ],
      "style-src": ["'self'", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"],
      "font-src": ["'self'"],
      "img-src": ["'self'", "data:"],
      "connect-src": ["'self'"],
      "worker-src": ["'self'"],
      "frame-src": ["'none'"],
      "object-src": ["'none'"],
      "base-uri": ["'none'"],
      "form-action": ["'none'"],
      "frame-ancestors": [
        "https://outlook.office.com",
        "https://outlook.office365.com",
        "https://outlook.cloud.microsoft",
        "https://outlook.live.com",
      ],
    });
  });

  test("do not keep a person from copying the password", () => {
    expect(headers.get("Permissions-Policy")).not.toContain("clipboard");
  });

  test("are included in every place of the nginx example, as its own add_header undoes inherited ones", () => {
    const nginx = readFileSync("deploy/nginx.conf", "utf8");
    const places = nginx.split(/^ {2}location /m).slice(1);
    expect(places).toHaveLength(3);
    expect(places.filter((place) => !place.includes("include /etc/nginx/security-headers.conf;"))).toEqual([]);
    expect(nginx).not.toMatch(/add_header X-Frame-Options/i);
  });
});

describe("the licence and the notices", () => {
  test("LICENSE is the European Union Public Licence 1.2 with its appendix", () => {
    const text = readFileSync("LICENSE", "utf8");
    expect(text).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
    expect([...text.matchAll(/^(\d+)\. ?[A-Z]/gm)].map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 15 }, (_, index) => index + 1),
    );
    expect(text).toContain("‘Compatible Licences’ according to Article 5 EUPL are:");
  });

  test("THIRD-PARTY-NOTICES is what the build says today: npm run notices", () => {
    expect(readdirSync(".")).toContain("THIRD-PARTY-NOTICES");
    expect(readFileSync("THIRD-PARTY-NOTICES", "utf8")).toBe(readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8"));
  });
});
