/** Bytes of a piece; a first line is not longer. */
const PIECE = 1024 * 1024;

/** The bytes piece by piece, as a file comes from a disk. */
export async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
}

/** Where the bytes go on after some lines. */
function afterLines(bytes: Uint8Array, lines: number): number {
  let at = 0;
  for (let i = 0; i < lines; i++) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0) return bytes.length;
    at = end + 1;
  }
  return at;
}

/** A file without a header gets one, as long as its first line, in place of the lines that are skipped. */
export async function* withHeader(
  bytes: Uint8Array,
  { delimiter = ",", skipRows = 0 }: Readonly<Record<string, unknown>>,
): AsyncGenerator<Uint8Array> {
  const rows = bytes.subarray(afterLines(bytes, Number(skipRows)));
  const line = new TextDecoder().decode(rows.subarray(0, PIECE)).split(/\r?\n/, 1)[0] as string;
  const columns = line.split(String(delimiter)).length;
  const names = Array.from({ length: columns }, (_, i) => `_col.${i + 1}`);
  yield new TextEncoder().encode(`${names.join(String(delimiter))}\n`);
  yield* pieces(rows);
}

/** Where the standard looks for the metadata of a table. */
export function metadataPlaces(url: string): readonly string[] {
  return [`${url}-metadata.json`, "csv-metadata.json", `${url}.json`, "csvm.json"].map(
    (place) => new URL(place, url).href,
  );
}
