import type { IndexResult } from "@vitalcore/composite";
import { type Doubt, WEIGHT_SPREAD } from "../doubt.js";
import { figure, type Html, html, section } from "./html.js";

/** How far other choices move the ranks, each by itself. */
function choicesTable(result: IndexResult, { alternatives }: Doubt): Html {
  const labelOf = new Map(result.units.map(({ unit, label }) => [unit, label]));
  const rows = alternatives.map(
    ({ label, meanMove, largestMove, mostMoved, lost }) => html`<tr><th scope="row">${label}</th>
<td class="n">${figure(meanMove, 1)}</td><td class="n">${largestMove}</td><td>${labelOf.get(mostMoved) ?? mostMoved}</td><td class="n">${lost.length}</td></tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Other choices"><table><thead><tr><th scope="col">Other choice</th>
<th scope="col" class="n">Mean move</th><th scope="col" class="n">Largest move</th><th scope="col">Of</th><th scope="col" class="n">Countries lost</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** What each choice has in the variance of ranks, when all vary together. */
function sharesTable({ alternatives, split }: Doubt): Html {
  const labelOf = new Map(alternatives.map(({ id, label }) => [id, label]));
  const percent = Math.round(100 * WEIGHT_SPREAD);
  const rows = Object.entries(split.overall.shares ?? {})
    .sort(([, a], [, b]) => b - a)
    .map(([id, share]) => {
      const name = labelOf.get(id) ?? `Weights, up to ${percent} % more or less`;
      return html`<tr><th scope="row">${name}</th><td class="n">${figure(100 * share, 0)}</td></tr>`;
    });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="What moves ranks"><table><thead><tr><th scope="col">What varies</th>
<th scope="col" class="n">Share of the variance of ranks, %</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** What other choices do, each by itself and all together. */
export function choicesSection(result: IndexResult, doubt: Doubt): Html {
  return section(
    "choices",
    "What other choices do",
    html`<p>Weights, goalposts, means and the homes of indicators are choices. Each line makes one choice differently and leaves the others as they
are; moves are counted among the countries that are ranked both ways.</p>
${choicesTable(result, doubt)}
<p>When they vary together, the variance of a country's rank (${figure(Math.sqrt(doubt.split.overall.variance), 1)} ranks of standard deviation,
over all countries) comes from them in these shares. They add up: what two choices do only together is divided between them.</p>
${sharesTable(doubt)}`,
  );
}
