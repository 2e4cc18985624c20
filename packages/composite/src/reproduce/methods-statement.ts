import { defineResult, type Result, type ResultKind, type Summary } from "@vitalcore/core";
import type { IndexResult, ResultNode } from "../index-result.js";
import { formatVersion } from "../methodology.js";

/** What was done at one stage, in a sentence, with the nodes that it holds for. */
export interface StatedStep {
  readonly stage:
    | "framework"
    | "selection"
    | "denomination"
    | "screening"
    | "imputation"
    | "treatment"
    | "normalization"
    | "weighting"
    | "aggregation"
    | "ranking";
  readonly text: string;
  /** Ids of the nodes concerned; empty where it holds for all. */
  readonly nodes: readonly string[];
}

/** How an index was made, for a reader and for a program. */
export interface MethodsStatement {
  readonly kind: "MethodsStatement";
  readonly version: number;
  readonly title: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly inputs: IndexResult["inputs"];
  readonly fingerprints: IndexResult["fingerprints"];
  readonly steps: readonly StatedStep[];
}

/** How statements are made, shown and read back from JSON. */
export const methodsStatementResult: ResultKind<MethodsStatement> =
  /* @__PURE__ */ defineResult<MethodsStatement>({
    kind: "MethodsStatement",
    version: formatVersion,
    summarize: ({ title, inputs, fingerprints, steps }): Summary => ({
      title: `How ${title} was made`,
      tables: [
        {
          columns: [{ name: "stage" }, { name: "what was done" }],
          rows: steps.map(({ stage, text }) => [stage, text]),
        },
      ],
      notes: [
        ...inputs.map(({ name, source }) => (source === undefined ? name : `${name}: ${source}`)),
        `SHA-256 of the data: ${fingerprints.data}`,
        `SHA-256 of the methodology: ${fingerprints.methodology}`,
      ],
    }),
  });

/**
 * States how an index was made, stage by stage in the order of the computation, from the options that held: nothing
 * that was done is left out, and stages that were not asked for are said to be so.
 *
 * @example
 * ```ts
 * import { buildIndex } from "@vitalcore/composite";
 * import { methodsStatement } from "@vitalcore/composite/reproduce";
 * import { gniPerPerson, lifeExpectancy } from "@vitalcore/domain/indicators";
 * const index = buildIndex(
 *   { area: ["AAA", "BBB"], "gni-per-person": [100, 10000], "life-expectancy": [65, 56] },
 *   {
 *     kind: "IndexMethodology", version: 1, id: "example", title: "Example",
 *     nodes: [
 *       { id: "index" },
 *       { id: "income", parent: "index", indicator: "gni-per-person" },
 *       { id: "life", parent: "index", indicator: "life-expectancy" },
 *     ],
 *     normalize: { method: "min-max" },
 *   },
 *   { unitColumn: "area", definitions: [gniPerPerson, lifeExpectancy] },
 * );
 * const { steps } = methodsStatement(index);
 * steps[0]?.text; // => "2 indicators in 1 groups."
 * steps.find(({ stage }) => stage === "imputation")?.text; // => "No value was imputed."
 * ```
 */
export function methodsStatement(result: IndexResult): Result<MethodsStatement> {
  const { methodology, nodes, versions, inputs, fingerprints } = result;
  const leaves = nodes.filter(({ indicator }) => indicator !== null);
  const groups = nodes.filter(({ indicator }) => indicator === null);
  const steps: readonly StatedStep[] = [
    step("framework", `${leaves.length} indicators in ${groups.length} groups.`),
    ...selectionSteps(result),
    ...byText(
      "denomination",
      leaves,
      ({ denominate }) => {
        if (denominate === undefined) return undefined;
        const { by, per = 1, operation = "divide" } = denominate;
        return operation === "divide"
          ? `Divided by "${by}"${per === 1 ? "" : `, per ${per}`}.`
          : `Multiplied by "${by}"${per === 1 ? "" : `, over ${per}`}.`;
      },
      "Nothing was divided by a denominator.",
    ),
    step("screening", screeningText(result)),
    ...byText(
      "imputation",
      leaves,
      ({ imputation }) =>
        imputation === undefined || imputation.count === 0
          ? undefined
          : `${imputation.count} missing values were imputed (${imputation.method}${drawsText(result, imputation.method)}).`,
      "No value was imputed.",
    ),
    ...byText(
      "treatment",
      leaves,
      ({ treatment }) =>
        treatment === undefined || treatment.by === "none"
          ? undefined
          : `Outliers treated: ${treatment.steps.map((each) => each.function).join(", then ")}.`,
      "No outlier was treated.",
    ),
    ...byText("normalization", leaves, normalizationText, ""),
    ...byText("weighting", groups, weightingText, "Weights are those given; equal where none are."),
    ...byText(
      "aggregation",
      groups,
      ({ aggregate }) =>
        aggregate === null
          ? undefined
          : `Aggregated by ${aggregate.method}, if ${percent(aggregate.atLeast)} of the parts or more have a score.`,
      "",
    ),
    step(
      "ranking",
      `Ranked from the highest score, ties by the rule "${methodology.ranks?.ties ?? "min"}"${digitsText(methodology.ranks?.digits)}.`,
    ),
  ];
  return methodsStatementResult.create({
    title: methodology.title,
    versions,
    inputs,
    fingerprints,
    steps,
  });
}

function step(stage: StatedStep["stage"], text: string, nodes: readonly string[] = []): StatedStep {
  return { stage, text, nodes };
}

/** One step for each different sentence, with the nodes it holds for. */
function byText(
  stage: StatedStep["stage"],
  nodes: readonly ResultNode[],
  textOf: (node: ResultNode) => string | undefined,
  otherwise: string,
): readonly StatedStep[] {
  const groups = new Map<string, string[]>();
  for (const node of nodes) {
    const text = textOf(node);
    if (text !== undefined) groups.set(text, [...(groups.get(text) ?? []), node.id]);
  }
  if (groups.size === 0) return [step(stage, otherwise)];
  return [...groups].map(([text, ids]) =>
    step(stage, text, ids.length === nodes.length ? [] : ids),
  );
}

function selectionSteps({ methodology }: IndexResult): readonly StatedStep[] {
  const { from, to, take = "latest", edition } = methodology.select ?? {};
  if (from === undefined && to === undefined && edition === undefined) return [];
  const window = [
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(to === undefined ? [] : [`to ${to}`]),
    ...(edition === undefined ? [] : [`of the edition ${edition}`]),
  ].join(" ");
  const how = take === "latest" ? "the latest value" : "the only value";
  return [step("selection", `Of each unit ${how} ${window}.`)];
}

function screeningText({ methodology, notRanked, units }: IndexResult): string {
  const { indicatorsAtLeast, nonzeroAtLeast, exceptions = [] } = methodology.screening ?? {};
  const rules = [
    ...(indicatorsAtLeast === undefined
      ? []
      : [`${percent(indicatorsAtLeast)} of the indicators have a value`]),
    ...(nonzeroAtLeast === undefined ? [] : [`${percent(nonzeroAtLeast)} of these are not zero`]),
  ];
  const excepted = exceptions.length === 0 ? "" : ` ${exceptions.length} units by decision.`;
  const ranked = `${units.length - notRanked.length} of ${units.length} units are ranked.`;
  if (rules.length === 0) return `No unit was screened for its data.${excepted} ${ranked}`;
  return `A unit is in the index if ${rules.join(" and ")}.${excepted} ${ranked}`;
}

function normalizationText({ normalize }: ResultNode): string | undefined {
  if (normalize === null) return undefined;
  const { method, transform, low, span } = normalize;
  const first = transform === "none" ? "" : `, after ${transform === "ln" ? "ln(x)" : "ln(1 + x)"}`;
  const scaled =
    method === "none" || method === "rank" || method === "borda" || method === "categories";
  return `Normalized by ${method}${first}${scaled ? "" : `, on a scale from ${low} by ${span}`}.`;
}

function drawsText({ methodology }: IndexResult, method: string): string {
  if (method !== "multiple") return "";
  const { sets = 20, seed = 1 } = methodology.imputations ?? {};
  return `: the mean of ${sets} draws, seed ${seed}; the scores of the ${sets} sets are pooled`;
}

function weightingText({ weighting }: ResultNode): string | undefined {
  if (weighting === undefined) return undefined;
  const { method, units } = weighting;
  const from = units === 0 ? "" : `, from the scores of ${units} units`;
  return `Weights of the parts found by ${method}${from}.`;
}

function digitsText(digits: number | null | undefined): string {
  return digits === undefined || digits === null
    ? ""
    : `, scores rounded to ${digits} decimals first`;
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(4))} %`;
}
