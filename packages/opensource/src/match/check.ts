import { type Finding, nearest } from "@vitalcore/core";
import { dimensionIds } from "@vitalcore/domain/ids";
import { find } from "../catalog.js";
import { readLicense } from "../expression/read-license.js";
import type { Solution } from "../solution.js";
import { CRITERIA, type Criterion } from "./criteria.js";
import type { Need, NeedCriterion } from "./need.js";

const HEAVIEST = 1000;

/** What is wrong with a list of needs: every problem, with its place in the list. */
export function checkNeeds(needs: readonly Need[]): readonly Finding[] {
  const criteria = Object.keys(CRITERIA);
  if (!Array.isArray(needs)) {
    const facts = { criterion: "needs", wanted: "a list of { criterion, value }" };
    return [find("opensource/need-value", { place: { row: 0 }, found: needs ?? null, facts })];
  }
  return needs.flatMap((need, index): Finding[] => {
    const place = { row: index + 1 };
    const { criterion, value, weight } = (need ?? {}) as Need;
    if (typeof criterion !== "string" || !criteria.includes(criterion)) {
      const suggestion = nearest(String(criterion), criteria);
      return [
        find("opensource/unknown-criterion", {
          place,
          found: criterion ?? null,
          facts: { criteria },
          suggestion,
        }),
      ];
    }
    const { values, wanted } = CRITERIA[criterion as NeedCriterion];
    const findings: Finding[] = [];
    const fits =
      values === undefined
        ? typeof value === "string" && value.trim() !== ""
        : values.includes(value);
    if (!fits) {
      const suggestion =
        typeof value === "string" && values !== undefined
          ? nearest(value, values.map(String))
          : undefined;
      findings.push(
        find("opensource/need-value", {
          place,
          found: value ?? null,
          facts: { criterion, wanted },
          suggestion,
        }),
      );
    }
    if (weight !== undefined && !(typeof weight === "number" && weight >= 0 && weight <= HEAVIEST))
      findings.push(
        find("opensource/need-weight", { place, found: weight, facts: { most: HEAVIEST } }),
      );
    return findings;
  });
}

/** Values that no solution of the catalogue names: probably misspelt. */
export function unheardOf(
  needs: readonly Need[],
  catalogue: readonly Solution[],
): readonly Finding[] {
  return needs.flatMap(({ criterion, value }, index): Finding[] => {
    const { named, values }: Criterion = CRITERIA[criterion];
    if (named === undefined || values !== undefined) return [];
    const heard = [...new Set(catalogue.flatMap(named))];
    const comparable = (text: string) =>
      criterion === "language" ? primarySubtag(text) : text.toLowerCase();
    const wanted = String(value);
    if (heard.some((each) => comparable(each) === comparable(wanted))) return [];
    const place = { row: index + 1 };
    const suggestion = nearest(wanted, heard);
    return [
      find("opensource/need-unheard-of", {
        place,
        found: wanted,
        facts: { criterion },
        suggestion,
      }),
    ];
  });
}

function primarySubtag(tag: string): string {
  return tag.toLowerCase().split("-")[0] as string;
}

type Rule = readonly [field: string, wanted: string, fits: (value: unknown) => boolean];

const isText = (value: unknown): value is string =>
  typeof value === "string" && value.trim() !== "";
const isDay = (value: unknown) => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);
const oneOf =
  (...values: readonly unknown[]) =>
  (value: unknown) =>
    values.includes(value);
const optional = (fits: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || fits(value);
const texts = (value: unknown) => Array.isArray(value) && value.every(isText);

const RULES: readonly Rule[] = [
  [
    "id",
    "lower-case words joined by hyphens",
    (value) => isText(value) && /^(?:[a-z0-9.-]+:)?[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value),
  ],
  ["name", "text", isText],
  ["kind", "software, data, content or service", oneOf("software", "data", "content", "service")],
  ["summary", "text", isText],
  ["license", "an SPDX expression or null", (value) => value === null || isText(value)],
  ["sourceAvailable", "true, false or null", oneOf(true, false, null)],
  [
    "dimensions",
    `a list of ${dimensionIds.join(", ")}`,
    (value) =>
      texts(value) && (value as string[]).every((id) => dimensionIds.includes(id as never)),
  ],
  ["threats", "a list of texts", optional(texts)],
  ["groups", "a list of texts", optional(texts)],
  ["languages", "a list of language tags", optional(texts)],
  ["offline", "yes, partly or no", optional(oneOf("yes", "partly", "no"))],
  ["standards", "a list of texts", optional(texts)],
  ["verified", "true or false", oneOf(true, false)],
  [
    "evidence",
    "a list of { url, supports }",
    (value) =>
      Array.isArray(value) && value.every((item) => isText(item?.url) && texts(item?.supports)),
  ],
];

const DPG_RULES: readonly Rule[] = [
  [
    "status",
    "registered, nominated, not-registered or unknown",
    oneOf("registered", "nominated", "not-registered", "unknown"),
  ],
  ["seen", "a day (YYYY-MM-DD) or null", (value) => value === null || isDay(value)],
  ["evidence", "a web address or null", (value) => value === null || isText(value)],
];

/**
 * Checks a catalogue of one's own: the shape of every solution, its licence, and that no two share an id.
 *
 * @returns every problem, with the number of the solution and the path of the field; empty if all is well.
 *
 * @example
 * ```ts
 * import { catalogue } from "@vitalcore/opensource/catalogue";
 * import { checkCatalogue } from "@vitalcore/opensource/match";
 * checkCatalogue(catalogue); // => []
 * checkCatalogue([{ ...catalogue[0], dimensions: ["helth"] }]).length; // => 1
 * ```
 */
export function checkCatalogue(catalogue: readonly unknown[]): readonly Finding[] {
  if (!Array.isArray(catalogue)) {
    const facts = { solution: "list", field: "catalogue", wanted: "a list of solutions" };
    return [find("opensource/catalogue-shape", { found: catalogue ?? null, facts })];
  }
  const seen = new Set<string>();
  return catalogue.flatMap((solution, index): Finding[] => {
    const fields = isRecord(solution) ? solution : {};
    const name = isText(fields.id) ? fields.id : `number ${index + 1}`;
    const wrong = (path: readonly string[], found: unknown, wanted: string) =>
      find("opensource/catalogue-shape", {
        place: { row: index + 1, path },
        found: found ?? null,
        facts: { solution: name, field: path.join(".") || "the entry", wanted },
      });
    if (!isRecord(solution)) return [wrong([], solution, "an object")];
    const broken = (
      rules: readonly Rule[],
      record: Record<string, unknown>,
      path: readonly string[],
    ) =>
      rules
        .filter(
          ([field, , fits]) => !fits(Object.hasOwn(record, field) ? record[field] : undefined),
        )
        .map(([field, wanted]) => wrong([...path, field], record[field], wanted));
    const dpg = fields.dpg;
    const findings = [
      ...broken(RULES, fields, []),
      ...(isRecord(dpg)
        ? broken(DPG_RULES, dpg, ["dpg"])
        : [wrong(["dpg"], dpg, "{ status, seen, evidence }")]),
      ...licenseProblems(fields.license, index, name),
    ];
    if (isText(fields.id) && seen.has(fields.id))
      findings.push(
        find("opensource/duplicate-solution", { place: { row: index + 1 }, found: fields.id }),
      );
    seen.add(name);
    return findings;
  });
}

function licenseProblems(license: unknown, index: number, what: string): readonly Finding[] {
  if (!isText(license)) return [];
  const place = { row: index + 1, path: ["license"] };
  return readLicense(license, { place, what }).findings.filter(
    ({ severity }) => severity === "error",
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
