/* SHA-256 (FIPS 180-4) for the guard, whose engine has no WebCrypto and is of 2016. docs/decisions.md: why not a library. */

/** Bytes of a block, of the place for the length at the end of the last, and words of a block. */
const BLOCK = 64;
const LENGTH = 8;
const WORDS = 16;
const ROUNDS = 64;

/** 4.2.2: of the first 64 prime numbers, and 5.3.3: of the first 8; the first 32 bits of the fraction of their roots. */
const { roots: CUBE_ROOTS } = firstPrimes(ROUNDS, 1 / 3);
const { roots: SQUARE_ROOTS } = firstPrimes(8, 1 / 2);

/** The 32 bytes of the SHA-256 of bytes, at once. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const state = new Int32Array(SQUARE_ROOTS);
  const schedule = new Int32Array(ROUNDS);
  const whole = bytes.length - (bytes.length % BLOCK);
  for (let at = 0; at < whole; at += BLOCK) compress(state, schedule, bytes, at);
  const end = lastBlocks(bytes, whole);
  for (let at = 0; at < end.length; at += BLOCK) compress(state, schedule, end, at);
  const digest = new Uint8Array(32);
  const view = new DataView(digest.buffer);
  for (let i = 0; i < state.length; i++) view.setInt32(4 * i, state[i] ?? 0);
  return digest;
}

/** 5.1.1: what is left of the message, a one, noughts, and the length in bits. */
function lastBlocks(bytes: Uint8Array, from: number): Uint8Array {
  const left = bytes.subarray(from);
  const end = new Uint8Array(left.length + 1 + LENGTH > BLOCK ? 2 * BLOCK : BLOCK);
  end.set(left);
  end[left.length] = 0x80;
  const view = new DataView(end.buffer);
  const bits = 8 * bytes.length;
  view.setUint32(end.length - LENGTH, Math.floor(bits / 2 ** 32));
  view.setUint32(end.length - LENGTH / 2, bits >>> 0);
  return end;
}

/** 6.2.2: one block into the state. Names as in the standard. */
function compress(state: Int32Array, w: Int32Array, bytes: Uint8Array, at: number): void {
  for (let t = 0; t < WORDS; t++) {
    const i = at + 4 * t;
    w[t] = ((bytes[i] ?? 0) << 24) | ((bytes[i + 1] ?? 0) << 16) | ((bytes[i + 2] ?? 0) << 8) | (bytes[i + 3] ?? 0);
  }
  for (let t = WORDS; t < ROUNDS; t++) {
    const x = w[t - 15] ?? 0;
    const y = w[t - 2] ?? 0;
    const sigma0 = rotr(x, 7) ^ rotr(x, 18) ^ (x >>> 3);
    const sigma1 = rotr(y, 17) ^ rotr(y, 19) ^ (y >>> 10);
    w[t] = (sigma1 + (w[t - 7] ?? 0) + sigma0 + (w[t - 16] ?? 0)) | 0;
  }
  // One by one: a destructuring asks the array for its iterator, which costs as much as the rounds.
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let t = 0; t < ROUNDS; t++) {
    const sum1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
    const t1 = (h + sum1 + ((e & f) ^ (~e & g)) + (CUBE_ROOTS[t] ?? 0) + (w[t] ?? 0)) | 0;
    const sum0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22);
    const t2 = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}

function rotr(x: number, bits: number): number {
  return (x >>> bits) | (x << (32 - bits));
}

/** The first primes, by the first 32 bits of the fraction of a root of each. */
function firstPrimes(count: number, root: number): { readonly roots: Int32Array } {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return { roots: Int32Array.from(primes, (prime) => ((prime ** root % 1) * 2 ** 32) | 0) };
}
