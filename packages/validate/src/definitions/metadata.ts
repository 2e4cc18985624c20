import { type Finding, nearest } from "@vitalcore/core";
import { firstDay, lastDay, parsePeriod, readPeriod } from "@vitalcore/domain/periods";
import { find } from "./definitions-catalog.js";

type Kind = "text" | "direction" | "object";

interface Field {
  readonly kind: Kind;
  readonly required: boolean;
  readonly wanted: string;
}

/** What the description of a series must say (METADATA: SDMX-like names are written in words). */
const FIELDS: Readonly<Record<string, Field>> = {
  code: { kind: "text", required: true, wanted: "text: the code of the indicator" },
  name: { kind: "text", required: true, wanted: "text: the name of the indicator" },
  definition: { kind: "text", required: true, wanted: "text: what is measured, in a sentence" },
  unit: { kind: "text", required: true, wanted: "text: the unit of the values" },
  direction: {
    kind: "direction",
    required: true,
    wanted: "1 (more is better) or -1 (more is worse)",
  },
  source: { kind: "object", required: true, wanted: "an object with title, url and license" },
  period: { kind: "object", required: false, wanted: "an object with start and end" },
  version: { kind: "text", required: false, wanted: "text" },
  note: { kind: "text", required: false, wanted: "text" },
};

/** Licenses of data by their SPDX ids; code licenses that data carry too. */
const LICENSES: readonly string[] = [
  "CC0-1.0",
  "CC-BY-3.0",
  "CC-BY-3.0-IGO",
  "CC-BY-4.0",
  "CC-BY-SA-3.0",
  "CC-BY-SA-3.0-IGO",
  "CC-BY-SA-4.0",
  "CC-BY-NC-4.0",
  "CC-BY-NC-3.0-IGO",
  "CC-BY-NC-SA-3.0-IGO",
  "CC-BY-NC-SA-4.0",
  "CC-BY-ND-4.0",
  "CC-BY-NC-ND-4.0",
  "ODbL-1.0",
  "ODC-By-1.0",
  "PDDL-1.0",
  "OGL-UK-3.0",
  "OGL-Canada-2.0",
  "CDLA-Permissive-2.0",
  "CDLA-Sharing-1.0",
  "etalab-2.0",
  "DL-DE-BY-2.0",
  "DL-DE-ZERO-2.0",
  "NLOD-2.0",
  "MIT",
  "Apache-2.0",
  "BSD-3-Clause",
  "ISC",
];

const MARKUP = /<\/?[a-z!][^>]*>?|&#?\w+;/i;
const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

type Path = readonly (string | number)[];

function at(path: Path): { readonly place: { readonly path: Path }; readonly field: string } {
  return { place: { path }, field: `/${path.join("/")}` };
}

/** Whether a field is not there, or has only spaces in it. */
function isBlank(value: unknown): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}

function kindMatches(value: unknown, kind: Kind): boolean {
  if (kind === "text") return typeof value === "string";
  if (kind === "direction") return value === 1 || value === -1;
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function licenseMeant(text: string): string | undefined {
  const squeezed = text
    .trim()
    .replace(/[\s_]+/g, "-")
    .toUpperCase();
  const begun = LICENSES.filter((id) => id.toUpperCase().startsWith(squeezed));
  return begun[0] ?? nearest(squeezed, LICENSES);
}

function checkSource(source: Readonly<Record<string, unknown>>): Finding[] {
  const findings: Finding[] = [];
  for (const name of ["title", "url"]) {
    const { place, field } = at(["source", name]);
    const value = source[name];
    if (isBlank(value)) {
      findings.push(find("validate/metadata-missing", { place, facts: { field, wanted: "text" } }));
    } else if (typeof value !== "string") {
      findings.push(
        find("validate/metadata-type", { place, found: value, facts: { field, wanted: "text" } }),
      );
    }
  }
  const { url } = source;
  if (typeof url === "string" && !isBlank(url) && !/^https?:\/\/[^\s<>"]+$/i.test(url)) {
    const { place, field } = at(["source", "url"]);
    // The address is not quoted: it may be a script.
    findings.push(find("validate/unsafe-url", { place, facts: { field } }));
  }
  // Both spellings are met: license in code, licence in prose.
  const name = source.license === undefined && source.licence !== undefined ? "licence" : "license";
  const license = source[name];
  const { place, field } = at(["source", source.license === undefined ? "licence" : "license"]);
  if (isBlank(license)) {
    findings.push(find("validate/license-missing", { place, facts: { field } }));
  } else if (typeof license !== "string") {
    findings.push(
      find("validate/metadata-type", { place, found: license, facts: { field, wanted: "text" } }),
    );
  } else if (!LICENSES.includes(license) && !/^LicenseRef-[\w.-]+$/.test(license)) {
    const suggestion = licenseMeant(license);
    const meant = suggestion === undefined ? "" : `Did you mean ${suggestion}? `;
    findings.push(
      find("validate/license-unknown", {
        place,
        found: license,
        suggestion,
        facts: { field, meant },
      }),
    );
  }
  return findings;
}

const firstOf = (period: string): string => firstDay(parsePeriod(period));
const lastOf = (period: string): string => lastDay(parsePeriod(period));

function checkPeriod(period: Readonly<Record<string, unknown>>): Finding[] {
  const findings: Finding[] = [];
  for (const name of ["start", "end"]) {
    const value = period[name];
    if (typeof value === "string" && DAY.test(value) && readPeriod(value).period !== undefined) {
      continue;
    }
    const { place, field } = at(["period", name]);
    const facts = { field, wanted: "a date (YYYY-MM-DD)" };
    findings.push(find("validate/metadata-type", { place, found: value ?? null, facts }));
  }
  const { start, end } = period;
  if (findings.length === 0 && lastOf(end as string) < firstOf(start as string)) {
    const { place, field } = at(["period"]);
    findings.push(
      find("validate/period-reversed", {
        place,
        facts: { field, start: String(start), end: String(end) },
      }),
    );
  }
  return findings;
}

/**
 * Checks the description of a series or indicator: what it measures, its unit and direction, its source with a
 * license and a web address that is one, its period.
 *
 * @param document - parsed JSON, whatever it is.
 * @returns findings with the path of each field.
 *
 * @example
 * ```ts
 * import { checkMetadata } from "@vitalcore/validate/definitions";
 * const findings = checkMetadata({
 *   code: "IPV12", name: "Example", definition: "text", unit: "percent", direction: -1,
 *   source: { title: "Survey", url: "https://example.org", license: "CC BY 4" },
 * });
 * findings.map(({ code, suggestion }) => [code, suggestion]); // => [["validate/license-unknown", "CC-BY-4.0"]]
 * ```
 */
export function checkMetadata(document: unknown): readonly Finding[] {
  if (!kindMatches(document, "object")) {
    return [
      find("validate/metadata-type", {
        found: document,
        facts: { field: "/", wanted: "an object" },
      }),
    ];
  }
  const record = document as Readonly<Record<string, unknown>>;
  const findings: Finding[] = [];
  for (const [name, { kind, required, wanted }] of Object.entries(FIELDS)) {
    const { place, field } = at([name]);
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    if (isBlank(value)) {
      if (required)
        findings.push(find("validate/metadata-missing", { place, facts: { field, wanted } }));
      continue;
    }
    if (!kindMatches(value, kind)) {
      findings.push(
        find("validate/metadata-type", { place, found: value, facts: { field, wanted } }),
      );
    } else if (typeof value === "string" && MARKUP.test(value)) {
      findings.push(find("validate/markup", { place, facts: { field } }));
    }
  }
  const known = Object.keys(FIELDS);
  for (const name of Object.keys(record)) {
    if (Object.hasOwn(FIELDS, name)) continue;
    const { place, field } = at([name]);
    const suggestion = nearest(name, known);
    const meant = suggestion === undefined ? "" : `Did you mean ${suggestion}? `;
    findings.push(
      find("validate/metadata-unknown", { place, suggestion, facts: { field, meant, known } }),
    );
  }
  const { source, period } = record;
  if (kindMatches(source, "object"))
    findings.push(...checkSource(source as Readonly<Record<string, unknown>>));
  if (kindMatches(period, "object"))
    findings.push(...checkPeriod(period as Readonly<Record<string, unknown>>));
  return findings;
}
