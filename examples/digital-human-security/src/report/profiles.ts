import type { IndexResult, LeafValue, ResultNode, UnitResult } from "@vitalcore/composite";
import { unitOf } from "@vitalcore/domain";
import { figure, type Html, html, rawFigure, section } from "./html.js";
import { dimensionsOf, thinDimensions } from "./ranking.js";

function bars(unit: UnitResult, result: IndexResult): Html {
  const lines = dimensionsOf(result).map(({ id, label }) => {
    const score = unit.scores[id];
    const width = Math.max(0, score ?? 0).toFixed(1);
    return html`<span>${label}</span><span class="bar" aria-hidden="true"><i style="width:${width}%"></i></span>
<span class="n">${figure(score, 1)}</span>`;
  });
  return html`<div class="bars">${lines}</div>`;
}

/** What a reader must know about a value: its flags and its note. */
function remarks(value: LeafValue): string {
  const flags = (value.status ?? []).filter((code) => code !== "A" && code !== "O");
  const clamped = value.clamped === undefined ? [] : [`scores as the ${value.clamped} goalpost`];
  return [...(flags.length > 0 ? [`status ${flags.join(", ")}`] : []), value.note ?? "", ...clamped]
    .filter((text) => text !== "")
    .join("; ");
}

function valueRow(node: ResultNode, unit: UnitResult): Html {
  const value = unit.values[node.id];
  const symbol = unitOf(node.unit ?? "")?.symbol ?? "";
  const raw =
    value?.value === null || value === undefined ? "–" : `${rawFigure(value.value)} ${symbol}`;
  return html`<tr><th scope="row">${node.label}</th><td class="n">${raw}</td><td class="n">${figure(unit.scores[node.id], 1)}</td>
<td>${value?.period ?? ""}</td><td>${value?.source ?? ""}</td><td class="remarks">${value === undefined ? "" : remarks(value)}</td></tr>`;
}

function profile(unit: UnitResult, result: IndexResult): Html {
  const leaves = result.nodes.filter(({ indicator }) => indicator !== null);
  const place =
    unit.rank === null ? "not ranked" : `rank ${unit.rank}, index ${figure(unit.score)}`;
  const thin = thinDimensions(unit, result);
  const labelOf = new Map(result.nodes.map(({ id, label }) => [id, label]));
  const warning =
    thin.length === 0
      ? ""
      : html`<p class="flag">Rests on one indicator: ${thin.map((id) => labelOf.get(id) ?? id).join(", ")}.</p>`;
  const reasons = unit.failures.map(({ message }) => html`<li>${message}</li>`);
  return html`<details id="c-${unit.unit}" data-name="${unit.label} ${unit.unit}"><summary><strong>${unit.label}</strong>: ${place}</summary><div>
${unit.rank === null ? html`<ul>${reasons}</ul>` : ""}${bars(unit, result)}${warning}
<div class="scroll" tabindex="0" role="region" aria-label="Values of ${unit.label}"><table>
<thead><tr><th scope="col">Indicator</th><th scope="col" class="n">Value</th><th scope="col" class="n">Score</th>
<th scope="col">Year</th><th scope="col">Source</th><th scope="col">Remarks</th></tr></thead>
<tbody>${leaves.map((leaf) => valueRow(leaf, unit))}</tbody></table></div></div></details>`;
}

/** One profile for each country, ranked or not: every value with its year and source. */
export function profilesSection(result: IndexResult): Html {
  const units = [...result.units].sort((a, b) => a.label.localeCompare(b.label, "en"));
  return section(
    "profiles",
    "Country profiles",
    html`<p>Every value that entered, with its year, its source and what must be known about it. The sources are
<a href="#sources">below</a>.</p>
<p class="search"><label>Find a country <input type="search" data-filter="#profiles > details" aria-describedby="profiles-found"></label>
<span id="profiles-found" role="status" class="soft"></span></p>${units.map((unit) => profile(unit, result))}`,
  );
}
