import { readFileSync } from "node:fs";

/** The records of a CSV file, by header; cells are text, empty where missing. */
export function csvRows(file: URL): Record<string, string>[] {
  const cells: string[][] = [[]];
  const text = readFileSync(file, "utf8");
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g,
  )) {
    cells.at(-1)?.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end !== ",") cells.push([]);
  }
  const [header = [], ...records] = cells.filter((record) => record.some((cell) => cell !== ""));
  return records.map((record) =>
    Object.fromEntries(header.map((name, i) => [name, record[i] ?? ""])),
  );
}

/** A file of the fixtures. */
export const fixture = (path: string): URL => new URL(`./fixtures/${path}`, import.meta.url);

/** Says how many published values were reproduced. */
export function report(what: string, matched: number, compared: number): void {
  process.stdout.write(`${what}: ${matched} of ${compared} published values reproduced\n`);
}
