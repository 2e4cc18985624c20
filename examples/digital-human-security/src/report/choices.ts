import type { IndexResult } from "@vitalcore/composite";
import type { Alternative } from "../alternatives.js";
import { figure, type Html, html, section } from "./html.js";

/** How far other choices move the ranks. */
export function choicesSection(result: IndexResult, others: readonly Alternative[]): Html {
  const labelOf = new Map(result.units.map(({ unit, label }) => [unit, label]));
  const rows = others.map(
    ({ label, meanMove, largestMove, mostMoved, lost }) => html`<tr><th scope="row">${label}</th>
<td class="n">${figure(meanMove, 1)}</td><td class="n">${largestMove}</td><td>${labelOf.get(mostMoved) ?? mostMoved}</td><td class="n">${lost}</td></tr>`,
  );
  return section(
    "choices",
    "What other choices do",
    html`<p>Weights, goalposts, means and the homes of indicators are choices. Each line makes one choice differently and leaves the others as they
are; moves are counted among the countries that are ranked both ways.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Other choices"><table><thead><tr><th scope="col">Other choice</th>
<th scope="col" class="n">Mean move</th><th scope="col" class="n">Largest move</th><th scope="col">Of</th><th scope="col" class="n">Countries lost</th></tr></thead>
<tbody>${rows}</tbody></table></div>`,
  );
}
