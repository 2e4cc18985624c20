import type { IndexResult, UnitResult } from "@vitalcore/composite";
import { type Doubt, rankInterval } from "../doubt.js";
import { figure, type Html, html, section } from "./html.js";

/** The nodes below the index: the dimensions, in the order of the methodology. */
export function dimensionsOf(result: IndexResult) {
  return result.nodes.filter(({ depth }) => depth === 1);
}

/** Dimensions of a country that rest on a single indicator. */
export function thinDimensions(unit: UnitResult, result: IndexResult): readonly string[] {
  return dimensionsOf(result)
    .filter(({ id }) => {
      const leaves = result.nodes.filter(({ parent }) => parent === id);
      const present = leaves.filter((leaf) => unit.values[leaf.id]?.value !== null).length;
      return leaves.length > 1 && present === 1;
    })
    .map(({ id }) => id);
}

function row(unit: UnitResult, result: IndexResult, doubt: Doubt): Html {
  const rank = unit.rank as number;
  const [lowest, highest] = rankInterval(doubt, unit.unit) ?? [rank, rank];
  const thin = thinDimensions(unit, result);
  const cells = dimensionsOf(result).map(({ id, label }) => {
    const score = figure(unit.scores[id], 1);
    if (!thin.includes(id)) return html`<td class="n">${score}</td>`;
    const title = `${label} rests on one indicator`;
    return html`<td class="n" data-value="${score}"><abbr title="${title}">${score}<span class="flag">†</span></abbr></td>`;
  });
  return html`<tr data-name="${unit.label} ${unit.unit}"><td class="n">${rank}</td>
<td class="n" data-value="${lowest}">${lowest}–${highest}</td>
<th scope="row"><a href="#c-${unit.unit}" data-open="c-${unit.unit}">${unit.label}</a></th>
<td class="n">${figure(unit.score)}</td>${cells}<td class="n">${unit.indicators}</td></tr>`;
}

/** The ranked table of all countries, searchable and sortable. */
export function rankingSection(result: IndexResult, doubt: Doubt, chart: Html): Html {
  const ranked = result.units.filter(({ rank }) => rank !== null);
  const headers = dimensionsOf(result).map(
    ({ label }) => html`<th scope="col" class="n">${label.replace(" security", "")}</th>`,
  );
  return section(
    "ranking",
    "Ranking",
    html`<p>${ranked.length} countries have all seven dimensions and at least 65 % of the indicators. <strong>Ranks</strong> shows between
which ranks a country lies in nine of ten <a href="#order">scenarios</a>, in which choices and weights vary: <a href="#order">which orders that leaves
open</a> is said below. The whiskers of the chart do the same for the index. A dagger (<span class="flag">†</span>) marks a dimension that rests on one indicator.</p>
${chart}
<p class="search"><label>Find a country <input type="search" data-filter="#ranking .sortable tbody tr" aria-describedby="ranking-found"></label>
<span id="ranking-found" role="status" class="soft"></span></p>
<div class="scroll" tabindex="0" role="region" aria-label="Ranked table"><table class="sortable">
<caption>Index and dimensions, 1 (worst) to 100 (best); click a heading to sort</caption>
<thead><tr><th scope="col" class="n" aria-sort="ascending">Rank</th><th scope="col" class="n">Ranks</th><th scope="col">Country</th>
<th scope="col" class="n">Index</th>${headers}<th scope="col" class="n">of 17</th></tr></thead>
<tbody>${ranked.map((unit) => row(unit, result, doubt))}</tbody></table></div>`,
  );
}
