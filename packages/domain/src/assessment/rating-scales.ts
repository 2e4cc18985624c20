import type { ThreatCriterionId } from "../vocabulary/threat-criteria.js";

/** One answer on a scale, and what it means. */
export interface RatingLevel {
  /** 0 to 4 on ordinal scales, a word on others. */
  readonly value: number | string;
  readonly anchor: string;
}

/** How a criterion is rated. */
export interface RatingScale {
  /** Ordinal scores have an order and no distances: do not average them over criteria. */
  readonly kind: "ordinal" | "choice";
  readonly levels: readonly RatingLevel[];
}

const ordinal = (...anchors: readonly string[]): RatingScale => ({
  kind: "ordinal",
  levels: anchors.map((anchor, value) => ({ value, anchor })),
});

const choice = (...levels: readonly (readonly [string, string])[]): RatingScale => ({
  kind: "choice",
  levels: levels.map(([value, anchor]) => ({ value, anchor })),
});

/**
 * Scales for the criteria by which threats are judged, with anchors. They are ours: the founding texts name
 * the criteria and give no numbers. No ratings of places or groups ship with them.
 *
 * @example
 * ```ts
 * import { ratingScales } from "@vitalcore/domain/assessment";
 * ratingScales.critical.levels[4]?.anchor; // => "Death, or harm for life, is to be expected."
 * ratingScales["internal-or-external"].levels.map(({ value }) => value); // => ["internal", "external", "both"]
 * ```
 */
export const ratingScales: Readonly<Record<ThreatCriterionId, RatingScale>> = {
  critical: /* @__PURE__ */ ordinal(
    "No harm is seen.",
    "Harm that people make good by themselves.",
    "Harm that people make good with help.",
    "Lasting harm to survival, livelihood or dignity.",
    "Death, or harm for life, is to be expected.",
  ),
  pervasive: /* @__PURE__ */ ordinal(
    "It does not occur.",
    "It occurred once.",
    "It returns at times.",
    "It returns most years or seasons.",
    "It never ends.",
  ),
  widespread: /* @__PURE__ */ ordinal(
    "Nobody is reached.",
    "Single people or households.",
    "Some places or groups.",
    "Most places or groups.",
    "Nearly everyone.",
  ),
  "cross-cutting": /* @__PURE__ */ ordinal(
    "No dimension is touched.",
    "One dimension.",
    "Two dimensions.",
    "Three or four dimensions.",
    "Five dimensions or more.",
  ),
  current: /* @__PURE__ */ choice(
    ["yes", "At work in the period."],
    ["past", "At work before the period, and not in it."],
    ["no", "Not at work so far."],
  ),
  emerging: /* @__PURE__ */ choice(
    ["growing", "Signs that it takes shape or grows."],
    ["steady", "No change is seen."],
    ["receding", "Signs that it declines."],
  ),
  sudden: /* @__PURE__ */ choice(
    ["sudden", "Arrives within days or weeks and reverses what was gained."],
    ["gradual", "Builds up over months or years."],
  ),
  transnational: /* @__PURE__ */ choice(
    ["yes", "Causes or harm cross a border."],
    ["no", "Causes and harm lie within one country."],
  ),
  "internal-or-external": /* @__PURE__ */ choice(
    ["internal", "Root causes lie inside the country."],
    ["external", "Root causes lie outside the country."],
    ["both", "Root causes lie inside and outside."],
  ),
};
