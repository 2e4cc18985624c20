import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isVitalError } from "@vitalcore/core";
import { proportion } from "@vitalcore/survey";
import { base } from "./r/base.js";
import { compare, type Problems } from "./r/compare.js";
import { readCsv } from "./r/csv.js";
import { Scope } from "./r/evaluate.js";
import { replicated, survey } from "./r/survey.js";
import { type Scalar, Unsupported, type Value } from "./r/values.js";

const fixtures = fileURLToPath(new URL("./fixtures/", import.meta.url));
const beside = fileURLToPath(new URL("../../../../shared/reference/", import.meta.url));

/** The folder of a reference set: the copy of what may be shipped, or the whole set beside the repository. */
export function referenceFolder(name: string): string | undefined {
  return [beside, fixtures]
    .map((root) => `${root}${name}/`)
    .find((folder) => existsSync(`${folder}index.json`));
}

export const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

/** What became of one stored result. */
export interface Outcome {
  readonly result: string;
  readonly status: "passed" | "failed" | "excluded";
  readonly reason?: string;
}

interface Case {
  readonly id: string;
  readonly family: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly read_as_factor?: readonly string[];
  readonly setup?: readonly string[] | null;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly design_call?: string;
  readonly design?: Readonly<Record<string, unknown>> | null;
  readonly tolerance_rel: number;
  readonly results?: Readonly<Record<string, Record<string, unknown>>>;
  readonly cases?: Readonly<Record<string, Omit<Case, "id" | "family">>>;
}

type Expected = Record<string, unknown>;

const builtins = new Map([...base, ...survey]);

function frame(
  folder: string,
  path: string,
  factors: readonly string[],
): Value & { type: "frame" } {
  return { type: "frame", columns: readCsv(readFileSync(folder + path, "utf8"), factors) };
}

function scopeOf(folder: string, given: Case): Scope {
  const scope = new Scope(builtins, given.options);
  const factors = given.read_as_factor ?? [];
  for (const [name, path] of Object.entries(given.data ?? {})) {
    scope.set(name, frame(folder, path, factors));
  }
  if (existsSync(`${folder}data/apipop.csv`) && JSON.stringify(given.results).includes("apipop")) {
    scope.set("apipop", frame(folder, "data/apipop.csv", factors));
  }
  return scope;
}

/** Runs the setup; the design `rep` comes from stored weights where R's random numbers made it. */
function setUp(folder: string, given: Case, scope: Scope): void {
  for (const statement of given.setup ?? []) {
    try {
      scope.run(statement);
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
    }
  }
  const stored = given.design?.replicate_weights;
  const repweights = Object.entries(given.data ?? {}).find(([name]) => name === "rw");
  if (typeof stored === "string" && !scope.has("rep")) {
    const data = { ...(scope.get("d") as Value & { type: "frame" }) };
    const columns = Object.values(readCsv(readFileSync(folder + stored, "utf8")));
    const length = columns[0]?.length ?? 0;
    const call = given.setup?.join(" ") ?? "";
    let weights = /weights=~(\w+)/.exec(call)?.[1];
    // Where the weights follow from the fpc, they are those of the design that the replicates were made from.
    const made = /svydesign\([^)]*\)/.exec(call)?.[0];
    if (weights === undefined && made !== undefined) {
      const base = scope.run(made);
      if (base.type === "design") {
        weights = "<implied>";
        data.columns = { ...data.columns, [weights]: [...base.design.parts.weights] };
      }
    }
    // Survey 4.5 centers successive differences at the full-sample estimate unless told otherwise.
    const isSdr = given.design?.type === "ACS";
    scope.set("rep", {
      type: "design",
      design: replicated(data, {
        matrix: Array.from({ length }, (_, i) => columns.map((column) => Number(column[i]))),
        weights,
        type: String(given.design?.type),
        combined: given.design?.combined_weights === true,
        scale: given.design?.scale as number,
        rscales: given.design?.rscales as number[],
        mse: isSdr ? undefined : (given.design?.mse as boolean),
      }),
    });
  }
  if (repweights !== undefined) {
    scope.set("rw", frame(folder, repweights[1], []));
  }
  if (given.design_call) {
    const design = scope.run(given.design_call);
    scope.set("des", design);
    if (design.type === "design" && design.design.isReplicated) scope.set("rep", design);
  }
}

/** Reasons for which a result is not compared, by what stands in its call. */
const EXCLUSIONS: readonly (readonly [
  test: (id: string, name: string, call: string) => boolean,
  reason: string,
])[] = [
  [
    (_, __, call) => call.includes("shahvaish"),
    "rule with a known slip, not offered (METHODS.md 9)",
  ],
  [(_, __, call) => call.includes("'score'"), "informative only (METHODS.md 9)"],
  [(_, __, call) => call.startsWith("sapply(1:9"), "base R, not a survey estimate"],
  [
    (id, name) => id === "dom_strat" && name === "tiny",
    "R gives 0 for a domain without rows; we give no estimate, and say so",
  ],
  [(_, __, call) => call.startsWith("table("), "base R, not a survey estimate"],
];

/** Tolerance of a result, where METHODS.md says that R's own value is not exact. */
function toleranceOf(call: string, tolerance: number): number {
  if (call.includes("method='likelihood'")) return 2e-3;
  // IRLS stops at a relative change of 1e-8 in the deviance.
  if (/svyciprop\((?!.*method='(?:asin|beta|mean|xlogit|wilson))/.test(call))
    return Math.max(tolerance, 2e-8);
  if (call.includes("method='logit'")) return Math.max(tolerance, 2e-8);
  // Root found to 1e-8 in R.
  if (/statistic='(lincom|saddlepoint)'/.test(call)) return 1e-6;
  return tolerance;
}

/** `{m <- svymean(~x, ...); ... uniroot(...)}`: the exact limits of the likelihood interval. */
function exactLikelihood(call: string, scope: Scope): Value | undefined {
  const found = /svymean\(~(\w+), des.*1-\(1-([\d.]+)\)\/2.*uniroot/.exec(call);
  if (found === null) return undefined;
  const des = scope.get("des");
  if (des.type !== "design") return undefined;
  const [estimate] = proportion(des.design, found[1] as string, {
    interval: "likelihood",
    level: Number(found[2]),
    missing: "exclude",
  }).estimates;
  const { lower = null, upper = null } = estimate?.interval ?? {};
  return { type: "vector", values: [lower, upper] as Scalar[] };
}

function isMissing(expected: Expected): boolean {
  const estimate = expected.estimate;
  const values =
    typeof estimate === "object" && estimate !== null ? Object.values(estimate) : [estimate];
  return values.every((value) => value === null || value === "NaN");
}

function runResult(scope: Scope, expected: Expected, tolerance: number): Problems {
  const call = String(expected.call ?? "");
  try {
    const value = exactLikelihood(call, scope) ?? scope.child([]).run(call);
    if (expected.kind === "error" && value.type !== "stat") return ["a value where R fails"];
    return compare(value, expected, toleranceOf(call, tolerance));
  } catch (error) {
    if (!isVitalError(error)) throw error;
    if (expected.kind === "error") return [];
    // What R answers with NA, we refuse in words.
    if (error.code === "survey/missing-values" && isMissing(expected)) return [];
    return [error.message];
  }
}

/** Runs all results of a case. */
export function runCase(folder: string, id: string, newer: Record<string, unknown>): Outcome[] {
  const given = readJson(`${folder}cases/${id}.json`) as Case;
  if (given.cases !== undefined) {
    return Object.entries(given.cases).flatMap(([inner, own]) => {
      const whole = {
        ...own,
        id: inner,
        family: given.family,
        tolerance_rel: given.tolerance_rel,
      } as Case;
      return runResults(folder, whole, {}).map((outcome) => ({
        ...outcome,
        result: `${inner}/${outcome.result}`,
      }));
    });
  }
  return runResults(folder, given, newer);
}

function runResults(folder: string, given: Case, newer: Record<string, unknown>): Outcome[] {
  const results = Object.entries(given.results ?? {});
  const scope = scopeOf(folder, given);
  try {
    setUp(folder, given, scope);
  } catch (error) {
    if (isVitalError(error) && results.every(([, { kind }]) => kind === "error")) {
      return results.map(([result]) => ({ result, status: "passed" }));
    }
    if (error instanceof Unsupported) {
      const reason = `not offered: ${error.message}`;
      return results.map(([result]) => ({ result, status: "excluded", reason }));
    }
    throw error;
  }
  return results.map(([result, old]): Outcome => {
    const call = String(old.call ?? "");
    const exclusion = EXCLUSIONS.find(([test]) => test(given.id, result, call));
    if (exclusion !== undefined) return { result, status: "excluded", reason: exclusion[1] };
    const replaced = (newer[result] as { v4_5?: Expected } | undefined)?.v4_5;
    const expected = replaced ?? old;
    try {
      const problems = runResult(scope, expected, given.tolerance_rel);
      if (problems.length === 0) return { result, status: "passed" };
      return {
        result,
        status: "failed",
        reason: `${call}\n      ${problems.slice(0, 4).join("\n      ")}`,
      };
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
      return { result, status: "excluded", reason: `not offered: ${error.message}` };
    }
  });
}
