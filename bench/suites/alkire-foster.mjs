import { DuckDBInstance } from "@duckdb/node-api";
import { tableOf } from "@vitalcore/core";
import { globalMpi, multidimensionalPoverty } from "@vitalcore/indicators/multidimensional-poverty";
import { floorAlkireFoster } from "../floors/alkire-foster-floor.mjs";

const ROWS = 10_000_000;
const indicators = globalMpi.dimensions.flatMap((dimension) => dimension.indicators);
const points = indicators.map(({ weight }) => weight);

/** The same made-up households in SQL and here. */
const isDeprived = (row, j) =>
  (row * 7919 + j * 104_729 + ((row >> 7) % 997) * 31) % 1000 < 200 + 30 * j;
const weightOf = (row) => 0.5 + (row % 97) / 50;

function inMemory() {
  const columns = indicators.map((_, j) => {
    const codes = new Uint8Array(ROWS);
    for (let row = 0; row < ROWS; row++) codes[row] = isDeprived(row, j) ? 1 : 0;
    return codes;
  });
  return { columns, weights: Float64Array.from({ length: ROWS }, (_, row) => weightOf(row)) };
}

async function inDuckDb() {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  const columns = indicators.map(
    (_, j) =>
      `CAST((i * 7919 + ${j * 104_729} + ((i >> 7) % 997) * 31) % 1000 < ${200 + 30 * j} AS TINYINT) AS d${j}`,
  );
  await connection.run(
    `CREATE TABLE people AS SELECT ${columns.join(", ")}, 0.5 + (i % 97) / 50.0::DOUBLE AS w FROM range(${ROWS}) t(i)`,
  );
  const score = points.map((weight, j) => `${weight} * d${j}`).join(" + ");
  const mask = points.map((_, j) => `(d${j}::INT << ${j})`).join(" | ");
  return { connection, score, mask };
}

/** Alkire-Foster over ten million households, every cutoff at once. */
export async function suites() {
  const { columns, weights } = inMemory();
  const table = tableOf([
    ...indicators.map(({ id }, j) => [id, { kind: "boolean", values: columns[j] }]),
    ["w", { kind: "number", values: weights }],
  ]);
  const { connection, score, mask } = await inDuckDb();
  const ours = () => multidimensionalPoverty(table, globalMpi, { weight: "w" });
  const floor = () => floorAlkireFoster(columns, weights, points);
  const masks = async () => {
    const reader = await connection.runAndReadAll(
      `SELECT ${mask} AS mask, sum(w) AS w FROM people GROUP BY mask`,
    );
    return reader.getRowsJS();
  };
  const deprived = points.map((_, j) => `sum(w * d${j})`).join(", ");
  const byScore = async () => {
    const reader = await connection.runAndReadAll(
      `SELECT c, sum(w), ${deprived} FROM (SELECT *, ${score} AS c FROM people) GROUP BY c`,
    );
    return reader.getRowsJS();
  };
  const censored = points.map((_, j) => `sum(w * d${j}) FILTER (c >= 6)`).join(", ");
  const oneCutoff = async () => {
    const reader = await connection.runAndReadAll(
      `SELECT sum(w), sum(w) FILTER (c >= 6), sum(w * c) FILTER (c >= 6), ${censored} FROM (SELECT *, ${score} AS c FROM people)`,
    );
    return reader.getRowsJS();
  };
  requireAgreement(ours(), floor(), await byScore());
  return [
    {
      title: "Multidimensional poverty of 10,000,000 households, 10 deprivations, 18 cutoffs",
      note: "H, A, M0 and censored headcounts at every cutoff. Ours checks every cell and weight and compensates its sums. DuckDB on one thread, in memory; the query by score has what all cutoffs need, the others less.",
      ours: { name: "@vitalcore/indicators multidimensionalPoverty, all cutoffs", run: ours },
      others: [
        { name: "floor: one histogram over masks, all cutoffs", run: floor },
        { name: "DuckDB: GROUP BY mask (the histogram only)", run: masks },
        { name: "DuckDB: weight and deprivations by score, all cutoffs", run: byScore },
        { name: "DuckDB: scores and FILTER, one cutoff", run: oneCutoff },
      ],
    },
  ];
}

/** Peers must give the same numbers before they are timed. */
function requireAgreement(result, cutoffs, rows) {
  const sum = (of, from = 0) =>
    rows
      .map((row) => row.map(Number))
      .filter(([c]) => c >= from)
      .reduce((total, row) => total + of(row), 0);
  const population = sum((row) => row[1]);
  const figures = [
    [result.headcount, cutoffs[6].headcount, sum((row) => row[1], 6) / population],
    [
      result.adjustedHeadcount,
      cutoffs[6].adjustedHeadcount,
      sum((row) => row[0] * row[1], 6) / (18 * population),
    ],
    [result.indicators[3].censored, cutoffs[6].censored[3], sum((row) => row[5], 6) / population],
  ];
  for (const [first, ...others] of figures) {
    if (others.some((other) => !(Math.abs(other - first) <= 1e-9))) {
      throw new Error(`differ: ${figures}`);
    }
  }
}
