/** Rows that share something which is reported once: a million rows must not be a million findings. */
export class RowTally<Key> {
  private readonly tallies = new Map<Key, { readonly row: number; rows: number }>();

  add(key: Key, row: number): void {
    const tally = this.tallies.get(key);
    if (tally === undefined) this.tallies.set(key, { row, rows: 1 });
    else tally.rows += 1;
  }

  /** What the rows share, the first of them and their number. */
  *[Symbol.iterator](): Generator<{
    readonly key: Key;
    readonly row: number;
    readonly rows: number;
  }> {
    for (const [key, tally] of this.tallies) yield { key, ...tally };
  }
}
