import type { Strategy } from "./record-types.js";

/**
 * The two strategies of human security (Commission on Human Security 2003).
 *
 * @example
 * ```ts
 * import { strategyIds } from "@vitalcore/domain/vocabulary";
 * strategyIds; // => ["protection", "empowerment"]
 * ```
 */
export const strategyIds = ["protection", "empowerment"] as const;

/** Id of a strategy. A closed set. */
export type StrategyId = (typeof strategyIds)[number];

/**
 * The two strategies and their direction.
 *
 * @example
 * ```ts
 * import { strategies } from "@vitalcore/domain/vocabulary";
 * strategies.empowerment.direction; // => "bottom-up"
 * ```
 */
export const strategies: Readonly<Record<StrategyId, Strategy>> = {
  protection: { direction: "top-down" },
  empowerment: { direction: "bottom-up" },
};
