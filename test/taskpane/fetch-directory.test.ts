import { createServer, type RequestListener, type Server } from "node:http";
import { promisify } from "node:util";
import { openSignedDirectory } from "../../src/directory/signed-directory.ts";
import { fetchDirectory } from "../../src/taskpane/fetch-directory.ts";
import { day } from "../domain/sample-rules.ts";

const DIRECTORY = Buffer.from('{"version":1,"name":"Caf\u00e9"}\n\u0000\uFEFF');
const SIGNATURE = Buffer.from("AAAA\n");
const FILES = { directory: Uint8Array.from(DIRECTORY), signature: Uint8Array.from(SIGNATURE) };

let server: Server;
let answer: RequestListener;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const baseURI = `http://127.0.0.1:${address.port}/add-in/taskpane.html?et=`;
  Object.defineProperty(globalThis, "document", { value: { baseURI }, configurable: true });
});

beforeEach(() => asked.splice(0));
afterEach(() => jest.restoreAllMocks());

afterAll(async () => {
  server.closeAllConnections();
  await promisify(server.close.bind(server))();
});

/** Gives both files, but for one of them what the test gives. */
function except(file: "json" | "sig", given: RequestListener): RequestListener {
  return (request, response) => {
    if (request.url?.endsWith(`.${file}`)) given(request, response);
    else response.end(request.url?.endsWith(".sig") ? SIGNATURE : DIRECTORY);
  };
}

test("both files come byte for byte, from beside the page", async () => {
  answer = except("json", (_request, response) => response.end(DIRECTORY));
  expect(await fetchDirectory()).toEqual(FILES);
  expect([...asked].sort()).toEqual(["/add-in/protocols/directory.json", "/add-in/protocols/directory.json.sig"]);
});

test("the browser is told to ask the host whether its copy is still the right one, and to send no cookies", async () => {
  answer = except("json", (_request, response) => response.end(DIRECTORY));
  const fetched = jest.spyOn(globalThis, "fetch");
  await fetchDirectory();
  expect(fetched.mock.calls.map(([, options]) => options)).toEqual([
    { cache: "no-cache", credentials: "omit", signal: expect.any(AbortSignal) },
    { cache: "no-cache", credentials: "omit", signal: expect.any(AbortSignal) },
  ]);
});

const FILES_OF_THE_HOST: readonly ["json" | "sig", string][] = [
  ["json", "the directory"],
  ["sig", "the signature"],
];
const TROUBLES: readonly [string, RequestListener][] = [
  ["that is not there", (_request, response) => response.writeHead(404).end("not found")],
  ["for which the host has an error", (_request, response) => response.writeHead(500).end(DIRECTORY)],
  [
    "of which nothing has changed, which a browser does not tell us",
    (_request, response) => response.writeHead(304).end(),
  ],
  ["for which the host hangs up", (request) => request.socket.destroy()],
  [
    "that breaks off before the length that was announced",
    (request, response) => {
      response.writeHead(200, { "content-length": DIRECTORY.length + 100 });
      response.write(DIRECTORY, () => request.socket.end());
    },
  ],
  [
    "that breaks off between two chunks",
    (request, response) => {
      response.writeHead(200, { "transfer-encoding": "chunked" });
      response.write(DIRECTORY, () => request.socket.end());
    },
  ],
];

test.each(
  FILES_OF_THE_HOST.flatMap(([file, what]) =>
    TROUBLES.map(([trouble, given]) => ({ name: `${what} ${trouble}`, file, given })),
  ),
)("it rejects for $name", async ({ file, given }) => {
  answer = except(file, given);
  await expect(fetchDirectory()).rejects.toMatchObject({ name: "TypeError" });
});

test.each(FILES_OF_THE_HOST)("it rejects when the %s begins and does not end in time", async (file) => {
  let begun: () => void = () => undefined;
  const halfway = new Promise<void>((resolve) => {
    begun = resolve;
  });
  answer = except(file, (_request, response) => {
    response.writeHead(200, { "content-length": 1000 });
    response.write("x", () => begun());
  });
  const limits: number[] = [];
  const late = new AbortController();
  jest.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => {
    limits.push(milliseconds);
    return late.signal;
  });
  const fetching = expect(fetchDirectory()).rejects.toMatchObject({ name: "TimeoutError" });
  await halfway;
  late.abort(new DOMException("signal timed out", "TimeoutError"));
  await fetching;
  expect(limits).toEqual([15_000, 15_000]);
});

test("a page that the host gives instead, as if all were well, comes through, and its bytes bear no signature", async () => {
  const page = "<!doctype html><title>Onderhoud</title>";
  answer = (_request, response) => response.setHeader("content-type", "text/html").end(page);
  const files = await fetchDirectory();
  expect(files).toEqual({
    directory: Uint8Array.from(Buffer.from(page)),
    signature: Uint8Array.from(Buffer.from(page)),
  });
  const trust = { keys: [{ name: "own", publicKey: "AAAA" }], verify: () => true, today: day("2026-11-24"), seen: 0 };
  expect(openSignedDirectory(files, trust)).toEqual({ ok: false, problem: { code: "signature" }, key: null });
});
