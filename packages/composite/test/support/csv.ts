/** Rows of a small CSV text whose quoted cells hold no quotes and no line breaks; empty cells are "". */
export function csvRows(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...lines] = text.trim().split(/\r?\n/).map(cellsOf);
  return lines.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ""])));
}

function cellsOf(line: string): readonly string[] {
  const cells = line.match(/(?<=^|,)("[^"]*"|[^,]*)/g) ?? [];
  return cells.map((cell) => cell.replace(/^"(.*)"$/, "$1"));
}
