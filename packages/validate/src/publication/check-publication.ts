import {
  type Finding,
  isVitalError,
  requireColumns,
  type Table,
  type TableLike,
  tableFrom,
  VitalError,
} from "@vitalcore/core";
import { dhsVerdict, nchsProportion, nchsRate } from "@vitalcore/survey";
import { missingIn, numberView, textView } from "../rules/column-views.js";
import { type PublicationPreset, publicationPresets } from "./presets.js";
import { find } from "./publication-catalog.js";

/** A preset and the columns that it needs. */
export type PublicationCheck =
  | {
      readonly preset: "nchs-proportion-2017";
      readonly proportion: string;
      /** 100 for percentages; 1 if left out. Nothing is guessed. */
      readonly per?: 1 | 100;
      readonly n: string;
      readonly standardError: string;
      /** A column, or the number for all rows. */
      readonly degreesOfFreedom: string | number;
    }
  | {
      readonly preset: "nchs-rate-2023";
      readonly estimate: string;
      readonly standardError: string;
      readonly n: string;
      readonly designEffect?: string | number;
      readonly degreesOfFreedom: string | number;
    }
  | { readonly preset: "dhs"; readonly n: string; readonly value?: string }
  | { readonly preset: "cms" | "wa-doh"; readonly count: string }
  | {
      readonly preset: "jrc-coverage";
      /** The column that names the units. */
      readonly unit: string;
      readonly indicators: readonly string[];
    };

/** A number for each row: of a column, or the same for all. */
function numbers(table: Table, from: string | number): (row: number) => number {
  if (typeof from === "number") return () => from;
  const values = numberView(table, from);
  return (row) => values[row] as number;
}

/** A verdict of NCHS, with the step that decided and what a reviewer must look at. */
interface Judged {
  readonly verdict: "present" | "suppress";
  readonly reason: string;
  readonly flags: readonly string[];
}

function told(
  { verdict, reason, flags }: Judged,
  row: number,
  column: string,
  found: number,
  preset: PublicationPreset,
): Finding[] {
  const place = { row: row + 1, column };
  if (verdict === "suppress") {
    return [find("validate/unreliable", { place, found, facts: { reason, preset } })];
  }
  if (flags.length === 0) return [];
  return [find("validate/review", { place, facts: { flags, preset } })];
}

/** Presents each row; a row whose figures cannot be judged is an error, not a pass. */
function perRow(
  table: Table,
  column: string,
  preset: PublicationPreset,
  values: (row: number) => number,
  present: (row: number) => Judged,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (let row = 0; row < table.length; row++) {
    if (Number.isNaN(values(row))) continue;
    try {
      findings.push(...told(present(row), row, column, values(row), preset));
    } catch (error) {
      if (!isVitalError(error)) throw error;
      findings.push(
        ...error.findings.map((finding) => ({ ...finding, place: { row: row + 1, column } })),
      );
    }
  }
  return findings;
}

function checkCases(table: Table, n: string, value: string | undefined): readonly Finding[] {
  const cases = numberView(table, n);
  const isMissing = value === undefined ? () => false : missingIn(table.column(value));
  const findings: Finding[] = [];
  cases.forEach((found, i) => {
    // What is not shown needs no cases.
    if (Number.isNaN(found) || isMissing(i)) return;
    const place = { row: i + 1, column: n };
    const verdict = dhsVerdict(Math.round(found));
    const { suppressBelow } = publicationPresets.dhs;
    if (verdict === "suppress") {
      findings.push(
        find("validate/too-few-cases", {
          place,
          found,
          facts: { least: suppressBelow, preset: "dhs" },
        }),
      );
    } else if (verdict === "parentheses") {
      findings.push(find("validate/few-cases", { place, found, facts: { preset: "dhs" } }));
    }
  });
  return findings;
}

function checkCounts(table: Table, column: string, preset: "cms" | "wa-doh"): readonly Finding[] {
  const least = 1;
  const most = publicationPresets[preset].threshold - 1;
  const findings: Finding[] = [];
  numberView(table, column).forEach((count, i) => {
    if (!(count >= least && count <= most)) return;
    // The count itself is the secret.
    findings.push(
      find("validate/small-count", {
        place: { row: i + 1, column },
        facts: { least, most, preset },
      }),
    );
  });
  return findings;
}

function checkCoverage(
  table: Table,
  unit: string,
  indicators: readonly string[],
): readonly Finding[] {
  const { atLeast } = publicationPresets["jrc-coverage"];
  const preset = "jrc-coverage";
  const missing = indicators.map((name) => missingIn(table.column(name)));
  const names = textView(table, unit);
  const findings: Finding[] = [];
  const report = (name: string, share: number, place: Finding["place"]) => {
    if (share >= atLeast - 1e-12) return;
    const facts = { name, share: Math.round(1000 * share) / 10, limit: 100 * atLeast, preset };
    findings.push(find("validate/low-coverage", { place, facts }));
  };
  for (let i = 0; i < table.length; i++) {
    const present = missing.filter((isMissing) => !isMissing(i)).length;
    const name = names.levels[names.codes[i] as number] ?? `row ${i + 1}`;
    report(name, present / indicators.length, { row: i + 1, column: unit, unit: name });
  }
  indicators.forEach((name, j) => {
    const isMissing = missing[j] as (row: number) => boolean;
    let present = 0;
    for (let i = 0; i < table.length; i++) if (!isMissing(i)) present += 1;
    if (table.length > 0) report(name, present / table.length, { column: name });
  });
  return findings;
}

/**
 * Checks a table that is to be published by a preset: which rows are not to be shown, which only in
 * parentheses, which after a review.
 *
 * @param check - the preset, which has no default, and the columns that it needs.
 * @returns findings with row and column; a small count itself is never quoted.
 * @throws VitalError `validate/unknown-preset`, `core/unknown-column`, those of `tableFrom`.
 *
 * @example
 * ```ts
 * import { checkPublication } from "@vitalcore/validate/publication";
 * const table = { group: ["rural", "displaced"], value: [23, 31], n: [49, 24] };
 * const findings = checkPublication(table, { preset: "dhs", n: "n", value: "value" });
 * findings.map(({ code, place }) => [code, place.row]); // => [["validate/few-cases", 1], ["validate/too-few-cases", 2]]
 * ```
 */
export function checkPublication(input: TableLike, check: PublicationCheck): readonly Finding[] {
  const table = tableFrom(input) as Table;
  const { preset } = check;
  if (!Object.hasOwn(publicationPresets, preset)) {
    const facts = { presets: Object.keys(publicationPresets) };
    throw new VitalError([find("validate/unknown-preset", { found: preset, facts })]);
  }
  requireColumns(table, columnsOf(check));
  switch (check.preset) {
    case "nchs-proportion-2017": {
      const { proportion, per = 1, n, standardError, degreesOfFreedom } = check;
      const values = numbers(table, proportion);
      const cases = numbers(table, n);
      const errors = numbers(table, standardError);
      const freedom = numbers(table, degreesOfFreedom);
      return perRow(table, proportion, preset, values, (row) =>
        nchsProportion({
          p: values(row) / per,
          n: cases(row),
          standardError: errors(row) / per,
          degreesOfFreedom: freedom(row),
        }),
      );
    }
    case "nchs-rate-2023": {
      const { estimate, standardError, n, designEffect = 1, degreesOfFreedom } = check;
      const values = numbers(table, estimate);
      const cases = numbers(table, n);
      const errors = numbers(table, standardError);
      const effects = numbers(table, designEffect);
      const freedom = numbers(table, degreesOfFreedom);
      return perRow(table, estimate, preset, values, (row) =>
        nchsRate({
          value: values(row),
          standardError: errors(row),
          n: cases(row),
          kishDesignEffect: effects(row),
          degreesOfFreedom: freedom(row),
        }),
      );
    }
    case "dhs":
      return checkCases(table, check.n, check.value);
    case "jrc-coverage":
      return checkCoverage(table, check.unit, check.indicators);
    default:
      return checkCounts(table, check.count, check.preset);
  }
}

function columnsOf(check: PublicationCheck): readonly string[] {
  const { preset: _, ...columns } = check;
  return Object.entries(columns).flatMap(([name, value]) => {
    if (name === "per") return [];
    return typeof value === "number" ? [] : value;
  });
}
