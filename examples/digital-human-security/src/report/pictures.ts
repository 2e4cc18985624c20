import type { IndexResult, LeafValue } from "@vitalcore/composite";
import { coverageMatrix, rankedBars } from "@vitalcore/plot/node";
import { Html } from "./html.js";
import type { Pictures } from "./page.js";

function statusOf(value: LeafValue | undefined): "present" | "flagged" | "missing" {
  if (value === undefined || value.value === null) return "missing";
  return (value.status ?? []).some((code) => code !== "A") ? "flagged" : "present";
}

/** The pictures of the report. */
export function pictures(result: IndexResult): Pictures {
  const ranked = result.units.filter(({ rank }) => rank !== null);
  const ranking = rankedBars({
    title: `${ranked.length} countries by rank`,
    scoreLabel: "Index, 1 to 100",
    rows: ranked.map(({ unit, label, score, rank }) => ({ unit, label, score, rank })),
    domain: [0, 100],
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
  return { ranking: new Html(ranking.toHTML()), coverage: new Html(coverage.toHTML()) };
}
