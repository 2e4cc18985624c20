import { readFileSync } from "node:fs";
import { readCsv } from "@vitalcore/table/csv";
import { fromCSV } from "arquero";
import { parse } from "csv-parse/sync";
import { csvParse } from "d3-dsv";
import papaparse from "papaparse";
import { inferSchema, initParser } from "udsv";

const file = new URL(
  "../../examples/digital-human-security/data/unsd-sdg-series-2020.csv",
  import.meta.url,
);

/** Reading a CSV file into columns: 40,691 rows of 13 columns, 2.9 MB. */
export function suites() {
  const bytes = readFileSync(file);
  const text = bytes.toString("utf8");
  return [
    {
      title: "Reading a CSV file of 40,691 rows",
      note: "Ours reads bytes into typed columns and reports every oddity with its line. The peers are given the decoded text; those that only split are marked so.",
      ours: {
        name: "@vitalcore/table readCsv, typed columns with findings",
        run: () => readCsv(bytes),
      },
      others: [
        {
          name: "papaparse, rows of text (the parser inside ours)",
          run: () => papaparse.parse(text, { skipEmptyLines: true }),
        },
        {
          name: "papaparse, typed objects",
          run: () =>
            papaparse.parse(text, { header: true, dynamicTyping: true, skipEmptyLines: true }),
        },
        { name: "udsv, typed columns", run: () => initParser(inferSchema(text)).typedCols(text) },
        { name: "d3-dsv, objects of text", run: () => csvParse(text) },
        { name: "csv-parse, typed objects", run: () => parse(text, { columns: true, cast: true }) },
        { name: "arquero, typed columns", run: () => fromCSV(text) },
      ],
    },
  ];
}
