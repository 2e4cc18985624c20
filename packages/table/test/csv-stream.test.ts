import { rowsOf } from "@vitalcore/table";
import { type CsvOptions, readCsv, readCsvChunks, readCsvStream } from "@vitalcore/table/csv";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";

async function* inPieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    yield bytes.slice(from, Math.max(from, cut));
    from = Math.max(from, cut);
  }
  yield bytes.slice(from);
}

const NASTY = [
  'iso3,näme,"note ""x""",v\r\n',
  'CIV,Côte d\'Ivoire,"two\r\nlines 🌍",1\r\n',
  "\r\n",
  'ETH,ኢትዮጵያ,"a ""quote""",2.5\n',
  "BAD,row\r\n",
  'KEN,5"7 tall,"abc"def",3\r\n',
  "TZA,x\u0000,日本,1,234\r\n",
  '"",,,\r\n',
  "NA,NA,,..",
].join("");

const encodings: Record<string, Uint8Array> = {
  "UTF-8": new TextEncoder().encode(NASTY),
  "UTF-8 with a mark": new TextEncoder().encode(`\uFEFF${NASTY}`),
  "unclosed quote": new TextEncoder().encode(`${NASTY}\n"x,y`),
  "Latin-1": Uint8Array.from('a,b\n"é",1\nü,"2"\n', (c) => c.charCodeAt(0)),
  "Latin-1 at the end": Uint8Array.from("a,b\nx,é", (c) => c.charCodeAt(0)),
  "CR lines": new TextEncoder().encode("a,b\r1,é\r2,x\r"),
  "end-of-file mark": new TextEncoder().encode("a,b\n1,2\n\u001A"),
  "UTF-16": Uint8Array.from(`\uFEFF${NASTY}`, (c) => c.charCodeAt(0)).length
    ? new Uint8Array(
        Uint16Array.from(`\uFEFF${NASTY.replace("🌍", "ж")}`, (c) => c.charCodeAt(0)).buffer,
      )
    : new Uint8Array(),
};

describe("a stream gives what the whole file gives, wherever the pieces end", () => {
  test.each(Object.entries(encodings))("%s", async (_, bytes) => {
    const options: CsvOptions = {
      columns: { v: { type: "number", missing: [".."] } },
      file: "f.csv",
    };
    const whole = readCsv(bytes, options);
    const same = async (cuts: readonly number[]) => {
      const { table, findings } = await readCsvStream(inPieces(bytes, cuts), options);
      expect(rowsOf(table)).toEqual(rowsOf(whole.table));
      expect(table.names).toEqual(whole.table.names);
      expect(findings).toEqual(whole.findings);
    };
    await same(Array.from(bytes.keys()));
    const cuts = fc.array(fc.nat({ max: bytes.length }), { maxLength: 6 });
    await fc.assert(fc.asyncProperty(cuts, same), { numRuns: 60 });
  });

  test("also far into a file, where only parts of it are in memory", async () => {
    const row = (i: number) => `${i},"näme ""${i}""\r\nsecond line",x\r\n`;
    const text = `id,name,z\r\n${Array.from({ length: 30_000 }, (_, i) => row(i)).join("")}`;
    const bytes = new TextEncoder().encode(`${text}1,2\r\n`);
    const whole = readCsv(bytes);
    expect(whole.table.length).toBe(30_000);
    expect(whole.findings).toMatchObject([{ code: "table/ragged-row", place: { line: 60_002 } }]);
    const cuts = Array.from({ length: 200 }, (_, i) => i * 7919 + 13);
    const { table, findings } = await readCsvStream(inPieces(bytes, cuts));
    expect(findings).toEqual(whole.findings);
    for (const name of ["id", "name", "z"])
      expect(table.column(name)).toEqual(whole.table.column(name));
  });

  test("web streams are read too", async () => {
    const { table } = await readCsvStream(new Blob([NASTY.slice(0, 70)]).stream());
    expect(table.length).toBe(1);
  });
});

describe("in tables of so many rows", () => {
  const bytes = new TextEncoder().encode(
    `id,v,w\n${Array.from({ length: 25 }, (_, i) => `${i},${i},${i === 17 ? "x" : i}\n`).join("")}`,
  );

  test.each([1, 4, 25, 100])("of %i rows", async (rowsPerTable) => {
    const rows: unknown[] = [];
    const lengths: number[] = [];
    const findings: string[] = [];
    const options = {
      rowsPerTable,
      columns: { v: { type: "number" }, w: { type: "number" } },
    } as const;
    for await (const part of readCsvChunks(inPieces(bytes, [7, 31, 60]), options)) {
      rows.push(...rowsOf(part.table));
      lengths.push(part.table.length);
      findings.push(
        ...part.findings.map(({ code, place }) => `${code} ${place.line} ${place.row}`),
      );
      expect(part.table.names).toEqual(["id", "v", "w"]);
      expect(part.table.column("id").kind).toBe("text");
    }
    const whole = readCsv(bytes, { columns: { id: { type: "text" }, ...options.columns } });
    expect(rows).toEqual(rowsOf(whole.table));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(rowsPerTable);
    expect(findings).toEqual(["table/missing-mark 19 18"]);
  });

  test("a file that is refused ends with an empty table that says why", async () => {
    const seen: string[] = [];
    const limits = { maxRows: 10 };
    for await (const { table, findings } of readCsvChunks(inPieces(bytes, []), {
      rowsPerTable: 4,
      limits,
    })) {
      seen.push(`${table.length} ${findings.map(({ code }) => code).join()}`);
    }
    expect(seen).toEqual(["4 ", "4 ", "0 table/too-many-rows"]);
  });
});

describe("progress and cancellation", () => {
  const bytes = new TextEncoder().encode("a\n1\n2\n");

  test("the bytes read so far are told", async () => {
    const onProgress = vi.fn();
    await readCsvStream(inPieces(bytes, [2, 4]), {}, { onProgress });
    expect(onProgress.mock.calls).toEqual([2, 4, 6].map((done) => [{ stage: "reading", done }]));
  });

  test("an aborted signal rejects with its reason and closes the source", async () => {
    const reason = new Error("enough");
    const controller = new AbortController();
    const closed = vi.fn();
    async function* endless() {
      try {
        for (;;) yield bytes;
      } finally {
        closed();
      }
    }
    const onProgress = () => controller.abort(reason);
    const run = { signal: controller.signal, onProgress };
    await expect(readCsvStream(endless(), {}, run)).rejects.toBe(reason);
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
    await expect(readCsvStream(endless(), {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });

  test("a source that never answers can be left", async () => {
    const reason = new Error("enough");
    const controller = new AbortController();
    const cancel = vi.fn();
    const silent = new ReadableStream<Uint8Array>({ cancel });
    const reading = readCsvStream(silent, {}, { signal: controller.signal });
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
    await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
  });

  test("what the source throws is thrown", async () => {
    const lost = new Error("connection lost");
    async function* broken() {
      yield bytes;
      throw lost;
    }
    await expect(readCsvStream(broken())).rejects.toBe(lost);
  });

  test("a file that is refused is not read to its end", async () => {
    let pieces = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces++;
        controller.enqueue(new Uint8Array(65_536).fill(65));
      },
    });
    const { findings } = await readCsvStream(endless, { limits: { maxLineBytes: 1e6 } });
    expect(findings.map(({ code }) => code)).toEqual(["table/line-too-long"]);
    expect(pieces).toBeLessThan(60);
  });
});
