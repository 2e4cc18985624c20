/** Remembers on which physical line each row begins, where that is not the line after the row before. */
export interface LineIndex {
  add(row: number, line: number): void;
  lineOf(row: number): number | undefined;
}

export function lineIndex(): LineIndex {
  const rows: number[] = [];
  const lines: number[] = [];
  let last = 0;
  let shift = Number.NaN;
  return {
    add(row, line) {
      last = row;
      if (line - row === shift) return;
      shift = line - row;
      rows.push(row);
      lines.push(line);
    },
    lineOf(row) {
      if (!(row >= 1 && row <= last)) return undefined;
      let low = 0;
      let high = rows.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((rows[middle] as number) <= row) low = middle;
        else high = middle - 1;
      }
      return (lines[low] as number) + (row - (rows[low] as number));
    },
  };
}
