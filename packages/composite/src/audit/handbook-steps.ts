import type { IndexResult, ResultNode } from "../index-result.js";
import type { AuditedGroup, AuditedIndicator, IndexAudit } from "./audit-result.js";

/** A sentence of an audit, and the numbers behind it. */
export interface AuditClaim {
  readonly text: string;
  /** Whether it asks for attention; such claims come first. */
  readonly isWarning: boolean;
  readonly numbers: Readonly<Record<string, number | string | null>>;
}

/** One of the ten steps of the Handbook. */
export interface HandbookStep {
  readonly step: number;
  readonly title: string;
  readonly claims: readonly AuditClaim[];
}

type Findings = Omit<IndexAudit, "kind" | "version" | "steps">;
type Numbers = AuditClaim["numbers"];

const warn = (text: string, numbers: Numbers): AuditClaim => ({ text, isWarning: true, numbers });
const note = (text: string, numbers: Numbers = {}): AuditClaim => ({
  text,
  isWarning: false,
  numbers,
});

/** The claims of an audit in the order of the OECD/JRC Handbook (2008), warnings first within each step. */
export function handbookSteps(result: IndexResult, findings: Findings): readonly HandbookStep[] {
  const steps: readonly (readonly [string, readonly AuditClaim[]])[] = [
    ["Theoretical framework", framework(result)],
    ["Data selection", selection(result, findings)],
    ["Imputation of missing data", imputation(result)],
    ["Multivariate analysis", multivariate(findings)],
    ["Normalization and outliers", normalization(result, findings)],
    ["Weighting and aggregation", weighting(findings)],
    ["Uncertainty and sensitivity", sensitivity(findings)],
    ["Back to the data", backToData(findings)],
    [
      "Links to other indicators",
      [note("Not part of this audit: it needs data from outside the index.")],
    ],
    ["Presentation", presentation(result)],
  ];
  return steps.map(([title, claims], i) => ({
    step: i + 1,
    title,
    claims: [...claims].sort((a, b) => Number(b.isWarning) - Number(a.isWarning)),
  }));
}

function framework({ nodes, findings }: IndexResult): readonly AuditClaim[] {
  const leaves = nodes.filter(({ indicator }) => indicator !== null);
  const depth = Math.max(...nodes.map((node) => node.depth));
  const groups = nodes.length - leaves.length;
  const own = findings.filter(({ code }) =>
    /single-child|double-counting|weights-sum|near-duplicate/.test(code),
  );
  return [
    note(`${leaves.length} indicators in ${groups} groups on ${depth} levels.`, {
      indicators: leaves.length,
      groups,
      levels: depth,
    }),
    ...own.map(({ message, code }) => warn(message, { code })),
  ];
}

function selection(
  { coverage }: IndexResult,
  { indicators, denominators }: Findings,
): readonly AuditClaim[] {
  const { units, ranked } = coverage;
  const few = indicators.filter(({ raw }) => raw.flags.includes("few-values"));
  const zeros = indicators.filter(({ raw }) => raw.flags.includes("many-zeros"));
  const present = indicators.reduce((sum, { raw }) => sum + raw.available, 0) / indicators.length;
  return [
    note(`${ranked} of ${units} units are ranked.`, { ranked, units }),
    note(`${percent(present)} of the values are there.`, { available: present }),
    ...few.map(({ label, raw }) =>
      warn(`"${label}" has a value for only ${percent(raw.available)} of the units.`, {
        available: raw.available,
      }),
    ),
    ...zeros.map(({ label, raw }) =>
      warn(`"${label}" is zero for ${raw.count - raw.nonzero} of ${raw.count} units.`, {
        zeros: raw.count - raw.nonzero,
        count: raw.count,
      }),
    ),
    ...denominators.map(({ first, second, correlation, pValue }) =>
      warn(
        `"${first}", as it is scored, goes with the denominator "${second}" (correlation ${digits(correlation)}): it may tell the size of a unit.`,
        { correlation, pValue },
      ),
    ),
  ];
}

function imputation({ nodes, coverage }: IndexResult): readonly AuditClaim[] {
  const imputed = nodes.flatMap(({ label, imputation: done }) =>
    done === undefined || done.count === 0 ? [] : [{ label, ...done }],
  );
  const gaps = coverage.indicators.reduce((sum, { missing }) => sum + missing, 0);
  if (gaps === 0) return [note("No value is missing.", { missing: 0 })];
  if (imputed.length === 0) {
    return [
      warn(
        `${gaps} values are missing and none is imputed: the weights of a missing part go to its siblings, which puts their mean in its place.`,
        { missing: gaps },
      ),
    ];
  }
  const count = imputed.reduce((sum, each) => sum + each.count, 0);
  return [
    note(`${count} of ${gaps} missing values are imputed.`, { imputed: count, missing: gaps }),
    ...imputed.map(({ label, method, count: own }) =>
      note(`"${label}": ${own} values by ${method}.`, { count: own, method }),
    ),
  ];
}

function multivariate({
  groups,
  indicators,
  correlations,
  bounds,
}: Findings): readonly AuditClaim[] {
  const weak = groups.filter(({ alpha }) => alpha !== null && alpha < bounds.alpha);
  const spread = groups.filter(
    ({ componentsAboveOne, children }) => children > 2 && (componentsAboveOne ?? 1) > 1,
  );
  return [
    ...weak.map(({ label, alpha }) =>
      warn(
        `The parts of "${label}" hang together loosely: Cronbach's alpha is ${digits(alpha)}, below ${bounds.alpha}.`,
        { alpha, bound: bounds.alpha },
      ),
    ),
    ...spread.map(({ label, componentsAboveOne }) =>
      warn(
        `"${label}" measures more than one thing: ${componentsAboveOne} principal components have an eigenvalue above 1.`,
        { components: componentsAboveOne },
      ),
    ),
    ...indicators
      .filter(({ inflation }) => (inflation ?? 0) > bounds.inflation)
      .map(({ label, inflation }) =>
        warn(
          `"${label}" is nearly a function of the other indicators of its group: variance inflation ${digits(inflation)}, above ${bounds.inflation}.`,
          { inflation, bound: bounds.inflation },
        ),
      ),
    ...groups
      .filter(({ bartlett }) => bartlett !== null && bartlett.pValue > 0.05)
      .map(({ label, bartlett }) =>
        warn(
          `The parts of "${label}" may have nothing in common: Bartlett's test has p = ${digits(bartlett?.pValue ?? null)}.`,
          { pValue: bartlett?.pValue ?? null, statistic: bartlett?.statistic ?? null },
        ),
      ),
    ...correlations.map(({ first, second, correlation, pValue, flag }) =>
      warn(
        flag === "redundant"
          ? `"${first}" and "${second}" are nearly the same: their correlation is ${digits(correlation)}.`
          : `"${first}" and "${second}" work against each other: their correlation is ${digits(correlation)}.`,
        { correlation, pValue },
      ),
    ),
    note(`${groups.length} groups were examined.`, { groups: groups.length }),
  ];
}

function normalization(result: IndexResult, { indicators }: Findings): readonly AuditClaim[] {
  const methods = new Set(result.nodes.flatMap(({ normalize }) => normalize?.method ?? []));
  const skewed = indicators.filter(({ used }) => used.flags.includes("outliers"));
  const treated = result.nodes.flatMap((node: ResultNode) =>
    node.treatment === undefined || node.treatment.by === "none" ? [] : [node],
  );
  return [
    note(`Normalized by ${[...methods].join(", ")}.`, { methods: [...methods].join(", ") }),
    note(`${treated.length} indicators were treated for outliers.`, { treated: treated.length }),
    ...skewed.map(({ label, used }) =>
      warn(
        `"${label}" has outliers where it is scored: skewness ${digits(used.skewness)}, excess kurtosis ${digits(used.kurtosis)}.`,
        { skewness: used.skewness, kurtosis: used.kurtosis },
      ),
    ),
  ];
}

function weighting({ indicators, groups }: Findings): readonly AuditClaim[] {
  const against = indicators.filter(({ withParent }) => withParent !== null && withParent < 0);
  const top = groups.filter(({ importance }) => importance !== null);
  return [
    ...against.map(({ label, withParent, withParentPValue }) =>
      warn(
        `"${label}" goes against its own group: their correlation is ${digits(withParent)}, although the weight is positive.`,
        { correlation: withParent, pValue: withParentPValue },
      ),
    ),
    ...imbalance(top).map(({ label, effectiveWeight, share }) =>
      warn(
        `"${label}" has ${percent(effectiveWeight)} of the weight among its peers, and ${percent(share)} of their importance.`,
        { weight: effectiveWeight, importance: share },
      ),
    ),
  ];
}

/** Groups whose share of the importance is less than half, or more than twice, their share of the weight. */
function imbalance(groups: readonly AuditedGroup[]) {
  const weights = groups.reduce((sum, { effectiveWeight }) => sum + effectiveWeight, 0);
  const all = groups.reduce((sum, { importance }) => sum + (importance ?? 0), 0);
  return groups.flatMap(({ label, effectiveWeight, importance }) => {
    const [weight, share] = [effectiveWeight / weights, (importance ?? 0) / all];
    const ratio = share / weight;
    return ratio < 0.5 || ratio > 2 ? [{ label, effectiveWeight: weight, share }] : [];
  });
}

function sensitivity({ removal, units }: Findings): readonly AuditClaim[] {
  const [first] = removal;
  if (first === undefined) return [];
  const { node, meanAbsoluteChange, largestChange, largestFor } = first;
  const text = `Without "${node}" units move by ${digits(meanAbsoluteChange)} places on average, ${largestFor ?? ""} by ${largestChange}: no other indicator matters more.`;
  const numbers = { meanAbsoluteChange, largestChange };
  return [
    meanAbsoluteChange > units / 20 ? warn(text, numbers) : note(text, numbers),
    note("Uncertainty of methods, weights and data is not part of this audit."),
  ];
}

function backToData({ indicators }: Findings): readonly AuditClaim[] {
  const silent = indicators.filter(({ importance }) => importance !== null && importance < 0.01);
  const curved = indicators.filter(
    ({ importance, correlationRatio }) =>
      importance !== null && correlationRatio !== null && correlationRatio - importance > CURVED,
  );
  const repeating = indicators.filter(
    ({ withinGroup }) =>
      withinGroup !== null && withinGroup.own < OWN && withinGroup.ratio > SHARED,
  );
  return [
    ...silent.map(({ label, importance, correlationRatio }: AuditedIndicator) =>
      warn(
        `"${label}" has next to nothing to do with the index: it goes with ${percent(importance ?? 0)} of its variance.`,
        { importance, correlationRatio },
      ),
    ),
    ...repeating.map(({ label, withinGroup }) =>
      note(
        `"${label}" tells of its group what the rest of it tells: it goes with ${percent(withinGroup?.ratio ?? 0)} of the group's variance, and brings ${percent(withinGroup?.own ?? 0)} of its own.`,
        { ratio: withinGroup?.ratio ?? null, own: withinGroup?.own ?? null },
      ),
    ),
    ...curved.map(({ label, importance, correlationRatio }) =>
      note(
        `"${label}" goes with the index along a curve: with ${percent(correlationRatio ?? 0)} of its variance, and with ${percent(importance ?? 0)} along a line.`,
        { importance, correlationRatio },
      ),
    ),
  ];
}

/** An indicator that goes with more than this of its group, and brings less than that of its own, repeats the others. */
const SHARED = 0.5;
const OWN = 0.05;

/** What a curve must tell more than a line, to be told. */
const CURVED = 0.15;

function presentation({ methodology, notRanked }: IndexResult): readonly AuditClaim[] {
  const notes = methodology.notes?.length ?? 0;
  return [
    ...(notes === 0
      ? [
          warn("The methodology has no notes: a reader is not told what the index is not.", {
            notes,
          }),
        ]
      : []),
    note(`${notRanked.length} units are not ranked, each with its reasons.`, {
      notRanked: notRanked.length,
    }),
  ];
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}

function digits(value: number | null): string {
  return value === null ? "undefined" : String(Number(value.toPrecision(2)));
}
