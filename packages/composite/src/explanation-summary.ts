import type { Cell, Summary } from "@vitalcore/core";
import type { ExplainedNode, IndexExplanation } from "./explain.js";
import type { PooledScore } from "./index-result.js";

/** Two spaces that HTML does not fold into one. */
const INDENT = "\u00A0\u00A0";

/** An explanation as a table of its nodes, indented by depth. */
export function summarizeExplanation(explanation: IndexExplanation): Summary {
  const { title, label, rank, of, score, pooled, nodes } = explanation;
  const row = (node: ExplainedNode): Cell[] => [
    `${INDENT.repeat(node.depth)}${node.label}`,
    shortened(node.value?.value ?? null),
    node.value?.period ?? null,
    node.value?.share ?? null,
    node.score,
    node.usedWeight,
    node.contribution,
    node.reason ?? howFound(node) ?? clampNote(node),
  ];
  return {
    title: `${title}: ${label}`,
    facts: [
      ["rank", rank === null ? "not ranked" : `${rank} of ${of}`],
      ["score", score === null ? null : Number(score.toFixed(2))],
      ...(pooled === undefined ? [] : pooledFacts(pooled)),
    ],
    tables: [
      {
        columns: [
          { name: "node" },
          { name: "value", kind: "number" },
          { name: "period", kind: "text" },
          { name: "share", kind: "number", digits: 3 },
          { name: "score", kind: "number", digits: 2 },
          { name: "weight", kind: "number", digits: 3 },
          { name: "adds", kind: "number", digits: 3 },
          { name: "how", kind: "text" },
        ],
        rows: nodes.map(row),
      },
    ],
    notes: [
      "share: of the way from the worst to the best goalpost. weight: among the siblings that have a score. adds: to the weighted sum of scores (arithmetic), of their logarithms (geometric) or of their reciprocals (harmonic) above.",
    ],
  };
}

type Fact = readonly [label: string, value: Cell];

function pooledFacts({ sets, score, standardError, ranks }: PooledScore): readonly Fact[] {
  return [
    [`mean score of ${sets} draws`, Number(score.toFixed(2))],
    ["its standard error", Number(standardError.toPrecision(2))],
    ["ranks in the draws", `${ranks[0]} to ${ranks[1]}`],
  ];
}

/** The mean of a group, and where its weights are from if they were not given. */
function howFound({ mean, weighting }: ExplainedNode): string | null {
  if (mean === null || weighting === undefined) return mean;
  const { method, units } = weighting;
  return `${mean}, weights by ${method}${units === 0 ? "" : ` of ${units} units`}`;
}

/** Six digits tell a reader what a value is; all of them are in the data. */
function shortened(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(6));
}

function clampNote({ value }: ExplainedNode): string | null {
  return value?.clamped === undefined ? null : `scores as the ${value.clamped} goalpost`;
}
