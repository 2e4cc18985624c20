import { readFileSync } from "node:fs";
import { hdi, hdiColumns } from "@vitalcore/indicators/human-development";
import { readCsv } from "@vitalcore/table/csv";

const file = new URL(
  "../../examples/digital-human-security/data/hdr2025_composite_indices_time_series.csv",
  import.meta.url,
);

/** Components of every country-year of the file, as columns. */
function componentsOf() {
  const { table } = readCsv(readFileSync(file));
  const years = Array.from({ length: 34 }, (_, i) => 1990 + i);
  const long = (variable) =>
    Float64Array.from(years.flatMap((year) => [...table.column(`${variable}_${year}`).values]));
  return {
    lifeExpectancy: long("le"),
    expectedSchooling: long("eys"),
    meanSchooling: long("mys"),
    gniPerPerson: long("gnipc"),
  };
}

/** The Human Development Index of every country-year of a file of the report. */
export function suites() {
  const columns = componentsOf();
  const complete = [...columns.lifeExpectancy.keys()].filter((row) =>
    Object.values(columns).every((column) => !Number.isNaN(column[row])),
  );
  const rows = complete.map((row) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[row]])),
  );
  const { lifeExpectancy, expectedSchooling, meanSchooling, gniPerPerson } = columns;
  const share = (value, low, high) => Math.min(1, Math.max(0, (value - low) / (high - low)));
  const [low, high] = [Math.log(100), Math.log(75_000)];
  return [
    {
      title: `Human Development Index of ${complete.length} country-years (${lifeExpectancy.length} rows)`,
      note: "After reading the file. Promised: within 5 ms.",
      ours: { name: "@vitalcore/indicators hdiColumns", run: () => hdiColumns(columns) },
      others: [
        {
          name: "floor: a loop without checks",
          run: () => {
            const out = new Float64Array(lifeExpectancy.length);
            for (let i = 0; i < out.length; i++) {
              const education =
                (share(expectedSchooling[i], 0, 18) + share(meanSchooling[i], 0, 15)) / 2;
              const income = share(Math.log(gniPerPerson[i]), low, high);
              out[i] = Math.cbrt(share(lifeExpectancy[i], 20, 85) * education * income);
            }
            return out;
          },
        },
        { name: "@vitalcore/indicators hdi, one by one", run: () => rows.map((row) => hdi(row)) },
      ],
    },
  ];
}
