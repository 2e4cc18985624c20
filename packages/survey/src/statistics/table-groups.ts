import type { Cell } from "@vitalcore/core";
import type { GroupLabels } from "../design/survey-design.js";
import { Numbering, textOf } from "./numbering.js";
import { keyColumns, type ReplicatePlan, type StatisticsPlan } from "./plan.js";
import type { UnitTable } from "./unit-table.js";

/** Groups of the table, the first column varying fastest; -1 outside the domain. */
export function groupsOf(table: UnitTable, plan: StatisticsPlan | ReplicatePlan) {
  const { strata, clusters, by } = keyColumns(plan);
  const offset = strata.length + clusters.length;
  const group = new Int32Array(table.length);
  if (by.length === 0) return { group, labels: [{}] as GroupLabels[] };
  const numbering = new Numbering();
  const codes = Int32Array.from({ length: table.length }, (_, i) => {
    const cells = by.map((_name, j) => table.keys[offset + j]![i]!);
    return cells.some((cell) => cell === null) ? -1 : numbering.code(textOf(cells), i);
  });
  const compare = (a: Cell, b: Cell): number => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
  };
  const order = numbering.first
    .map((_, code) => code)
    .sort((a, b) => {
      for (let j = by.length - 1; j >= 0; j--) {
        const column = table.keys[offset + j]!;
        const difference = compare(column[numbering.first[a]!]!, column[numbering.first[b]!]!);
        if (difference !== 0) return difference;
      }
      return 0;
    });
  const rank = new Int32Array(order.length);
  order.forEach((code, position) => {
    rank[code] = position;
  });
  for (let i = 0; i < table.length; i++) group[i] = codes[i]! < 0 ? -1 : rank[codes[i]!]!;
  const labels = order.map((code) =>
    Object.fromEntries(
      by.map((name, j) => [name, table.keys[offset + j]![numbering.first[code]!]!]),
    ),
  );
  return { group, labels };
}
