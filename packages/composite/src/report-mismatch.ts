import type { Finding } from "@vitalcore/core";
import { find, meant } from "./catalog.js";
import type { Leaf } from "./leaf.js";
import { suggester } from "./suggest.js";

/** Indicators of the framework of which the data know nothing, with the name that was probably meant. */
export function reportAbsent(leaves: readonly Leaf[], present: ReadonlySet<string>): Finding[] {
  const suggest = suggester([...present]);
  return leaves.flatMap(({ node, path, indicator }) => {
    if (present.has(indicator)) return [];
    const suggestion = suggest(indicator);
    const place = { node: node.id, path: [...path, "indicator"] };
    const facts = { indicator, meant: meant(suggestion) };
    return [find("composite/indicator-without-data", { place, suggestion, facts })];
  });
}

/** Indicators of the data that are not in the framework, with the one that was probably meant. */
export function reportUnused(
  unused: ReadonlyMap<string, number>,
  leaves: readonly Leaf[],
  present: ReadonlySet<string>,
): Finding[] {
  const suggest = suggester(
    leaves.map(({ indicator }) => indicator).filter((id) => !present.has(id)),
  );
  return [...unused].map(([indicator, count]) => {
    const suggestion = suggest(indicator);
    const facts = { indicator, count, meant: meant(suggestion) };
    return find("composite/unused-indicator", { suggestion, facts });
  });
}

/**
 * Units of the data that are not listed, with the one that was probably meant.
 *
 * @param idle - listed units without any data.
 */
export function reportUnlisted(
  unlisted: ReadonlyMap<string, number>,
  idle: readonly string[],
): Finding[] {
  const suggest = suggester(idle);
  return [...unlisted].map(([unit, count]) => {
    const suggestion = suggest(unit);
    const facts = { count, meant: meant(suggestion) };
    return find("composite/unlisted-unit", { place: { unit }, suggestion, facts });
  });
}
