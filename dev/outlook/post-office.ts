import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { arrayBuffer } from "node:stream/consumers";
import { createTransport } from "nodemailer";
import { SMTPServer } from "smtp-server";
import { portOf } from "./port.ts";

/** A mail server on this machine: takes mail over real SMTP and files it, one `.eml` per recipient; forwards nothing. */
export interface PostOffice {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Hands a finished MIME message to the server, over SMTP. */
  send(from: string, to: readonly string[], mime: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
}

/** As Exchange Online takes it. */
const MAX_MESSAGE_BYTES = 35 * 1024 * 1024;

/** The folder of one recipient's mail: the address in lower case, without what a file system dislikes. */
export function recipientFolder(mailDir: string, address: string): string {
  return join(
    mailDir,
    address
      .toLowerCase()
      .replace(/[^a-z0-9.@+_-]/g, encodeURIComponent)
      .replace(/^\.+/, "_"),
  );
}

/** Opens the post office on a free port. */
export async function openPostOffice(mailDir: string): Promise<PostOffice> {
  let taken = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    size: MAX_MESSAGE_BYTES,
    banner: "stand-in",
    logger: false,
    onData(stream, session, callback) {
      const recipients = new Set(session.envelope.rcptTo.map((recipient) => recipient.address.toLowerCase()));
      taken += 1;
      const name = `${new Date().toISOString().replace(/[:.]/g, "-")}-${String(taken).padStart(4, "0")}.eml`;
      receive(stream)
        .then((mime) => file(mailDir, [...recipients], name, mime))
        .then(() => callback(), callback);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const port = portOf(server.server);
  const transport = createTransport({ host: "127.0.0.1", port, secure: false, ignoreTLS: true, name: "localhost" });
  return {
    port,
    async send(from, to, mime) {
      await transport.sendMail({ envelope: { from, to: [...to] }, raw: Buffer.from(mime) });
    },
    async close() {
      transport.close();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

async function receive(stream: Readable & { readonly sizeExceeded: boolean }): Promise<Uint8Array<ArrayBuffer>> {
  const mime = new Uint8Array(await arrayBuffer(stream));
  if (stream.sizeExceeded) throw Object.assign(new Error("Message too large"), { responseCode: 552 });
  return mime;
}

async function file(
  mailDir: string,
  recipients: readonly string[],
  name: string,
  mime: Uint8Array<ArrayBuffer>,
): Promise<void> {
  for (const recipient of recipients) {
    const folder = recipientFolder(mailDir, recipient);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), mime);
  }
}
