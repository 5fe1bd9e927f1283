import { hex } from "../domain/digest.ts";
import { newReference, type Reference, type UniformRandom } from "../domain/reference.ts";
import { newPassphrase, type Passphrase } from "../password/passphrase.ts";
import type { Archiver, DocumentMaker } from "./ports.ts";

/** Reads phone numbers and writes them for people. */
export interface Phones {
  parse(text: string): string | null;
  display(e164: string): string;
}

export interface EnginePorts {
  readonly archiver: Archiver;
  readonly documents: DocumentMaker;
  readonly now: () => Date;
  /** Each may reject, and is then asked again. */
  readonly loadPhones: () => Promise<Phones>;
  readonly loadRandom: () => Promise<UniformRandom>;
}

/** What a referral needs besides what is typed. */
export interface Loaded {
  readonly phones: Phones;
  readonly password: Passphrase;
  readonly reference: Reference;
  /** 128 random bits in hex, for the guard's hashes. */
  readonly salt: string;
}

/** Bytes of the salt. */
const SALT_BYTES = 16;

/**
 * The libraries that come after the first screen, and the password and reference that they make, once for a session. The
 * key is derived as soon as the password exists, so that sealing need not wait for it.
 */
export class Engines {
  readonly #ports: EnginePorts;
  #loading: Promise<Loaded> | null = null;
  #phones: Phones | null = null;
  #reference: Reference | null = null;

  constructor(ports: EnginePorts) {
    this.#ports = ports;
  }

  /** The phone library, `null` while it is not there. */
  get phones(): Phones | null {
    return this.#phones;
  }

  /** Of the referral that is made here, `null` while there is none. */
  get reference(): Reference | null {
    return this.#reference;
  }

  /** Rejects when a file did not come; the next call tries again. */
  load(): Promise<Loaded> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** Forgets the password and its key; the next `load` makes others. */
  forgetPassword(): void {
    this.#loading = null;
    this.#ports.archiver.forget();
  }

  /** Forgets the reference too: what is made next is another referral, so that no password is ever taken for another's. */
  forgetReferral(): void {
    this.forgetPassword();
    this.#reference = null;
  }

  /** Forgets the password, and ends the engines for good. */
  close(): void {
    this.#loading = null;
    this.#phones = null;
    this.#ports.archiver.close();
    this.#ports.documents.close();
  }

  async #load(): Promise<Loaded> {
    const { archiver, documents, now, loadPhones, loadRandom } = this.#ports;
    try {
      const uniform = await loadRandom();
      const password = newPassphrase(uniform);
      archiver.prepare(password);
      const phones = await loadPhones();
      this.#phones = phones;
      // Only to be quick later; making the document tells when its engine did not come.
      documents.warm().catch(() => undefined);
      this.#reference ??= newReference(now().getFullYear(), uniform);
      const salt = hex(Uint8Array.from({ length: SALT_BYTES }, () => uniform(256)));
      return { phones, password, reference: this.#reference, salt };
    } catch (error) {
      this.#loading = null;
      throw error;
    }
  }
}
