import { type Column, type Finding, tableFrom, tableOf } from "@vitalcore/core";
import { indicators } from "@vitalcore/domain/indicators";
import type { DesignSpec } from "@vitalcore/survey";
import * as z from "zod";
import { sharesOf } from "../../microdata/shares.js";
import { readTrait, type Trait, where } from "../../microdata/traits.js";
import { type Estimator, type EstimatorEntry, estimationOf, estimator } from "../estimator.js";
import { trait } from "../survey-shapes.js";

/** Shares of people who answered one question in one way: every indicator of the catalogue that is that. */
export function shareEstimators(): readonly EstimatorEntry[] {
  return indicators
    .filter(({ calculator }) => calculator === "registry/microdata#estimateIndicator")
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
        tableOf(
          [
            ...table.names.map((name): [string, Column] => [name, table.column(name)]),
            ["share:trait", { kind: "boolean", values }],
          ],
          { identifying: table.identifying },
        ),
        inputs.design as DesignSpec,
        { estimates: "share:trait" },
        estimationOf(inputs),
        findings,
      );
      return { parts: [{ estimates }], findings };
    },
  );
}
