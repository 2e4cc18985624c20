import type { Finding } from "@vitalcore/core";
import { find, meant } from "./catalog.js";
import type { PlacedNode } from "./framework.js";
import { type Leaf, scaleOf } from "./leaf.js";
import type { IndexMethodology, NormalizeOptions, SelectOptions } from "./methodology.js";
import { periodBounds, suggestedPeriod } from "./period-bounds.js";
import type { Path } from "./read-document.js";

/** Checks the values of the options: in the defaults, at every node, and the two together. */
export function checkOptions(
  methodology: IndexMethodology,
  nodes: readonly PlacedNode[],
  leaves: readonly Leaf[],
): Finding[] {
  return [
    ...checkScreening(methodology),
    ...checkDigits(methodology),
    ...checkPlace(methodology, []),
    ...(methodology.levels ?? []).flatMap((level, i) => checkPlace(level, ["levels", i])),
    ...nodes.flatMap(({ node, path }) => checkPlace(node, path)),
    ...nodes.flatMap(({ node, path }) => {
      const at = [...path, "denominate", "select"];
      const { select } = node.denominate ?? {};
      return [...checkPeriods(select, at), ...checkWindow(select, at)];
    }),
    ...checkWindow(methodology.select, ["select"]),
    ...leaves.flatMap(({ node, path, select }) =>
      node.select === undefined ? [] : checkWindow(select, [...path, "select"]),
    ),
  ];
}

/** The options that the methodology has for all nodes, and a node for itself. */
function checkPlace(
  { aggregate, normalize, select }: Pick<IndexMethodology, "aggregate" | "normalize" | "select">,
  path: Path,
): Finding[] {
  return [
    ...checkShare(aggregate?.atLeast, [...path, "aggregate", "atLeast"]),
    ...checkScale(normalize, [...path, "normalize"]),
    ...checkPeriods(select, [...path, "select"]),
  ];
}

function checkScreening({ screening }: IndexMethodology): Finding[] {
  return checkShare(screening?.indicatorsAtLeast, ["screening", "indicatorsAtLeast"]);
}

function checkShare(share: number | undefined, path: Path): Finding[] {
  if (share === undefined || (share >= 0 && share <= 1)) return [];
  const facts = { wanted: "a share from 0 to 1" };
  return [find("composite/out-of-bounds", { place: { path }, found: share, facts })];
}

const MOST_DIGITS = 15;

function checkDigits({ ranks }: IndexMethodology): Finding[] {
  const digits: unknown = ranks?.digits ?? null;
  if (digits === null) return [];
  if (Number.isInteger(digits) && (digits as number) >= 0 && (digits as number) <= MOST_DIGITS)
    return [];
  const facts = { wanted: `a whole number from 0 to ${MOST_DIGITS}, or null` };
  const place = { path: ["ranks", "digits"] };
  return [find("composite/out-of-bounds", { place, found: digits, facts })];
}

function checkScale(options: NormalizeOptions | undefined, path: Path): Finding[] {
  if (options === undefined) return [];
  const findings: Finding[] = [];
  const [lowest, highest] = scaleOf(options);
  if (lowest >= highest) {
    const place = { path: [...path, "scale"] };
    findings.push(find("composite/empty-scale", { place, found: `[${lowest}, ${highest}]` }));
  }
  if (options.sd !== undefined && options.sd <= 0) {
    const facts = { wanted: "above zero" };
    findings.push(
      find("composite/out-of-bounds", {
        place: { path: [...path, "sd"] },
        found: options.sd,
        facts,
      }),
    );
  }
  return findings;
}

function checkPeriods(select: SelectOptions | undefined, path: Path): Finding[] {
  return (["from", "to"] as const).flatMap((side) => {
    const text = select?.[side];
    if (text === undefined || periodBounds(text) !== undefined) return [];
    const suggestion = suggestedPeriod(text);
    const place = { path: [...path, side] };
    const facts = { meant: meant(suggestion) };
    return [find("composite/invalid-period", { place, found: text, suggestion, facts })];
  });
}

function checkWindow(select: SelectOptions | undefined, path: Path): Finding[] {
  const { from, to } = select ?? {};
  if (from === undefined || to === undefined) return [];
  const first = periodBounds(from)?.first;
  const last = periodBounds(to)?.last;
  if (first === undefined || last === undefined || first <= last) return [];
  return [find("composite/empty-window", { place: { path }, facts: { from, to } })];
}
