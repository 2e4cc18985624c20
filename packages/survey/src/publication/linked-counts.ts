import { type Cell, cellAt } from "@vitalcore/core";
import type { SurveyDesign } from "../design/survey-design.js";
import { sortedCodes } from "../kernels/codes.js";
import type { ProportionOf } from "../proportions/proportion.js";
import type { CountCell, CountRelation } from "./counts.js";

/** Unweighted answers. */
export interface Counted {
  readonly yes: number;
  readonly n: number;
}

/** Unweighted answers and yes answers in every cell and margin. */
export function countCells(
  design: SurveyDesign,
  what: ProportionOf,
  names: readonly [string, string],
): { readonly counts: Map<string, Counted>; readonly labels: readonly [Cell[], Cell[]] } {
  const { table, domain, weights } = design.parts;
  const coded = names.map((name) => sortedCodes(table.column(name)));
  const column = table.column(what.column);
  const events: readonly Cell[] = Array.isArray(what.event)
    ? what.event
    : [(what.event ?? (column.kind === "boolean" ? true : 1)) as Cell];
  const counts = new Map<string, { yes: number; n: number }>();
  for (let row = 0; row < table.length; row++) {
    const answer: Cell = cellAt(column, row);
    const outside = weights[row] === 0 || (domain !== undefined && domain[row] === 0);
    const codes = coded.map(({ codes: own }) => own[row]!);
    if (outside || answer === null || codes.some((code) => code < 0)) continue;
    const [r, c] = codes as [number, number];
    for (const key of [`${r}|${c}`, `${r}|*`, `*|${c}`, "*|*"]) {
      const known = counts.get(key) ?? { yes: 0, n: 0 };
      known.n += 1;
      if (events.includes(answer)) known.yes += 1;
      counts.set(key, known);
    }
  }
  return { counts, labels: [coded[0]!.labels, coded[1]!.labels] };
}

/** Yes and no answers of every cell with its base, and the sums along rows and columns. */
export function linkedCounts(
  counts: ReadonlyMap<string, Counted>,
  size: readonly [number, number],
): { readonly cells: CountCell[]; readonly relations: CountRelation[] } {
  const cells: CountCell[] = [];
  const relations: CountRelation[] = [];
  const add = (terms: readonly (readonly [string, number])[]) =>
    relations.push({
      terms: Object.fromEntries(terms),
      op: "=",
      right: 0,
    });
  const keys = (count: number) => [...Array.from({ length: count }, (_, i) => String(i)), "*"];
  for (const r of keys(size[0])) {
    for (const c of keys(size[1])) {
      const { yes, n } = counts.get(`${r}|${c}`) ?? { yes: 0, n: 0 };
      cells.push(
        { id: `yes|${r}|${c}`, value: yes },
        { id: `no|${r}|${c}`, value: n - yes },
        { id: `n|${r}|${c}`, value: n },
      );
      add([
        [`yes|${r}|${c}`, 1],
        [`no|${r}|${c}`, 1],
        [`n|${r}|${c}`, -1],
      ]);
    }
  }
  for (const kind of ["yes", "no", "n"]) {
    for (const r of keys(size[0])) {
      const parts = keys(size[1]).map((c) => [`${kind}|${r}|${c}`, c === "*" ? -1 : 1] as const);
      add(parts);
    }
    for (const c of keys(size[1])) {
      add(keys(size[0]).map((r) => [`${kind}|${r}|${c}`, r === "*" ? -1 : 1] as const));
    }
  }
  return { cells, relations };
}
