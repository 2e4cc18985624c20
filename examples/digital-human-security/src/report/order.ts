import type { IndexResult } from "@vitalcore/composite";
import { DECIDED, type Doubt, rankInterval, WEIGHT_SPREAD } from "../doubt.js";
import { figure, type Html, html, section } from "./html.js";

/** What the scenarios are made of, in a sentence. */
export function scenarioWords({ scenarios }: Doubt): string {
  const { factors, runs } = scenarios;
  const choices = factors.filter(({ kind }) => kind !== "weight-noise").length;
  const percent = Math.round(100 * WEIGHT_SPREAD);
  return `${runs.toLocaleString("en-US")} scenarios, in which ${choices} of the other choices are made at random and every weight is up to ${percent} % larger or smaller`;
}

function row(
  result: IndexResult,
  doubt: Doubt,
  rankOf: ReadonlyMap<string, number>,
  unit: string,
): Html {
  const labelOf = new Map(result.units.map(({ unit: code, label }) => [code, label]));
  const rank = rankOf.get(unit) as number;
  const [best, worst] = rankInterval(doubt, unit) ?? [rank, rank];
  const place = (code: string) => rankOf.get(code) ?? Number.POSITIVE_INFINITY;
  const others = [...(doubt.undecided.get(unit) ?? [])]
    .filter((code) => rankOf.has(code))
    .sort((a, b) => place(a) - place(b))
    .map((code) => labelOf.get(code) ?? code);
  return html`<tr data-name="${labelOf.get(unit) ?? unit} ${unit}"><td class="n">${rank}</td><td class="n" data-value="${best}">${best}–${worst}</td>
<th scope="row">${labelOf.get(unit) ?? unit}</th><td class="n">${others.length}</td><td class="remarks">${others.join(", ")}</td></tr>`;
}

/** Which countries' order the data and the choices do not decide. */
export function orderSection(result: IndexResult, doubt: Doubt, chart: Html): Html {
  const ranked = result.units.filter(({ rank }) => rank !== null);
  const rankOf = new Map(ranked.map(({ unit, rank }) => [unit, rank as number]));
  const codes = ranked.map(({ unit }) => unit);
  const neighbours = codes.filter((code, i) =>
    doubt.undecided.get(code)?.includes(codes[i + 1] ?? ""),
  );
  const open = ranked.filter(({ unit }) => (doubt.undecided.get(unit)?.length ?? 0) > 0).length;
  const { undecided, all } = doubt.pairs;
  const stable = doubt.scenarios.units.filter(({ isStable }) => isStable).length;
  const percent = Math.round(100 * DECIDED);
  return section(
    "order",
    "Whose order is not decided",
    html`<p>Ranks were computed again in ${scenarioWords(doubt)}. The order of two countries counts as decided if one is above the other in
${percent} % of them. <strong>The order of ${figure(undecided, 0)} of ${figure(all, 0)} pairs (${figure((100 * undecided) / all, 0)} %) is not decided</strong>;
of the ${codes.length - 1} pairs of neighbours in the ranking it is ${neighbours.length}. ${open} countries have at least one other with which their order is open;
${stable} stay within ${doubt.scenarios.stableWithin} ranks of their own in nine of ten scenarios.</p>
<p>These are shares of scenarios, not probabilities: nobody draws methods by lot. They speak of the choices named here and of no others. The sources
publish no standard errors with their values, so that errors of measurement are not in it: less is decided than this table says. Where a country's order
with another is open, do not say that it is ahead.</p>
${chart}
<p class="search"><label>Find a country <input type="search" data-filter="#order .sortable tbody tr" aria-describedby="order-found"></label>
<span id="order-found" role="status" class="soft"></span></p>
<div class="scroll" tabindex="0" role="region" aria-label="Orders that are not decided"><table class="sortable">
<caption>Click a heading to sort</caption><thead><tr><th scope="col" class="n" aria-sort="ascending">Rank</th><th scope="col" class="n">In nine of ten scenarios</th>
<th scope="col">Country</th><th scope="col" class="n">Not decided with</th><th scope="col">These</th></tr></thead>
<tbody>${codes.map((code) => row(result, doubt, rankOf, code))}</tbody></table></div>`,
  );
}
