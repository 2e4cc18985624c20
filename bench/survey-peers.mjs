import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { op, table } from "arquero";

/**
 * Totals by unit as {@link psuTotals} gives them, from row objects and a Map: how the same is written without
 * columns.
 */
export function objectTotals(rows) {
  const totals = new Map();
  for (const { psu, w, y } of rows) {
    let cell = totals.get(psu);
    if (cell === undefined) {
      cell = { n: 0, w: 0, wLost: 0, wy: 0, wyLost: 0 };
      totals.set(psu, cell);
    }
    cell.n += 1;
    let sum = cell.w;
    let next = sum + w;
    cell.wLost += Math.abs(sum) >= Math.abs(w) ? sum - next + w : w - next + sum;
    cell.w = next;
    const wy = w * y;
    sum = cell.wy;
    next = sum + wy;
    cell.wyLost += Math.abs(sum) >= Math.abs(wy) ? sum - next + wy : wy - next + sum;
    cell.wy = next;
  }
  for (const cell of totals.values()) {
    cell.w += cell.wLost;
    cell.wy += cell.wyLost;
  }
  return totals;
}

/** The same with plain sums. */
export function plainObjectTotals(rows) {
  const totals = new Map();
  for (const { psu, w, y } of rows) {
    let cell = totals.get(psu);
    if (cell === undefined) {
      cell = { n: 0, w: 0, wy: 0 };
      totals.set(psu, cell);
    }
    cell.n += 1;
    cell.w += w;
    cell.wy += w * y;
  }
  return totals;
}

/** Totals by stratum and unit with Arquero; columns are typed arrays. */
export function arqueroTotals({ psu, stratum, w, y }) {
  const columns = table({ psu, stratum, w, y });
  return () =>
    columns
      .groupby("stratum", "psu")
      .rollup({ n: op.count(), w: op.sum("w"), wy: (d) => op.sum(d.w * d.y) });
}

/** The weighted mean that totals give, to hold peers to our numbers. */
export const meanOf = (cells) => {
  let [w, wy] = [0, 0];
  for (const cell of cells) {
    w += cell.w;
    wy += cell.wy;
  }
  return wy / w;
};

/** Totals by stratum and unit in DuckDB, in memory, on one thread; sums as SQL gives them and Kahan's. */
export async function duckdbTotals({ psu, stratum, w, y }) {
  let duckdb;
  try {
    duckdb = await import("@duckdb/node-api");
  } catch {
    return undefined;
  }
  const instance = await duckdb.DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  await connection.run("CREATE TABLE s (psu INTEGER, stratum INTEGER, w DOUBLE, y DOUBLE)");
  const appender = await connection.createAppender("s");
  for (let i = 0; i < psu.length; i++) {
    appender.appendInteger(psu[i]);
    appender.appendInteger(stratum[i]);
    appender.appendDouble(w[i]);
    appender.appendDouble(y[i]);
    appender.endRow();
  }
  appender.closeSync();
  const query = (sum) => async () => {
    const reader = await connection.runAndReadAll(
      `SELECT stratum, psu, count(*) AS n, ${sum}(w) AS w, ${sum}(w * y) AS wy FROM s GROUP BY stratum, psu`,
    );
    return reader;
  };
  return { plain: query("sum"), compensated: query("fsum") };
}

/** What R's survey takes in this very run, in milliseconds of its processor; undefined without R or survey. */
export function surveyInR({ psu, stratum, w, y, g }) {
  const folder = mkdtempSync(join(tmpdir(), "vitalcore-bench-"));
  try {
    const file = join(folder, "sample.bin");
    writeFileSync(
      file,
      Buffer.concat([psu, stratum, w, y, g].map(({ buffer }) => Buffer.from(buffer))),
    );
    const script = fileURLToPath(new URL("./survey-in-r.R", import.meta.url));
    const printed = execFileSync("Rscript", [script, file, String(psu.length)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const { version, value, standardError, ...seconds } = JSON.parse(printed);
    if (version === undefined) return undefined;
    const milliseconds = Object.fromEntries(
      Object.entries(seconds).map(([name, time]) => [name, 1000 * time]),
    );
    return { version, value, standardError, ...milliseconds };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
