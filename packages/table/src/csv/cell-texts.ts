import type { PlainText } from "./plain-text.js";

/** Longest cell that is remembered. */
const WIDTH = 32;
const LEAST_SLOTS = 64;
const MOST_SLOTS = 4096;
/** Slots looked at for a cell, from its own on. */
const PROBES = 4;
/** So many more new cells than known ones, and the column is no list of codes: remembering costs more than it saves. */
const HOPELESS = 20_000;
/** From here on an engine may make a part of a text refer to the whole, and keep a block of the file alive. */
const REFERRING = 13;

/**
 * Knows the cells of a column again: codes, years and names come thousands of times, and making a text and looking
 * it up costs more than comparing a few characters. A bad hash costs a new text, never more.
 */
export class CellTexts {
  private slots = 0;
  private filled = 0;
  private texts: string[] = [];
  private lengths = new Uint8Array(0);
  private codes = new Uint16Array(0);
  private notes = new Int32Array(0);
  private excess = 0;

  /** The slot in which a cell is, from now on if not before; -1 for those that are not remembered. */
  slot(block: PlainText, from: number, to: number): number {
    const length = to - from;
    if (length > WIDTH || length === 0 || this.excess > HOPELESS) return -1;
    if (2 * this.filled >= this.slots && this.slots < MOST_SLOTS) this.grow();
    const { codes } = block;
    const home = hashOf(codes, from, to);
    const mask = this.slots - 1;
    for (let probe = 0; probe < PROBES; probe++) {
      const slot = (home + probe) & mask;
      const known = this.lengths[slot] as number;
      if (known === 0) return this.remember(slot, block, from, to);
      if (known === length && this.standsIn(slot, codes, from, length)) {
        if (this.excess > 0) this.excess -= 1;
        return slot;
      }
    }
    return this.remember(home & mask, block, from, to);
  }

  textIn(slot: number): string {
    return this.texts[slot] as string;
  }

  /** What was noted of the cell in a slot, or -1. */
  noteIn(slot: number): number {
    return this.notes[slot] as number;
  }

  note(slot: number, note: number): void {
    this.notes[slot] = note;
  }

  forgetNotes(): void {
    this.notes.fill(-1);
  }

  private standsIn(slot: number, codes: PlainText["codes"], from: number, length: number): boolean {
    const start = slot * WIDTH;
    for (let i = 0; i < length; i++) if (this.codes[start + i] !== codes[from + i]) return false;
    return true;
  }

  private remember(slot: number, { text, codes }: PlainText, from: number, to: number): number {
    const cell = text.slice(from, to);
    const own = cell.length < REFERRING ? cell : ` ${cell}`.slice(1);
    const start = slot * WIDTH;
    for (let i = from; i < to; i++) this.codes[start + i - from] = codes[i] as number;
    if (this.lengths[slot] === 0) this.filled += 1;
    this.lengths[slot] = to - from;
    this.texts[slot] = own;
    this.notes[slot] = -1;
    this.excess += 1;
    return slot;
  }

  /** Begins anew with twice the room. */
  private grow(): void {
    this.slots = Math.max(LEAST_SLOTS, 2 * this.slots);
    this.filled = 0;
    this.texts = new Array<string>(this.slots).fill("");
    this.lengths = new Uint8Array(this.slots);
    this.notes = new Int32Array(this.slots).fill(-1);
    this.codes = new Uint16Array(this.slots * WIDTH);
  }
}

/** Of the length, the first two and the last four characters: where codes differ. */
function hashOf(codes: PlainText["codes"], from: number, to: number): number {
  let hash = to - from;
  hash = Math.imul(hash, 31) + (codes[from] as number);
  hash = Math.imul(hash, 31) + (codes[Math.min(from + 1, to - 1)] as number);
  hash = Math.imul(hash, 31) + (codes[Math.max(from, to - 4)] as number);
  hash = Math.imul(hash, 31) + (codes[Math.max(from, to - 3)] as number);
  hash = Math.imul(hash, 31) + (codes[Math.max(from, to - 2)] as number);
  hash = Math.imul(hash, 31) + (codes[to - 1] as number);
  return hash ^ (hash >>> 15);
}
