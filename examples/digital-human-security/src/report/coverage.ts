import type { IndexResult } from "@vitalcore/composite";
import type { Finding } from "@vitalcore/core";
import { group } from "d3-array";
import { type Html, html, section } from "./html.js";

/** The countries without a rank, and every rule that they fail. */
export function notRankedSection(result: IndexResult): Html {
  const items = result.notRanked.map(({ unit, label, reasons }) => {
    const own = reasons.filter(({ node, rule }) => node !== "index" || rule === "screening");
    return html`<tr><th scope="row"><a href="#c-${unit}" data-open="c-${unit}">${label}</a></th>
<td>${own.map(({ message }) => message).join("; ")}</td></tr>`;
  });
  return section(
    "not-ranked",
    `Not ranked, and why (${result.notRanked.length})`,
    html`<p class="warning">Data are missing where insecurity is greatest: several of these are among the least secure places there are.
Their absence from the ranking says nothing good about them.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Countries that are not ranked"><table>
<thead><tr><th scope="col">Country</th><th scope="col">What is missing</th></tr></thead><tbody>${items}</tbody></table></div>`,
  );
}

function indicatorTable(result: IndexResult): Html {
  const labelOf = new Map(result.nodes.map(({ id, label }) => [id, label]));
  const rows = result.coverage.indicators.map(
    ({
      node,
      present,
      ranked,
      missing,
      flagged,
      periods,
    }) => html`<tr><th scope="row">${labelOf.get(node) ?? node}</th>
<td class="n">${present}</td><td class="n">${ranked}</td><td class="n">${missing}</td><td class="n">${flagged}</td>
<td>${periods === null ? "–" : [...new Set(periods)].join(" to ")}</td></tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Coverage by indicator"><table>
<caption>Values by indicator, of 195 countries</caption><thead><tr><th scope="col">Indicator</th><th scope="col" class="n">Values</th>
<th scope="col" class="n">Of the ranked</th><th scope="col" class="n">Missing</th><th scope="col" class="n">Flagged</th><th scope="col">Years</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

const OUTCOMES = ["missing", "flagged", "dropped"] as const;

/** What is missing, flagged or dropped of each country, with the reason. */
function countryTable(result: IndexResult): Html {
  const labelOf = new Map(result.nodes.map(({ id, label }) => [id, label]));
  const byUnit = group(result.coverage.entries, ({ unit }) => unit);
  const units = [...result.units].sort((a, b) => a.label.localeCompare(b.label, "en"));
  const rows = units.map(({ unit, label }) => {
    const all = byUnit.get(unit) ?? [];
    // Notes on values that are otherwise sound stand in the profiles.
    const doubtful = new Set(all.filter(({ reason }) => reason !== "note").map(({ node }) => node));
    const entries = all.filter(({ node, reason }) => reason !== "note" || doubtful.has(node));
    const cells = OUTCOMES.map((outcome) => {
      const items = entries
        .filter((entry) => entry.outcome === outcome)
        .map(
          ({ node, indicator, detail }) =>
            html`<li>${labelOf.get(node ?? "") ?? indicator}: ${detail}</li>`,
        );
      return html`<td>${items.length === 0 ? "" : html`<ul>${items}</ul>`}</td>`;
    });
    return html`<tr><th scope="row">${label}</th>${cells}</tr>`;
  });
  return html`<details><summary>Missing, flagged and dropped values, by country and reason</summary><div>
<div class="scroll" tabindex="0" role="region" aria-label="Missing, flagged and dropped values by country"><table class="lists">
<thead><tr><th scope="col">Country</th>${OUTCOMES.map((outcome) => html`<th scope="col">${outcome}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div></div></details>`;
}

/** What entered, what did not, and what the checks found. */
export function coverageSection(
  result: IndexResult,
  findings: readonly Finding[],
  matrix: Html,
): Html {
  const counts = result.coverage.byCount.map(
    ([indicators, units]) =>
      html`<li>${units} ranked countries have ${indicators} of the 17 indicators</li>`,
  );
  const notes = findings
    .filter(({ severity }) => severity !== "info")
    .map(
      ({ message, severity }) =>
        html`<li>${severity === "error" ? html`<span class="flag">Error:</span> ` : ""}${message}</li>`,
    );
  return section(
    "coverage",
    "What entered, and what did not",
    html`<ul>${counts}</ul>${indicatorTable(result)}${matrix}${countryTable(result)}
<details><summary>What the checks found (${notes.length})</summary><div><ul>${notes}</ul></div></details>`,
  );
}
