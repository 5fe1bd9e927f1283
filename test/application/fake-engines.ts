import { createHash } from "node:crypto";
import type { Archiver, DocumentMaker, SealedFile } from "../../src/application/ports.ts";
import type { Content } from "../../src/domain/content.ts";
import type { Referral } from "../../src/domain/referral.ts";

/** An archive engine that keeps what it sealed; its archives are a number and nothing else. */
export class FakeArchiver implements Archiver {
  readonly prepared: string[] = [];
  /** What comes out when an archive is opened, for tests in which it is not what went in. */
  onOpen: (files: readonly SealedFile[]) => readonly SealedFile[] = (files) => files;
  failing: "seal" | "open" | "sha256" | null = null;
  closed = false;
  /** How often password and keys were to be forgotten. */
  forgotten = 0;
  readonly #sealed: { readonly password: string; readonly files: readonly SealedFile[] }[] = [];
  #key: string | null = null;

  prepare(password: string): void {
    this.prepared.push(password);
    this.#key = password;
  }

  async seal(files: readonly SealedFile[]): Promise<Uint8Array<ArrayBuffer>> {
    if (this.failing === "seal" || this.#key === null) throw new Error("seal");
    const withManifest = files.map((file, index) =>
      index === files.length - 1 ? { ...file, bytes: bytesOf(`${upToLastMember(file.bytes)},"manifest":{}}`) } : file,
    );
    this.#sealed.push({ password: this.#key, files: withManifest });
    // A key is for one archive.
    this.#key = null;
    return new Uint8Array(1000).fill(this.#sealed.length);
  }

  async open(archive: Uint8Array<ArrayBuffer>, password: string): Promise<readonly SealedFile[]> {
    const sealed = this.#sealed[(archive[0] ?? 0) - 1];
    if (this.failing === "open" || sealed?.password !== password) throw new Error("open");
    return this.onOpen(sealed.files);
  }

  forget(): void {
    this.forgotten += 1;
    this.#key = null;
  }

  close(): void {
    this.closed = true;
    this.#key = null;
  }

  async sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    if (this.failing === "sha256") throw new Error("sha256");
    return createHash("sha256").update(bytes).digest("hex");
  }
}

/** A document engine whose PDF is the title and whose JSON names the reference. */
export class FakeDocuments implements DocumentMaker {
  failing: "pdf" | "json" | null = null;
  closed = false;

  async warm(): Promise<void> {}

  close(): void {
    this.closed = true;
  }

  async pdf(content: Content): Promise<Uint8Array<ArrayBuffer>> {
    if (this.failing === "pdf") throw new Error("pdf");
    return bytesOf(`%PDF ${content.title}`);
  }

  json({ reference }: Referral): Uint8Array<ArrayBuffer> {
    if (this.failing === "json") throw new Error("json");
    return bytesOf(JSON.stringify({ reference }, null, 2));
  }
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function upToLastMember(json: Uint8Array): string {
  return new TextDecoder().decode(json).replace(/\s*\}\s*$/, "");
}
