import type { IndicatorDefinition } from "../indicator-definition.js";

type SdgLink = NonNullable<IndicatorDefinition["sdg"]>[number];

/**
 * A link to an indicator of the Sustainable Development Goals. The IRIs are those of the UNSD knowledge
 * graph (snapshot of May 2020), which holds the framework after the review of 2020. The review of 2025
 * (E/CN.3/2025/6) changed some indicators; its codes are not in the graph and not used here.
 *
 * @param code - number of the indicator, for example "3.1.1".
 * @param unsd - its id in the graph, for example "C030101".
 */
export function sdgIndicator(code: string, unsd: string): SdgLink {
  return { code, iri: `http://metadata.un.org/sdg/${unsd}`, framework: "2020" };
}
