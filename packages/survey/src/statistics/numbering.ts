import type { Cell } from "@vitalcore/core";

/** Cells as a key; a number and its text are not the same. */
export const textOf = (cells: readonly Cell[]) =>
  cells.map((cell) => (typeof cell === "string" ? `"${cell}` : String(cell))).join("\u0000");

/** Numbers keys in the order in which they come. */
export class Numbering {
  readonly #codes = new Map<string, number>();
  /** Where each number was given first. */
  readonly first: number[] = [];

  code(key: string, row: number): number {
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.first.length;
      this.#codes.set(key, code);
      this.first.push(row);
    }
    return code;
  }
}
