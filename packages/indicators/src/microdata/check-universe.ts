import {
  type Cell,
  type Column,
  cellAt,
  type Finding,
  numbersOf,
  requireColumns,
  type Table,
  type TableLike,
  tableFrom,
} from "@vitalcore/core";
import type { IndicatorDefinition } from "@vitalcore/domain";
import { find } from "./catalog.js";

/** Where the data say who a row is. */
export interface UniverseColumns {
  /** Column of ages in whole years. */
  readonly age?: string;
  /** Column of the sex, and its codes. */
  readonly sex?: { readonly column: string; readonly female: Cell; readonly male: Cell };
}

/**
 * Whether the rows of a file belong to the universe of an indicator: the ages and the sex that its definition counts. A prevalence among women of 15
 * and over is no prevalence among all people, whatever the file holds.
 *
 * @param data - a row for each person who is meant to be in the estimate.
 * @param definition - with a `universe`; without one every row belongs.
 * @param columns - of age and sex; what is left out is not checked.
 * @returns findings `indicators/outside-universe` with the first row and how many there are, and
 *   `indicators/universe-not-known` where age or sex is missing.
 * @throws VitalError `core/unknown-column`.
 *
 * Source: the universes of the catalogue of `@vitalcore/domain`; SDG indicator 5.2.1, metadata (women and girls aged 15
 * and over).
 *
 * @example
 * ```ts
 * import { tfvaw12mPrevalence } from "@vitalcore/domain/indicators";
 * import { checkUniverse } from "@vitalcore/indicators/microdata";
 * const findings = checkUniverse({ age: [34, 14, 27], sex: ["F", "F", "M"] }, tfvaw12mPrevalence, {
 *   age: "age",
 *   sex: { column: "sex", female: "F", male: "M" },
 * });
 * findings.map(({ place }) => [place.column, place.row]); // => [["age", 2], ["sex", 3]]
 * ```
 */
export function checkUniverse(
  data: TableLike,
  definition: IndicatorDefinition,
  columns: UniverseColumns,
): Finding[] {
  const { universe, id } = definition;
  if (universe === undefined) return [];
  const table = tableFrom(data);
  const { age, sex } = columns;
  requireColumns(table, [
    ...(age === undefined ? [] : [age]),
    ...(sex === undefined ? [] : [sex.column]),
  ]);
  const facts = { name: id, universe: universe.description };
  const findings: Finding[] = [];
  if (age !== undefined && universe.age !== undefined) {
    const [from, to] = universe.age;
    const ages = numbersOf(table, age);
    const isIn = (value: number) => value >= (from ?? 0) && value <= (to ?? Number.MAX_VALUE);
    findings.push(...report(table, age, facts, (row) => judge(ages[row] as number, isIn)));
  }
  if (sex !== undefined && universe.sex !== undefined) {
    const cells: Column = table.column(sex.column);
    const wanted = universe.sex === "F" ? sex.female : sex.male;
    findings.push(
      ...report(table, sex.column, facts, (row) => {
        const cell = cellAt(cells, row);
        return cell === null ? "missing" : cell === wanted ? "inside" : "outside";
      }),
    );
  }
  return findings;
}

type Judgement = "inside" | "outside" | "missing";

function judge(value: number, isIn: (value: number) => boolean): Judgement {
  if (Number.isNaN(value)) return "missing";
  return isIn(value) ? "inside" : "outside";
}

function report(
  table: Table,
  column: string,
  facts: { readonly name: string; readonly universe: string },
  judgementOf: (row: number) => Judgement,
): Finding[] {
  const judgements = Array.from({ length: table.length }, (_, row) => judgementOf(row));
  const count = (judgement: Judgement) => judgements.filter((each) => each === judgement).length;
  const [outside, missing] = [count("outside"), count("missing")];
  const first = judgements.indexOf("outside");
  const cells: Column = table.column(column);
  return [
    ...(outside === 0
      ? []
      : [
          find("indicators/outside-universe", {
            place: { column, row: first + 1 },
            found: cellAt(cells, first),
            withhold: table.identifying.has(column),
            facts: { ...facts, count: outside },
          }),
        ]),
    ...(missing === 0
      ? []
      : [
          find("indicators/universe-not-known", {
            place: { column },
            facts: { ...facts, count: missing },
          }),
        ]),
  ];
}
