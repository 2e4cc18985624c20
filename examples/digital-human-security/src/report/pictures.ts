import type { IndexResult, LeafValue } from "@vitalcore/composite";
import { coverageMatrix, ranges, rankedBars } from "@vitalcore/plot/node";
import { type Doubt, rankInterval } from "../doubt.js";
import { Html } from "./html.js";
import type { Pictures } from "./page.js";

function statusOf(value: LeafValue | undefined): "present" | "flagged" | "missing" {
  if (value === undefined || value.value === null) return "missing";
  return (value.status ?? []).some((code) => code !== "A") ? "flagged" : "present";
}

/** The pictures of the report. */
export function pictures(result: IndexResult, doubt: Doubt): Pictures {
  const ranked = result.units.filter(({ rank }) => rank !== null);
  const scoreOf = new Map(doubt.scenarios.units.map(({ unit, score }) => [unit, score]));
  const ranking = rankedBars({
    title: `${ranked.length} countries by rank`,
    scoreLabel: "Index, 1 to 100",
    rows: ranked.map(({ unit, label, score, rank }) => {
      const spread = scoreOf.get(unit) ?? null;
      const interval = spread && ([spread.q05, spread.q95] as const);
      return { unit, label, score, rank, ...(interval !== null && { interval }) };
    }),
    domain: [0, 100],
  });
  const order = ranges({
    title: "How far ranks move in nine of ten scenarios",
    valueLabel: "Ranks away from its own",
    rows: ranked.map(({ unit, label, rank }) => {
      const own = rank as number;
      const [best, worst] = rankInterval(doubt, unit) ?? [own, own];
      const text = `${own}: ${best}–${worst}`;
      return { id: unit, label, low: best - own, high: worst - own, value: 0, text };
    }),
    notes: [
      "Left of the dot are better ranks, right of it worse ones. At the end: rank, and the ranks in nine of ten scenarios.",
    ],
  });
  const leaves = result.nodes.filter(({ indicator }) => indicator !== null);
  const byName = [...result.units].sort((a, b) => a.label.localeCompare(b.label, "en"));
  const coverage = coverageMatrix({
    title: "Which values there are",
    units: byName.map(({ unit, label }) => ({ unit, label })),
    indicators: leaves.map(({ id, label }) => ({ indicator: id, label })),
    cells: byName.flatMap(({ unit, values }) =>
      leaves.map(({ id }) => ({
        unit,
        indicator: id,
        status: statusOf(values[id]),
        ...(values[id]?.note !== undefined && { note: values[id].note }),
      })),
    ),
  });
  return {
    ranking: new Html(ranking.toHTML()),
    order: new Html(order.toHTML()),
    coverage: new Html(coverage.toHTML()),
  };
}
