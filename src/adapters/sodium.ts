import type { UniformRandom } from "../domain/reference.ts";
import { LibraryError } from "./library-error.ts";

/** What we ask of libsodium (libsodium-wrappers 0.8). */
export interface Sodium {
  /** Whole numbers from the system's secure source, without bias (`randombytes_uniform`); bounds of 1 to 2^32 - 1. */
  readonly uniform: UniformRandom;
  /** Ed25519 (`crypto_sign_verify_detached`); `false` too for a key or signature of another size. */
  readonly verify: (signature: Uint8Array, bytes: Uint8Array, publicKey: Uint8Array) => boolean;
}

interface SodiumLibrary {
  readonly ready: Promise<void>;
  randombytes_uniform(upperBound: number): number;
  crypto_sign_verify_detached(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean;
}

/** `randombytes_uniform` takes an unsigned 32-bit bound. */
const HIGHEST_BOUND = 0xffff_ffff;
/** Bytes, of Ed25519; libsodium throws on others. */
const SIGNATURE_SIZE = 64;
const PUBLIC_KEY_SIZE = 32;

/**
 * Loads libsodium after the first paint: 152 kB gzip, and WebAssembly, so the page's policy needs 'wasm-unsafe-eval'.
 * @throws {LibraryError} when it does not load or does not start.
 */
export async function loadSodium(load: () => Promise<SodiumLibrary> = importSodium): Promise<Sodium> {
  try {
    const library = await load();
    await library.ready;
    return {
      uniform: (upperBound) => library.randombytes_uniform(checkedBound(upperBound)),
      verify: (signature, bytes, publicKey) =>
        signature.byteLength === SIGNATURE_SIZE &&
        publicKey.byteLength === PUBLIC_KEY_SIZE &&
        library.crypto_sign_verify_detached(signature, bytes, publicKey),
    };
  } catch (cause) {
    throw new LibraryError("libsodium", { cause });
  }
}

/** libsodium would turn a bound of -1 or 0.5 into another number without a word. */
function checkedBound(upperBound: number): number {
  if (Number.isInteger(upperBound) && upperBound >= 1 && upperBound <= HIGHEST_BOUND) return upperBound;
  throw new RangeError(`uniform: expected a whole bound of 1 to ${HIGHEST_BOUND}, received ${upperBound}`);
}

async function importSodium(): Promise<SodiumLibrary> {
  return (await import("libsodium-wrappers")).default;
}
