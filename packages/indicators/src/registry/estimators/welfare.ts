import type { DesignSpec, Estimate } from "@vitalcore/survey";
import * as z from "zod";
import { foodInsecurityEstimates } from "../../microdata/food-insecurity-estimates.js";
import { incomePovertyEstimates } from "../../microdata/income-poverty-estimates.js";
import { inequalityEstimates } from "../../microdata/inequality-estimates.js";
import { itemScaleEstimates } from "../../microdata/item-scale-estimates.js";
import { multidimensionalPovertyEstimates } from "../../microdata/poverty-estimates.js";
import { specificationParameters } from "../../multidimensional-poverty/observations.js";
import {
  globalMpi,
  type PovertySpecification,
} from "../../multidimensional-poverty/specification.js";
import type { ItemScale } from "../../perception/item-scale.js";
import { internationalLines } from "../../poverty/income-poverty.js";
import { type Estimator, type EstimatorEntry, estimationOf, estimator } from "../estimator.js";

const column = /* @__PURE__ */ z.string().min(1);
const size = /* @__PURE__ */ z.exactOptional(column);

/** Estimators of poverty, inequality, food insecurity and perceived insecurity by id. */
export function welfareEstimators(): readonly EstimatorEntry[] {
  return [
    ["national-poverty-rate", nationalPoverty()],
    ["extreme-poverty-rate", extremePoverty()],
    ["gini", giniIndex()],
    ["multidimensional-poverty", multidimensional("adjustedHeadcount")],
    ["multidimensional-poverty-headcount", multidimensional("headcount")],
    ["multidimensional-poverty-intensity", multidimensional("intensity")],
    ["food-insecurity-fies", foodInsecure()],
    ["perceived-insecurity", perceived()],
  ];
}

const sizeOf = (given: string | undefined) => (given === undefined ? {} : { size: given });

function poverty(
  inputs: { readonly data: Readonly<Record<string, readonly unknown[]>> } & Parameters<
    typeof estimationOf
  >[0] & { readonly income: string; readonly size?: string; readonly design: object },
  line: Parameters<typeof incomePovertyEstimates>[2]["line"],
) {
  const { headcount } = incomePovertyEstimates(inputs.data as never, inputs.design as DesignSpec, {
    income: inputs.income,
    line,
    ...sizeOf(inputs.size),
    ...estimationOf(inputs),
  });
  const estimates = headcount.map((estimate): Estimate => ({ ...estimate, scale: "proportion" }));
  return { parts: [{ estimates }], findings: [] };
}

/** At a line in money, or a share of the median. */
function nationalPoverty(): Estimator {
  const line = () =>
    z.union([z.number().positive(), z.strictObject({ shareOfMedian: z.number().positive() })]);
  return estimator(
    () => ({ income: column, size, line: line() }),
    (inputs) =>
      poverty(
        inputs,
        typeof inputs.line === "number"
          ? inputs.line
          : { of: "median", share: inputs.line.shareOfMedian },
      ),
    ({ line: given, size: heads }) =>
      typeof given === "number"
        ? { line: given, size: heads }
        : { "line.shareOfMedian": given.shareOfMedian, size: heads },
  );
}

/** At the international line of the price base of the incomes. */
function extremePoverty(): Estimator {
  return estimator(
    () => ({ income: column, size, base: z.literal([2011, 2017, 2021]) }),
    (inputs) => poverty(inputs, lineOf(inputs.base)),
    ({ base, size: heads }) => ({ base, line: lineOf(base), size: heads }),
  );
}

function lineOf(year: number): number {
  const { line } = internationalLines.find(
    ({ base }) => base === year,
  ) as (typeof internationalLines)[number];
  return line;
}

function giniIndex(): Estimator {
  return estimator(
    { income: column, size },
    (inputs) => {
      const { gini } = inequalityEstimates(inputs.data, inputs.design as DesignSpec, {
        income: inputs.income,
        aversions: [],
        ...sizeOf(inputs.size),
        ...estimationOf(inputs),
      });
      return { parts: [{ estimates: gini.map(outOfHundred) }], findings: [] };
    },
    ({ size: heads }) => ({ size: heads }),
  );
}

/** The catalogue has the coefficient from 0 to 100. */
function outOfHundred(estimate: Estimate): Estimate {
  const { value, standardError, interval } = estimate;
  const times = (number: number | null) => (number === null ? null : 100 * number);
  return {
    ...estimate,
    value: times(value),
    standardError: times(standardError),
    interval: interval && {
      ...interval,
      lower: times(interval.lower),
      upper: times(interval.upper),
    },
    scale: "number",
  };
}

function multidimensional(measure: "adjustedHeadcount" | "headcount" | "intensity"): Estimator {
  return estimator(
    () => ({ specification: z.exactOptional(z.looseObject({})), size }),
    (inputs) => {
      const found = multidimensionalPovertyEstimates(
        inputs.data,
        (inputs.specification as PovertySpecification | undefined) ?? globalMpi,
        inputs.design as DesignSpec,
        { ...sizeOf(inputs.size), ...estimationOf(inputs) },
      );
      const scale = measure === "adjustedHeadcount" ? "number" : "proportion";
      const estimates = found[measure].map((estimate): Estimate => ({ ...estimate, scale }));
      return { parts: [{ estimates }], findings: [] };
    },
    ({ specification, size: heads }) => ({
      ...specificationParameters((specification as PovertySpecification | undefined) ?? globalMpi),
      size: heads,
    }),
  );
}

function foodInsecure(): Estimator {
  return estimator(
    () => ({ items: z.array(column).length(8), size }),
    (inputs) => {
      const { moderateOrSevere } = foodInsecurityEstimates(
        inputs.data,
        inputs.design as DesignSpec,
        { items: inputs.items, ...sizeOf(inputs.size), ...estimationOf(inputs) },
      );
      return { parts: [{ estimates: moderateOrSevere }], findings: [] };
    },
    ({ size: heads }) => ({ size: heads }),
  );
}

function perceived(): Estimator {
  return estimator(
    () => ({ scale: scaleShape() }),
    (inputs) => {
      const { index, findings } = itemScaleEstimates(
        inputs.data,
        inputs.scale as ItemScale,
        inputs.design as DesignSpec,
        estimationOf(inputs),
      );
      const estimates = index.map((estimate): Estimate => ({ ...estimate, scale: "number" }));
      return { parts: [{ estimates }], findings };
    },
    (inputs) => ({ scale: inputs.scale.id }),
  );
}

/** An index of items, as data. */
function scaleShape() {
  const weight = z.exactOptional(z.number().min(0));
  const item = z.strictObject({
    column,
    scores: z.record(z.string(), z.number().min(0).max(1)),
    missing: z.exactOptional(z.array(z.string())),
    weight,
  });
  return z.strictObject({
    id: column,
    name: column,
    dimensions: z.array(z.strictObject({ id: column, items: z.array(item).min(1), weight })).min(1),
    leastAnswered: z.exactOptional(z.number().gt(0).max(1)),
    source: z.exactOptional(z.string()),
  });
}
