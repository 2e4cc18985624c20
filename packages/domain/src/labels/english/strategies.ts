import type { StrategyId } from "../../vocabulary/strategies.js";

/**
 * English labels of strategies.
 *
 * @example
 * ```ts
 * import { strategyLabels } from "@vitalcore/domain/labels/en";
 * strategyLabels.protection; // => "Protection"
 * ```
 */
export const strategyLabels: Readonly<Record<StrategyId, string>> = {
  protection: "Protection",
  empowerment: "Empowerment",
};
