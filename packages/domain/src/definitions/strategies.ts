import type { StrategyId } from "../vocabulary/strategies.js";
import type { Definition } from "./definition.js";

/**
 * What the strategies mean.
 *
 * @example
 * ```ts
 * import { strategyDefinitions } from "@vitalcore/domain/definitions";
 * strategyDefinitions.protection.text; // => "Top-down: norms, policies, processes and institutions that shield people."
 * ```
 */
export const strategyDefinitions: Readonly<Record<StrategyId, Definition>> = {
  protection: {
    text: "Top-down: norms, policies, processes and institutions that shield people.",
    sources: ["chs-2003-extract#3", "untfhs#17"],
  },
  empowerment: {
    text: "Bottom-up: people act, take part and take charge of their own security.",
    sources: ["chs-2003-extract#3", "untfhs#17"],
  },
};
