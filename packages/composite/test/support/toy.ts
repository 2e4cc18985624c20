import type { IndexMethodology } from "@vitalcore/composite";
import type { Direction, IndicatorDefinition, Observation } from "@vitalcore/domain";

/** A definition of the kind that tests need: everything but id and direction is plain. */
export function definition(
  id: string,
  direction: Direction = "higherBetter",
  more: Partial<IndicatorDefinition> = {},
): IndicatorDefinition {
  return {
    id,
    name: id,
    definition: `${id}, for a test.`,
    unit: "POINTS",
    range: [null, null],
    direction,
    home: "health",
    dimensions: ["health"],
    digital: false,
    status: "experimental",
    ...more,
  };
}

/** An observation of 2018. */
export function observation(
  indicator: string,
  area: string,
  value: number | null,
  more: Partial<Observation> = {},
): Observation {
  return { indicator, area, period: "2018", value, unit: "POINTS", ...more };
}

/** A methodology around nodes. */
export function methodology(
  nodes: IndexMethodology["nodes"],
  more: Partial<IndexMethodology> = {},
): IndexMethodology {
  return { kind: "IndexMethodology", version: 1, id: "toy", title: "Toy", nodes, ...more };
}

/**
 * Two groups under the index: `wealth` (income, logarithmic; jobs) and `health` (life; deaths, where more is
 * worse), scored 1 to 100; geometric at the top.
 */
export const toy: IndexMethodology = methodology(
  [
    { id: "index", label: "Index", aggregate: { method: "geometric", atLeast: 1 } },
    { id: "wealth", parent: "index", weight: 1 },
    { id: "health", parent: "index", weight: 3 },
    {
      id: "income",
      parent: "wealth",
      indicator: "income",
      normalize: { transform: "ln", worst: 100, best: 10000 },
    },
    { id: "jobs", parent: "wealth", indicator: "jobs", normalize: { worst: 0, best: 50 } },
    {
      id: "life",
      parent: "health",
      indicator: "life",
      weight: 2,
      normalize: { worst: 40, best: 80 },
    },
    {
      id: "deaths",
      parent: "health",
      indicator: "deaths",
      weight: 1,
      normalize: { worst: 100, best: 0 },
    },
  ],
  { normalize: { method: "goalposts", scale: [1, 100] }, aggregate: { atLeast: 0.5 } },
);

/** The definitions of the toy. */
export const toyDefinitions: readonly IndicatorDefinition[] = [
  definition("income", "higherBetter", { range: [0, null] }),
  definition("jobs"),
  definition("life"),
  definition("deaths", "higherWorse"),
];

/** Three units; BBB has no jobs, CCC neither life nor deaths. */
export const toyData: {
  readonly unit: readonly string[];
  readonly income: readonly number[];
  readonly jobs: readonly (number | null)[];
  readonly life: readonly (number | null)[];
  readonly deaths: readonly (number | null)[];
} = {
  unit: ["AAA", "BBB", "CCC"],
  income: [1000, 10000, 50],
  jobs: [25, null, 10],
  life: [60, 70, null],
  deaths: [50, 20, null],
};
