import { type Finding, tableFrom } from "@vitalcore/core";
import { indicators } from "@vitalcore/domain/indicators";
import type { DesignSpec } from "@vitalcore/survey";
import * as z from "zod";
import { sharesOf } from "../../microdata/shares.js";
import { readTrait, type Trait, where } from "../../microdata/traits.js";
import { withBooleans } from "../../microdata/with-booleans.js";
import { type Estimator, type EstimatorEntry, estimationOf, estimator } from "../estimator.js";
import { trait } from "../survey-shapes.js";

/** Shares of people or households that surveys ask for, and that other sources may give too. */
const ALSO_ASKED: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "birth-registration",
  "child-labour-rate",
  "financial-account",
  "household-internet",
  "informal-employment",
  "neet-rate",
  "safe-water",
  "social-protection-coverage",
  "stunting",
  "unemployment-rate",
  "wasting",
]);

/** Shares of people who answered one question in one way: every indicator of the catalogue that is that. */
export function shareEstimators(): readonly EstimatorEntry[] {
  return indicators
    .filter(({ id, methodKind }) => methodKind === "survey-prevalence" || ALSO_ASKED.has(id))
    .map(({ id }): EstimatorEntry => [id, share()]);
}

/** Of those in `among`, where the indicator is not of everybody. */
function share(): Estimator {
  return estimator(
    () => ({ trait, among: z.exactOptional(trait) }),
    (inputs) => {
      const table = tableFrom(inputs.data);
      const has = readTrait(table, inputs.trait as Trait);
      const values =
        inputs.among === undefined ? has : where(has, readTrait(table, inputs.among as Trait));
      const findings: Finding[] = [];
      const { estimates } = sharesOf(
        withBooleans(table, { "share:trait": values }),
        inputs.design as DesignSpec,
        { estimates: "share:trait" },
        estimationOf(inputs),
        findings,
      );
      return { parts: [{ estimates }], findings };
    },
  );
}
