import { ArchiveError } from "./archive-error.ts";
import type { Bytes } from "./bytes.ts";

/*
 * LZMA as the LZMA specification of the LZMA SDK describes it (lzma-specification.txt): a range coder whose bits have
 * adaptive probabilities, for literals, matches and repeated distances. The output itself is the dictionary.
 */

const PROBABILITY_BITS = 11;
const EVEN = 2 ** (PROBABILITY_BITS - 1);
const ADAPT_SHIFT = 5;
/** Below this the range takes in another byte. */
const LEAST_RANGE = 2 ** 24;

const STATES = 12;
const POSITION_STATES = 16;
/** States from this on follow a match. */
const AFTER_MATCH = 7;
const SHORTEST_MATCH = 2;
const LENGTH_STATES = 4;
const SLOT_BITS = 6;
const ALIGN_BITS = 4;
/** Slots from this on have bits without probabilities. */
const FIRST_DIRECT_SLOT = 14;
const FIRST_MODELLED_SLOT = 4;
const END_MARKER = 0xffff_ffff;
const LITERAL_SIZE = 0x300;
const PROPERTIES_SIZE = 5;
const MOST_LC = 8;
const PB_VALUES = 5;
const LP_VALUES = 5;
const LC_VALUES = MOST_LC + 1;

/** How many bits of place and of the byte before choose a probability. */
export interface LzmaParameters {
  readonly lc: number;
  readonly lp: number;
  readonly pb: number;
}

/** What both decoders throw. */
export function damaged(why: string): ArchiveError {
  return new ArchiveError("damaged", `LZMA: ${why}`);
}

/** `(pb · 5 + lp) · 9 + lc` in one byte. */
export function parseParameters(byte: number): LzmaParameters {
  if (byte >= LC_VALUES * LP_VALUES * PB_VALUES) throw damaged(`parameters ${byte}, below 225 expected`);
  const rest = Math.floor(byte / LC_VALUES);
  return { lc: byte % LC_VALUES, lp: rest % LP_VALUES, pb: Math.floor(rest / LP_VALUES) };
}

function probabilities(count: number): Uint16Array {
  return new Uint16Array(count).fill(EVEN);
}

/** The lengths of matches: 2 to 9, 10 to 17, 18 to 273. */
class LengthModel {
  readonly choice = probabilities(2);
  readonly low = probabilities(POSITION_STATES << 3);
  readonly middle = probabilities(POSITION_STATES << 3);
  readonly high = probabilities(256);
}

/** All that is learnt while decoding; a state reset makes a new one. */
class Model {
  readonly isMatch = probabilities(STATES * POSITION_STATES);
  readonly isRepeat = probabilities(STATES);
  readonly isNotRepeat0 = probabilities(STATES);
  readonly isNotRepeat1 = probabilities(STATES);
  readonly isNotRepeat2 = probabilities(STATES);
  readonly isLongRepeat0 = probabilities(STATES * POSITION_STATES);
  readonly slots = probabilities(LENGTH_STATES << SLOT_BITS);
  readonly distances = probabilities(1 + 128 - FIRST_DIRECT_SLOT);
  readonly align = probabilities(1 << ALIGN_BITS);
  readonly length = new LengthModel();
  readonly repeatLength = new LengthModel();
  readonly literals: Uint16Array;
  state = 0;
  repeat0 = 0;
  repeat1 = 0;
  repeat2 = 0;
  repeat3 = 0;

  constructor({ lc, lp }: LzmaParameters) {
    this.literals = probabilities(LITERAL_SIZE << (lc + lp));
  }
}

/** Decodes into an output of known size, in one go (LZMA) or chunk after chunk (LZMA2). */
export class LzmaDecoder {
  readonly output: Bytes;
  /** Bytes of the output that are there. */
  position = 0;
  readonly #dictionary: number;
  /** Where the dictionary begins. */
  #base = 0;
  #parameters: LzmaParameters = { lc: 0, lp: 0, pb: 0 };
  #model: Model | null = null;
  #input: Uint8Array = new Uint8Array(0);
  #at = 0;
  #range = 0;
  #code = 0;

  constructor(output: Bytes, dictionary: number) {
    this.output = output;
    this.#dictionary = dictionary;
  }

  get ready(): boolean {
    return this.#model !== null;
  }

  /** Nothing before this place can be repeated, and nothing is known: the next chunk that is compressed brings parameters. */
  resetDictionary(): void {
    this.#base = this.position;
    this.#model = null;
  }

  /** Forgets what was learnt; with other parameters from now on, where they are given. */
  resetState(parameters: LzmaParameters = this.#parameters): void {
    this.#parameters = parameters;
    this.#model = new Model(parameters);
  }

  /** Bytes that are as they are. */
  copy(bytes: Uint8Array): void {
    this.#roomFor(bytes.byteLength);
    this.output.set(bytes, this.position);
    this.position += bytes.byteLength;
  }

  /** Decodes `input`, all of it, to exactly `size` bytes. With `marker` an end marker may follow them. */
  decode(input: Uint8Array, size: number, marker: boolean): void {
    const model = this.#model;
    if (model === null) throw damaged("no parameters");
    this.#roomFor(size);
    const end = this.position + size;
    this.#start(input);
    while (this.position < end) {
      if (this.#symbol(model, end)) throw damaged(`an end marker ${end - this.position} bytes early`);
    }
    const finished = (): boolean => this.#code === 0 && this.#at === this.#input.byteLength;
    if (!finished() && marker && !this.#symbol(model, end)) throw damaged(`more than the ${size} bytes expected`);
    if (!finished()) throw damaged(`${this.#input.byteLength - this.#at} bytes of input left`);
  }

  #roomFor(size: number): void {
    const left = this.output.byteLength - this.position;
    if (size > left) throw damaged(`a chunk that gives ${size} bytes, at most ${left} expected`);
  }

  #start(input: Uint8Array): void {
    this.#input = input;
    this.#at = 0;
    this.#range = 0xffff_ffff;
    this.#code = 0;
    const first = this.#next();
    if (first !== 0) throw damaged(`first byte ${first}, 0 expected`);
    for (let i = 0; i < 4; i++) this.#code = ((this.#code << 8) | this.#next()) >>> 0;
  }

  #next(): number {
    const byte = this.#input[this.#at];
    if (byte === undefined) throw damaged(`the input ends at byte ${this.#at}, one more expected`);
    this.#at += 1;
    return byte;
  }

  /** One literal, match or repeat. True for the end marker. */
  #symbol(model: Model, end: number): boolean {
    const { state } = model;
    const place = (this.position - this.#base) & ((1 << this.#parameters.pb) - 1);
    if (this.#bit(model.isMatch, (state << 4) + place) === 0) {
      if (this.position === end) return false;
      this.#literal(model);
      return false;
    }
    let length: number;
    if (this.#bit(model.isRepeat, state) === 0) {
      model.repeat3 = model.repeat2;
      model.repeat2 = model.repeat1;
      model.repeat1 = model.repeat0;
      length = this.#length(model.length, place);
      model.state = state < AFTER_MATCH ? 7 : 10;
      model.repeat0 = this.#distance(model, length);
      if (model.repeat0 === END_MARKER) return true;
    } else {
      if (this.position === this.#base) throw damaged("a repeat before anything was there");
      if (this.#bit(model.isNotRepeat0, state) === 0) {
        if (this.#bit(model.isLongRepeat0, (state << 4) + place) === 0) {
          model.state = state < AFTER_MATCH ? 9 : 11;
          this.#repeat(model.repeat0, 1, end);
          return false;
        }
      } else {
        this.#pickRepeat(model, state);
      }
      length = this.#length(model.repeatLength, place);
      model.state = state < AFTER_MATCH ? 8 : 11;
    }
    this.#repeat(model.repeat0, length + SHORTEST_MATCH, end);
    return false;
  }

  /** Brings one of the older distances to the front. */
  #pickRepeat(model: Model, state: number): void {
    let distance: number;
    if (this.#bit(model.isNotRepeat1, state) === 0) {
      distance = model.repeat1;
    } else {
      if (this.#bit(model.isNotRepeat2, state) === 0) {
        distance = model.repeat2;
      } else {
        distance = model.repeat3;
        model.repeat3 = model.repeat2;
      }
      model.repeat2 = model.repeat1;
    }
    model.repeat1 = model.repeat0;
    model.repeat0 = distance;
  }

  #literal(model: Model): void {
    const { lc, lp } = this.#parameters;
    const { output, position } = this;
    const before = position > this.#base ? (output[position - 1] ?? 0) : 0;
    const place = (position - this.#base) & ((1 << lp) - 1);
    const from = LITERAL_SIZE * ((place << lc) + (before >> (8 - lc)));
    const { literals, state } = model;
    let symbol = 1;
    if (state >= AFTER_MATCH) {
      // The byte that would have continued the match is likely not the one that comes.
      let expected = output[position - model.repeat0 - 1] ?? 0;
      while (symbol < 0x100) {
        const likely = (expected >> 7) & 1;
        expected <<= 1;
        const bit = this.#bit(literals, from + ((1 + likely) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (bit !== likely) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.#bit(literals, from + symbol);
    output[position] = symbol;
    this.position = position + 1;
    model.state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  #length(model: LengthModel, place: number): number {
    if (this.#bit(model.choice, 0) === 0) return this.#tree(model.low, place << 3, 3);
    if (this.#bit(model.choice, 1) === 0) return 8 + this.#tree(model.middle, place << 3, 3);
    return 16 + this.#tree(model.high, 0, 8);
  }

  /** A distance less one. */
  #distance(model: Model, length: number): number {
    const slot = this.#tree(model.slots, Math.min(length, LENGTH_STATES - 1) << SLOT_BITS, SLOT_BITS);
    if (slot < FIRST_MODELLED_SLOT) return slot;
    const bits = (slot >> 1) - 1;
    const high = ((2 | (slot & 1)) << bits) >>> 0;
    if (slot < FIRST_DIRECT_SLOT) return high + this.#reverseTree(model.distances, high - slot, bits);
    const direct = this.#direct(bits - ALIGN_BITS);
    return (high + direct * 2 ** ALIGN_BITS + this.#reverseTree(model.align, 0, ALIGN_BITS)) >>> 0;
  }

  #repeat(distance: number, length: number, end: number): void {
    const { output, position } = this;
    if (distance >= position - this.#base || distance >= this.#dictionary) {
      const most = Math.min(position - this.#base, this.#dictionary);
      throw damaged(`a distance of ${distance + 1}, at most ${most} expected`);
    }
    if (length > end - position) throw damaged(`a match of ${length} bytes, at most ${end - position} expected`);
    const from = position - distance - 1;
    if (distance + 1 >= length) output.copyWithin(position, from, from + length);
    else for (let i = 0; i < length; i++) output[position + i] = output[from + i] ?? 0;
    this.position = position + length;
  }

  /** Bits from the highest on, each with a probability that those before it choose. */
  #tree(of: Uint16Array, from: number, bits: number): number {
    let symbol = 1;
    for (let i = 0; i < bits; i++) symbol = (symbol << 1) | this.#bit(of, from + symbol);
    return symbol - (1 << bits);
  }

  #reverseTree(of: Uint16Array, from: number, bits: number): number {
    let node = 1;
    let symbol = 0;
    for (let i = 0; i < bits; i++) {
      const bit = this.#bit(of, from + node);
      node = (node << 1) | bit;
      symbol |= bit << i;
    }
    return symbol;
  }

  #direct(bits: number): number {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      this.#range >>>= 1;
      const bit = this.#code >= this.#range ? 1 : 0;
      if (bit === 1) this.#code -= this.#range;
      this.#refill();
      value = value * 2 + bit;
    }
    return value;
  }

  #bit(of: Uint16Array, index: number): number {
    const probability = of[index] ?? EVEN;
    const bound = (this.#range >>> PROBABILITY_BITS) * probability;
    let bit = 0;
    if (this.#code < bound) {
      this.#range = bound;
      of[index] = probability + ((2 ** PROBABILITY_BITS - probability) >> ADAPT_SHIFT);
    } else {
      this.#range -= bound;
      this.#code -= bound;
      of[index] = probability - (probability >> ADAPT_SHIFT);
      bit = 1;
    }
    this.#refill();
    return bit;
  }

  #refill(): void {
    if (this.#range >= LEAST_RANGE) return;
    this.#range = (this.#range << 8) >>> 0;
    this.#code = ((this.#code << 8) | this.#next()) >>> 0;
  }
}

/**
 * The `size` bytes of an LZMA stream; `properties` are lc, lp and pb in a byte and the dictionary's size in 4.
 * @throws {ArchiveError} `damaged`
 */
export function decodeLzma(packed: Uint8Array, properties: Uint8Array, size: number): Bytes {
  if (properties.byteLength !== PROPERTIES_SIZE) {
    throw damaged(`properties of ${properties.byteLength} bytes, ${PROPERTIES_SIZE} expected`);
  }
  const [parameters = 0, a = 0, b = 0, c = 0, d = 0] = properties;
  const dictionary = (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
  // A smaller one is taken for 4 KiB (LZMA specification, "dictionary size").
  const decoder = new LzmaDecoder(new Uint8Array(size), Math.max(dictionary, 2 ** 12));
  decoder.resetState(parseParameters(parameters));
  decoder.decode(packed, size, true);
  return decoder.output;
}
