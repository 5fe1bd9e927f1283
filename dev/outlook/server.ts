/**
 * The stand-in Outlook: a mail program in the browser, a mail server, and the add-in between them, in one process on one
 * origin. The add-in runs on the unmodified office.js; what the page answers it is in `page/host/`. Tests reach the page
 * through `window.outlook` (see `page/test-api.ts`).
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:https";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import express, { type ErrorRequestHandler } from "express";
import { findSevenZip } from "../../scripts/tools.ts";
import { addInFiles } from "./add-in-files.ts";
import { localCertificate } from "./certificate.ts";
import {
  type DirectoryFiles,
  type DirectoryName,
  freshDirectory,
  hostedDirectory,
  readHosted,
} from "./hosted-directory.ts";
import { mailboxApi } from "./mailbox-api.ts";
import { openMailboxStore } from "./mailbox-store.ts";
import { mailboxesOf } from "./mailboxes.ts";
import { readManifest, withoutMissingGuard } from "./manifest.ts";
import { officeLibrary } from "./office-library.ts";
import { pageFiles } from "./page-files.ts";
import { portOf } from "./port.ts";
import { openPostOffice, recipientFolder } from "./post-office.ts";
import { writeSampleMail } from "./sample-mail.ts";
import { framedBy, parseSecurityHeaders } from "./security-headers.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The files of a run, and where it listens. */
export interface OutlookOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** Received mail: one folder per recipient, one `.eml` per message. */
  readonly mailDir: string;
  /** Drafts, sent mail and settings; beside `mailDir` unless named. */
  readonly stateDir?: string;
  /** The add-in's production build; `dist/` of the project unless named. */
  readonly distDir?: string;
  readonly manifest?: string;
  /** The nginx include file with the production headers; the project's own unless named. */
  readonly securityHeaders?: string;
  /** Whether the inboxes hold some ordinary mail. */
  readonly sampleMail?: boolean;
  /** Which directory of protocols is hosted; the real one unless named. */
  readonly directory?: DirectoryName;
}

/** A running stand-in. */
export interface Outlook {
  /** `https://localhost:<port>`; the mail program is at `/outlook/`. */
  readonly origin: string;
  readonly mailDir: string;
  readonly smtpPort: number;
  /** Whether browsers on this machine trust its certificate. */
  readonly trusted: boolean;
  /** Paths of the `.eml` files that an address received, oldest first. */
  messagesFor(address: string): Promise<readonly string[]>;
  /** From now on another directory is hosted; `null`: none comes. */
  hostDirectory(files: DirectoryFiles | null): void;
  close(): Promise<void>;
}

/** Starts the mail program and its mail server. @throws Error with code EADDRINUSE when the port is taken. */
export async function startOutlook(options: OutlookOptions): Promise<Outlook> {
  const { mailDir } = options;
  const stateDir = options.stateDir ?? join(dirname(mailDir), "mailboxes");
  const extractedDir = join(stateDir, "extracted");
  const samplesDir = join(stateDir, "samples");
  const distDir = options.distDir ?? join(root, "dist");
  const addIn = withoutMissingGuard(
    readManifest(await readFile(options.manifest ?? join(root, "manifest.xml"), "utf8")),
    (page) => existsSync(join(distDir, page)),
  );
  const headersFile = options.securityHeaders ?? join(root, "deploy", "security-headers.conf");
  const headers = framedBy(parseSecurityHeaders(await readFile(headersFile, "utf8")), "'self'");
  const certificate = await localCertificate();
  const ownDirectory = await freshDirectory(root, options.directory ?? "real");
  let directory: DirectoryFiles | null = ownDirectory;
  const mailboxes = mailboxesOf(readHosted(ownDirectory));
  await mkdir(mailDir, { recursive: true });
  await rm(samplesDir, { recursive: true, force: true });
  if (options.sampleMail) {
    for (const mailbox of mailboxes) await writeSampleMail(mailbox, join(samplesDir, mailbox.id), new Date());
  }
  const postOffice = await openPostOffice(mailDir);
  const store = openMailboxStore(stateDir);
  const app = express();
  app.disable("x-powered-by");
  app.get("/", (_request, response) => response.redirect("/outlook/"));
  app.use(
    "/outlook/api",
    mailboxApi({ addIn, mailboxes, mailDir, samplesDir, extractedDir, sevenZip: findSevenZip(), store, postOffice }),
  );
  app.use("/outlook", pageFiles());
  app.use("/office-js", officeLibrary());
  app.use(hostedDirectory(headers, () => directory));
  app.use(
    addInFiles({
      distDir,
      assetsDir: join(root, "assets"),
      headers,
    }),
  );
  app.use(answerError);
  const server = createServer({ key: certificate.key, cert: certificate.cert }, app);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(options.port, "localhost", resolve);
    });
  } catch (error) {
    await postOffice.close();
    throw error;
  }
  return {
    origin: `https://localhost:${portOf(server)}`,
    mailDir,
    smtpPort: postOffice.port,
    trusted: certificate.trusted,
    async messagesFor(address) {
      const folder = recipientFolder(mailDir, address);
      const names = await readdir(folder).catch(() => []); // No folder yet: no mail yet.
      return names.sort().map((name) => join(folder, name));
    },
    hostDirectory(files) {
      directory = files;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await postOffice.close();
      // What 7-Zip took out of an archive does not stay behind.
      await rm(extractedDir, { recursive: true, force: true });
    },
  };
}

const answerError: ErrorRequestHandler = (error, _request, response, _next) => {
  const status = error instanceof RangeError ? 404 : (error.status ?? 500);
  response.status(status).json({ error: error instanceof Error ? error.message : "unknown" });
};
