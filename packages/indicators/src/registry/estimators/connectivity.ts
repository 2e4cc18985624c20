import type { Cell } from "@vitalcore/core";
import { type EstimateLike, observe } from "@vitalcore/domain";
import type { DesignSpec } from "@vitalcore/survey";
import * as z from "zod";
import {
  type ConnectivityEstimateId,
  connectivityEstimates,
  offlineByBarrier,
} from "../../microdata/connectivity-estimates.js";
import { type GroupGapEstimate, groupGapEstimate } from "../../microdata/group-gap.js";
import type { Trait } from "../../microdata/traits.js";
import { once } from "../calculator.js";
import {
  type Estimator,
  type EstimatorEntry,
  estimationOf,
  estimator,
  joined,
} from "../estimator.js";
import { label, sample, trait } from "../survey-shapes.js";

/** What an indicator needs to have been asked, beside use. */
const NEEDS: Readonly<Record<ConnectivityEstimateId, readonly TraitName[]>> = {
  "internet-use": ["uses"],
  "offline-share": ["uses"],
  "mobile-broadband-coverage": ["uses", "covered"],
  "coverage-gap": ["uses", "covered"],
  "usage-gap": ["uses", "covered"],
  "usage-gap-covered": ["uses", "covered"],
  "device-ownership": ["uses", "device"],
  "device-gap": ["uses", "covered", "device"],
  "skills-basic": ["uses", "skills"],
  "skills-gap": ["uses", "skills"],
  "skills-use-gap": ["uses", "skills"],
  "quality-gap": ["uses", "quality"],
  "meaningful-connectivity": ["uses", "meaningful"],
  "meaningful-connectivity-gap": ["uses", "meaningful"],
};

type TraitName = "uses" | "covered" | "device" | "skills" | "quality" | "meaningful";

/** Estimators of connectivity by id. */
export function connectivityEstimators(): readonly EstimatorEntry[] {
  const shares = Object.keys(NEEDS) as ConnectivityEstimateId[];
  return [
    ...shares.map((id): EstimatorEntry => [id, shareOf(id)]),
    ["gender-gap-absolute", gap("absolute")],
    ["gender-gap-relative", gap("relative")],
    ["gender-parity-score", gap("score")],
    ["mobile-ownership-gender-gap", gap("absolute")],
    ["mobile-ownership-gender-gap-relative", gap("relative")],
    ["mobile-ownership-parity-score", gap("score")],
    ["urban-rural-gap", gap("absolute")],
    ["urban-rural-ratio", gap("ratio")],
    ["generational-gap", gap("absolute")],
    ["income-gap-internet", gap("absolute")],
    ["disability-gap-internet", gap("absolute")],
    ["connectivity-gap-decomposition", decomposition()],
  ];
}

function shareOf(id: ConnectivityEstimateId): Estimator {
  const shape = Object.fromEntries(NEEDS[id].map((name) => [name, trait])) as Record<
    TraitName,
    typeof trait
  >;
  return estimator(shape, (inputs) => {
    const traits = Object.fromEntries(
      NEEDS[id].map((name) => [name, (inputs as Record<TraitName, unknown>)[name]]),
    ) as { readonly uses: Trait };
    const { data, design } = inputs;
    const { shares, findings } = connectivityEstimates(
      data,
      design as DesignSpec,
      traits,
      estimationOf(inputs),
    );
    return { parts: [{ estimates: shares[id] ?? [] }], findings };
  });
}

function gapInputs() {
  return z.strictObject({
    data: sample.data,
    design: sample.design,
    universe: sample.universe,
    level: sample.level,
    trait,
    by: z.string().min(1),
    group: label,
    reference: label,
  });
}

/** Women, rural, old, poor people or people with disability against the others: the definition says which is which. */
function gap(form: "absolute" | "relative" | "score" | "ratio"): Estimator {
  const schema = once(gapInputs);
  type Inputs = z.infer<ReturnType<typeof gapInputs>>;
  return {
    get inputs() {
      return schema();
    },
    told: (inputs) => {
      const { by, group, reference } = inputs as Inputs;
      return { by, group, reference };
    },
    estimate: (given, { definition, context }) => {
      const { data, design, level, by, group, reference, ...rest } = given as Inputs;
      const [first, second] = form === "ratio" ? [reference, group] : [group, reference];
      const found = groupGapEstimate(
        data,
        design as DesignSpec,
        rest.trait as Trait,
        { by, group: first as Cell, reference: second as Cell },
        level === undefined ? {} : { level },
      );
      const estimate = inForm(found, form);
      const isMissing = estimate.value === null && context.status === undefined;
      return joined(
        [observe(definition, estimate, isMissing ? { ...context, status: "M" } : context)],
        [],
      );
    },
  };
}

function inForm(
  { absolute, relative, score, level }: GroupGapEstimate,
  form: "absolute" | "relative" | "score" | "ratio",
): EstimateLike {
  const bounded = { absolute, relative, score, ratio: score }[form];
  const scale =
    form === "absolute" || form === "relative"
      ? { scale: "proportion" as const }
      : { unit: "RATIO" };
  if (bounded === null) return { value: null, ...scale };
  const { value, lower, upper } = bounded;
  return {
    value,
    interval: { lower, upper, level },
    ...(form === "absolute" && { standardError: absolute.standardError }),
    ...scale,
  };
}

function decomposition(): Estimator {
  const barriers = () => z.array(z.strictObject({ name: z.string().min(1), has: trait })).min(1);
  return estimator(
    () => ({ uses: trait, barriers: barriers() }),
    (inputs) => {
      const { data, design, uses } = inputs;
      const { shares, findings } = offlineByBarrier(
        data,
        design as DesignSpec,
        uses as Trait,
        inputs.barriers as { name: string; has: Trait }[],
        estimationOf(inputs),
      );
      return {
        parts: Object.entries(shares).map(([barrier, estimates]) => ({
          estimates,
          breakdown: { barrier },
        })),
        findings,
      };
    },
  );
}
