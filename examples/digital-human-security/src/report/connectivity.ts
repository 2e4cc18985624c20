import type { Observation } from "@vitalcore/domain";
import type { Candidate } from "../ingest/ingested.js";
import { figure, type Html, html, section } from "./html.js";

/** The latest observation of each country that has a value. */
function latestOf(
  observations: readonly Observation[],
  indicator: string,
): Map<string, Observation> {
  const latest = new Map<string, Observation>();
  for (const observation of observations) {
    if (observation.indicator !== indicator || observation.value === null) continue;
    const known = latest.get(observation.area);
    if (known === undefined || known.period < observation.period)
      latest.set(observation.area, observation);
  }
  return latest;
}

/** The results of the connectivity calculators, also those that do not enter the index. */
export function connectivitySection(
  observations: readonly Observation[],
  mobileParity: readonly Observation[],
  candidates: readonly Candidate[],
): Html {
  const all = [...observations, ...mobileParity];
  const columns = [
    { indicator: "coverage-gap", label: "No 3G, % of all", digits: 1 },
    { indicator: "usage-gap", label: "Covered and offline, % of all", digits: 1 },
    { indicator: "usage-gap-covered", label: "Covered and offline, % of the covered", digits: 1 },
    {
      indicator: "mobile-ownership-gender-gap",
      label: "Own a mobile phone: men minus women, points",
      digits: 1,
    },
    { indicator: "mobile-ownership-parity-score", label: "Parity score, women to men", digits: 2 },
  ].map((column) => ({ ...column, values: latestOf(all, column.indicator) }));
  const rows = candidates
    .filter(({ area }) => columns.some(({ values }) => values.has(area)))
    .map(({ area, name }) => {
      const cells = columns.map(({ values, digits }) => {
        const value = values.get(area);
        const flag = value?.status?.some((code) => "BD".includes(code))
          ? html`<span class="flag">*</span>`
          : "";
        return html`<td class="n" data-value="${value?.value ?? ""}">${figure(value?.value, digits)}${flag}</td>`;
      });
      const year = columns[4]?.values.get(area)?.period ?? "";
      return html`<tr><th scope="row">${name}</th>${cells}<td>${year}</td></tr>`;
    });
  const headers = columns.map(({ label }) => html`<th scope="col" class="n">${label}</th>`);
  return section(
    "connectivity",
    "Connectivity gaps",
    html`<p>Coverage and use are of 2017, mobile phone ownership of the latest year with both sexes. The usage gap <em>of all people</em> falls when
coverage falls: South Sudan, where 15 % are covered, has about 7 points, and so has Sweden. It is shown here and enters no index. Where more people
are online than covered, the two count different things, and the usage gap is missing (by up to one point: 0). A star marks a break in the series or a
difference of definition.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Connectivity gaps"><table class="sortable"><caption>Click a heading to sort</caption>
<thead><tr><th scope="col">Country</th>${headers}<th scope="col">Year of ownership</th></tr></thead><tbody>${rows}</tbody></table></div>`,
  );
}
