import { unDisclaimer } from "@vitalcore/domain/areas";
import type { Computed } from "../compute.js";
import type { Doubt } from "../doubt.js";
import { sourceFiles } from "../ingest/source-files.js";
import { choicesSection } from "./choices.js";
import { connectivitySection } from "./connectivity.js";
import { coverageSection, notRankedSection } from "./coverage.js";
import { Html, html, section } from "./html.js";
import { orderSection } from "./order.js";
import { profilesSection } from "./profiles.js";
import { rankingSection } from "./ranking.js";
import { script } from "./script.js";
import { style } from "./style.js";

/** The pictures of the page, as HTML. */
export interface Pictures {
  readonly ranking: Html;
  readonly order: Html;
  readonly coverage: Html;
}

const CONTENTS = [
  ["ranking", "Ranking"],
  ["order", "Whose order is open"],
  ["not-ranked", "Not ranked"],
  ["caveats", "What this is not"],
  ["choices", "Other choices"],
  ["profiles", "Country profiles"],
  ["connectivity", "Connectivity gaps"],
  ["coverage", "What entered"],
  ["sources", "Sources"],
  ["methodology", "Methodology"],
] as const;

function caveatsSection(notes: readonly string[]): Html {
  return section(
    "caveats",
    "What this is not",
    html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>`,
  );
}

function sourcesSection({ inputs }: Computed): Html {
  const sha256 = new Map(inputs.map((input) => [input.name, input.sha256 ?? ""]));
  const rows = Object.values(sourceFiles).map(
    ({
      file,
      source,
    }) => html`<tr><th scope="row">${source.id}</th><td>${source.title}</td><td>${source.publisher ?? ""}</td>
<td>${source.license ?? ""}</td><td><code>${file}</code><br><small>sha256 ${(sha256.get(file) ?? "").slice(0, 16)}…</small></td></tr>`,
  );
  return section(
    "sources",
    "Sources",
    html`<div class="scroll" tabindex="0" role="region" aria-label="Sources"><table><thead><tr><th scope="col">Id</th><th scope="col">Title</th>
<th scope="col">Publisher</th><th scope="col">Licence</th><th scope="col">File</th></tr></thead><tbody>${rows}</tbody></table></div>
<p><small>${unDisclaimer}</small></p>`,
  );
}

/** The whole report as one file: no network, no fonts, no scripts from elsewhere. */
export function reportPage(computed: Computed, doubt: Doubt, pictures: Pictures): string {
  const { result, methodology, observations, mobileParity, candidates, findings, fileFindings } =
    computed;
  const links = CONTENTS.map(([id, label]) => html`<li><a href="#${id}">${label}</a></li>`);
  const versions = Object.entries(result.versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${methodology.title}</title><style>${new Html(style)}</style></head>
<body><a class="skip" href="#main">Skip to the content</a>
<header><h1>${methodology.title}</h1><p>${methodology.description ?? ""}</p>
<p class="warning">Not official, not a ranking of governments. 2 of the 17 indicators are digital, and none is about online violence. Read
<a href="#caveats">what this is not</a> before you quote a number.</p>
<nav aria-label="Contents"><ul>${links}</ul></nav></header>
<main id="main">
${rankingSection(result, doubt, pictures.ranking)}
${orderSection(result, doubt, pictures.order)}
${notRankedSection(result)}
${caveatsSection(methodology.notes ?? [])}
${choicesSection(result, doubt)}
${profilesSection(result)}
${connectivitySection(observations, mobileParity, candidates)}
${coverageSection(result, [...fileFindings, ...findings], pictures.coverage)}
${sourcesSection(computed)}
${section(
  "methodology",
  "Methodology",
  html`<p>The index is built from this document; change it, and build again.</p><pre tabindex="0">${JSON.stringify(methodology, null, 2)}</pre>`,
)}
</main><footer><p><small>Made with ${versions}.</small></p></footer><script>${new Html(script)}</script></body></html>
`;
  return page.text;
}
