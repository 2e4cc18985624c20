import { tableFrom } from "@vitalcore/core";
import { count, mean, prevalence, surveyDesign } from "@vitalcore/survey";
import { psuTotals } from "../floors/psu-totals-floor.mjs";
import {
  arqueroTotals,
  duckdbTotals,
  meanOf,
  objectTotals,
  plainObjectTotals,
  surveyInR,
} from "../survey-peers.mjs";
import { shuffled, surveySample } from "../survey-sample.mjs";

const ROWS = 1_000_000;
const UNITS = 2000;
const SPEC = { weights: "w", strata: "stratum", clusters: "psu" };
const CHECK = {
  weights: 100029098.0411917,
  answers: 117505,
  mean: 0.11755390261817751,
  error: 0.0010259314880761829,
};
/** Seconds of R's survey on another machine (least of several), for where R is not installed. */
const STORED = { version: "stored", design: 7000, mean: 1400, by: 5000, ciprop: 16500 };

function expectClose(what, found, wanted, tolerance) {
  if (!(Math.abs(found / wanted - 1) <= tolerance)) {
    throw new Error(`${what} is ${found}, not ${wanted} as it must be.`);
  }
}

function checkSample(sample, design) {
  const [{ value, standardError }] = mean(design, "y").estimates;
  expectClose("the sum of weights", count(design).estimates[0].value, CHECK.weights, 2e-16);
  expectClose(
    "the sum of y",
    sample.y.reduce((sum, y) => sum + y, 0),
    CHECK.answers,
    0,
  );
  expectClose("the mean", value, CHECK.mean, 1e-14);
  expectClose("its error", standardError, CHECK.error, 1e-13);
}

function againstObjects(sample, design) {
  let made;
  const rows = () => {
    made ??= Array.from(sample.psu, (psu, i) => ({
      psu: Math.trunc(psu),
      w: sample.w[i],
      y: sample.y[i],
    }));
    return made;
  };
  return {
    title: "The same mean against row objects, 1,000,000 rows",
    note: "Promised: objects 5 times as long.",
    clock: "cpu",
    ours: { name: "mean(design)", run: () => mean(design, "y") },
    others: [
      {
        name: "Map over row objects, Neumaier sums (totals only)",
        run: () => {
          const totals = objectTotals(rows());
          expectClose("the mean of objects", meanOf(totals.values()), CHECK.mean, 1e-12);
        },
      },
      {
        name: "Map over row objects, plain sums (totals only)",
        run: () => plainObjectTotals(rows()),
      },
    ],
  };
}

/** Suites of design-based estimation at a million rows, 2,000 clusters, 100 strata. */
export async function suites() {
  const sample = surveySample(ROWS);
  const data = tableFrom(sample);
  const design = surveyDesign(data, SPEC);
  checkSample(sample, design);
  const psu = Int32Array.from(sample.psu);
  const columns = { psu, stratum: Int32Array.from(sample.stratum), w: sample.w, y: sample.y };
  const scattered = shuffled(sample);
  const scatteredDesign = surveyDesign(tableFrom(scattered), SPEC);
  const scatteredPsu = Int32Array.from(scattered.psu);
  const arquero = arqueroTotals(columns);
  const duckdb = await duckdbTotals(columns);
  const inR = surveyInR(sample) ?? STORED;
  if (inR.value !== undefined) expectClose("R's error", inR.standardError, CHECK.error, 1e-9);
  expectClose(
    "the mean by Arquero",
    meanOf(arquero().objects({ limit: UNITS })),
    CHECK.mean,
    1e-11,
  );
  if (duckdb !== undefined) {
    const cells = (await duckdb.compensated()).getRowObjects();
    expectClose("the mean by DuckDB", meanOf(cells), CHECK.mean, 1e-12);
  }

  const floor = {
    name: "floor: a plain typed-array loop with Neumaier sums (totals only)",
    run: () => psuTotals(psu, sample.w, sample.y, UNITS),
  };
  const engines = [
    ...(duckdb === undefined
      ? []
      : [
          { name: "DuckDB in memory, one thread, sum (totals only)", run: duckdb.plain },
          { name: "DuckDB, fsum: compensated (totals only)", run: duckdb.compensated },
        ]),
    { name: "Arquero groupby.rollup (totals only)", run: arquero },
  ];
  const r = (name, milliseconds) => ({ name: `R survey (${inR.version}): ${name}`, milliseconds });
  return [
    {
      title: "Mean with linearized error, 1,000,000 rows, prepared design",
      note: "Promised: 1.3 times the floor at most; DuckDB 8 times, Arquero 30 times as long.",
      clock: "cpu",
      ours: { name: "mean(design)", run: () => mean(design, "y") },
      others: [floor, ...engines],
    },
    {
      title: "The same, rows in random order",
      clock: "cpu",
      ours: { name: "mean(design)", run: () => mean(scatteredDesign, "y") },
      others: [
        {
          name: "floor",
          run: () => psuTotals(scatteredPsu, scattered.w, scattered.y, UNITS),
        },
      ],
    },
    {
      title: "Five groups, 1,000,000 rows, prepared design",
      note: "Promised: 1.5 times the ungrouped mean at most. Groups are coded when they are first asked for.",
      clock: "cpu",
      ours: { name: "mean by g", run: () => mean(design, "y", { by: "g" }) },
      others: [{ name: "mean", run: () => mean(design, "y") }, floor, r("svyby", inR.by)],
    },
    {
      title: "Design and mean, 1,000,000 rows",
      note: "Promised: R 300 times as long (processor time of one run, in this run where R is installed).",
      clock: "cpu",
      ours: { name: "surveyDesign and mean", run: () => mean(surveyDesign(data, SPEC), "y") },
      others: [
        floor,
        ...engines,
        r("svydesign and svymean", inR.design + inR.mean),
        {
          name: "surveyDesign and mean by g",
          run: () => mean(surveyDesign(data, SPEC), "y", { by: "g" }),
        },
        r("svydesign and svyby", inR.design + inR.by),
      ],
    },
    {
      title:
        "Prevalence with interval, design effect and verdicts, 1,000,000 rows, prepared design",
      clock: "cpu",
      ours: { name: "prevalence", run: () => prevalence(design, { column: "y", event: 1 }) },
      others: [floor, r("svyciprop", inR.ciprop)],
    },
    // The last one: a million objects on the heap make everything slower that allocates.
    againstObjects(sample, design),
  ];
}
