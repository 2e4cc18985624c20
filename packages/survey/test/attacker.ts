import type { CountCell, CountRelation } from "@vitalcore/survey/publication";
import { type Constraint, type Model, solve } from "yalps";

interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * What a reader can work out about a hidden cell: least and greatest whole number that agree with all that is
 * published, by YALPS, a solver that shares nothing with ours.
 *
 * @param least - 1 where the reader knows that zeros are shown.
 */
export function attack(
  cells: readonly CountCell[],
  relations: readonly CountRelation[],
  hidden: ReadonlySet<string>,
  target: string,
  least: 0 | 1,
): Interval {
  const values = new Map(cells.map(({ id, value }) => [id, value]));
  const variables = new Map<string, Map<string, number>>();
  for (const id of hidden) variables.set(id, new Map([["target", id === target ? 1 : 0]]));
  const constraints = new Map<string, Constraint>();
  relations.forEach(({ terms, op, right }, i) => {
    let known = right;
    let unknown = false;
    for (const [cell, coefficient] of Object.entries(terms)) {
      const variable = variables.get(cell);
      if (variable === undefined) known -= coefficient * (values.get(cell) as number);
      else {
        unknown = true;
        variable.set(`r${i}`, coefficient);
      }
    }
    if (!unknown) return;
    constraints.set(
      `r${i}`,
      op === "=" ? { equal: known } : op === "<=" ? { max: known } : { min: known },
    );
  });
  for (const id of hidden) {
    if (least === 0) break;
    constraints.set(`least ${id}`, { min: least });
    variables.get(id)?.set(`least ${id}`, 1);
  }
  const extreme = (direction: "minimize" | "maximize"): number => {
    const model: Model = { direction, objective: "target", constraints, variables, integers: true };
    const { status, result } = solve(model);
    if (status === "unbounded") return Number.POSITIVE_INFINITY;
    if (status !== "optimal") throw new Error(`the attacker's programme is ${status}`);
    return Math.round(result);
  };
  return { lower: extreme("minimize"), upper: extreme("maximize") };
}
