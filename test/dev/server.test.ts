import { mkdtemp, readFile, rm } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { framedBy, parseSecurityHeaders } from "../../dev/outlook/security-headers.ts";
import { type Outlook, startOutlook } from "../../dev/outlook/server.ts";

const root = join(__dirname, "..", "..");
const fixtures = join(__dirname, "fixtures", "add-in");

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let dir: string;
let outlook: Outlook;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "server-"));
  outlook = await startOutlook({ port: 0, mailDir: join(dir, "mail"), distDir: fixtures, sampleMail: true });
});
afterAll(async () => {
  await outlook.close();
  await rm(dir, { recursive: true, force: true });
});

function get(path: string, method = "GET", body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { "Content-Type": "application/json" };
    const asked = request(`${outlook.origin}${path}`, { method, headers, rejectUnauthorized: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

test("the root leads to the mail program", async () => {
  expect(await get("/")).toMatchObject({ status: 302, headers: { location: "/outlook/" } });
  expect(await get("/outlook")).toMatchObject({ status: 308, headers: { location: "/outlook/" } });
  expect((await get("/outlook/")).body).toContain("<title>Mail - Outlook</title>");
});

test("the add-in's files have exactly the headers of the deployment, but for who may frame them", async () => {
  const source = await readFile(join(root, "deploy", "security-headers.conf"), "utf8");
  const wanted = [...framedBy(parseSecurityHeaders(source), "'self'")].map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  for (const path of ["/taskpane.html", "/ready.js"]) {
    expect((await get(path)).headers).toMatchObject(Object.fromEntries(wanted));
  }
});

test("a page is served byte for byte but for the script of office.js", async () => {
  const source = await readFile(join(fixtures, "taskpane.html"), "utf8");
  const local = '<script src="/office-js/msajax.js"></script><script src="/office-js/office.js"></script>';
  const cdn = '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';
  expect((await get("/taskpane.html?et=")).body).toBe(source.replace(cdn, local));
  expect((await get("/ready.js")).body).toBe(await readFile(join(fixtures, "ready.js"), "utf8"));
});

test("office.js is the one of the package, unmodified", async () => {
  const published = await readFile(join(root, "node_modules/@microsoft/office-js/dist/office.js"), "utf8");
  expect((await get("/office-js/office.js")).body).toBe(published);
});

test("the page's TypeScript arrives as JavaScript", async () => {
  const { headers, body } = await get("/outlook/page/dom.ts");
  expect(headers["content-type"]).toMatch(/^text\/javascript/);
  expect(body).toContain("export function byId(id) {");
});

test("the inboxes hold some ordinary mail", async () => {
  const { body } = await get("/outlook/api/ocmw-bree/messages/inbox");
  expect(JSON.parse(body)).toMatchObject([
    { subject: "Afspraken van morgen" },
    { subject: "Onderhoud van de server op zaterdag" },
  ]);
});

test.each([
  "/outlook/api/nobody/drafts",
  "/outlook/api/noor/messages/elsewhere",
  "/outlook/api/noor/messages/inbox/..%2f..%2fsettings.json",
  "/outlook/api/noor/messages/inbox/unknown.eml",
  "/outlook/api/extracted/../x",
  "/outlook/page/..%2fserver.ts",
  "/..%2f..%2fpackage.json",
  "/%2e%2e/%2e%2e/read.html/..%2f..%2f..%2f..%2foutlook.html",
])("%s is not found", async (path) => {
  expect((await get(path)).status).toBeGreaterThanOrEqual(400);
});

test("a port that is taken is said with its code", async () => {
  const taken = startOutlook({ port: Number(new URL(outlook.origin).port), mailDir: join(dir, "other") });
  await expect(taken).rejects.toMatchObject({ code: "EADDRINUSE" });
});
