import { defineResult, type ResultKind, type Summary } from "@vitalcore/core";
import type { RemovedElement } from "../compare/remove-elements.js";
import { formatVersion } from "../methodology.js";
import type { SamplingAdequacy } from "./consistency.js";
import type { CorrelationFlag, CorrelationPair } from "./correlations.js";
import type { HandbookStep } from "./handbook-steps.js";
import type { ImportanceParts } from "./importance-parts.js";
import type { ColumnStatistics } from "./statistics.js";

/** An indicator under audit. */
export interface AuditedIndicator {
  readonly node: string;
  readonly label: string;
  /** Of the raw values of the units in the index. */
  readonly raw: ColumnStatistics;
  /** Of the values that were normalized: after denomination, imputation and treatment. */
  readonly used: ColumnStatistics;
  /** Correlation of its scores with those of its group; `null` where it is not defined. */
  readonly withParent: number | null;
  readonly withParentPValue: number | null;
  /** The same with the index. */
  readonly withIndex: number | null;
  readonly withIndexPValue: number | null;
  /** How far it is a function of the other indicators of its group; above 10 nearly (`varianceInflation`). */
  readonly inflation: number | null;
  /** Nominal weight in the index, and share of the index's variance that goes with the indicator along a line. */
  readonly effectiveWeight: number;
  readonly importance: number | null;
  /** The same along whatever curve (`correlationRatio`). */
  readonly correlationRatio: number | null;
  /** The same in its group, split into its own part and what it shares with its siblings (`importanceParts`). */
  readonly withinGroup: ImportanceParts | null;
}

/** A group under audit. */
export interface AuditedGroup {
  readonly node: string;
  readonly label: string;
  readonly children: number;
  /** Cronbach's alpha of the scores of its children; `null` for fewer than two, or where it is not defined. */
  readonly alpha: number | null;
  /** Share of the variance of the children that their first principal component has. */
  readonly firstComponent: number | null;
  /** Components with an eigenvalue above 1. */
  readonly componentsAboveOne: number | null;
  /** Kaiser-Meyer-Olkin. */
  readonly kmo: number | null;
  /** Bartlett's test that the children have nothing in common. */
  readonly bartlett: SamplingAdequacy["bartlett"] | null;
  /** Correlation of its scores with those of the group above; `null` for the index. */
  readonly withParent: number | null;
  readonly withParentPValue: number | null;
  readonly effectiveWeight: number;
  readonly importance: number | null;
  readonly correlationRatio: number | null;
  /** As of an indicator; `null` for the index. */
  readonly withinGroup: ImportanceParts | null;
}

/** What an audit of an index found. */
export interface IndexAudit {
  readonly kind: "IndexAudit";
  readonly version: number;
  readonly title: string;
  readonly units: number;
  readonly indicators: readonly AuditedIndicator[];
  readonly groups: readonly AuditedGroup[];
  /** Pairs of indicators of a group that say the same, or work against each other. */
  readonly correlations: readonly CorrelationFlag[];
  /** Indicators and denominators of the index that go together, the values being those that are scored. */
  readonly denominators: readonly CorrelationPair[];
  /** What becomes of the ranks without each indicator, those first that matter most. */
  readonly removal: readonly Pick<
    RemovedElement,
    "node" | "meanAbsoluteChange" | "largestChange" | "largestFor"
  >[];
  /** The claims of the audit in the order of the Handbook's ten steps. */
  readonly steps: readonly HandbookStep[];
  readonly bounds: Readonly<
    Record<"alpha" | "above" | "below" | "denominators" | "inflation", number>
  >;
}

/** How audits are made, shown and read back from JSON. */
export const indexAudit: ResultKind<IndexAudit> = /* @__PURE__ */ defineResult<IndexAudit>({
  kind: "IndexAudit",
  version: formatVersion,
  summarize,
});

function summarize({ title, units, indicators, groups, steps }: IndexAudit): Summary {
  const warnings = steps.flatMap(({ step, claims }) =>
    claims.filter(({ isWarning }) => isWarning).map(({ text }) => `Step ${step}: ${text}`),
  );
  return {
    title: `Audit: ${title}`,
    facts: [
      ["units", units],
      ["indicators", indicators.length],
      ["warnings", warnings.length],
    ],
    tables: [
      {
        columns: [
          { name: "group" },
          { name: "children", kind: "number" },
          { name: "alpha", kind: "number", digits: 2 },
          { name: "first component", kind: "number", digits: 2 },
          { name: "weight", kind: "number", digits: 3 },
          { name: "importance", kind: "number", digits: 2 },
        ],
        rows: groups.map((group) => [
          group.label,
          group.children,
          group.alpha,
          group.firstComponent,
          group.effectiveWeight,
          group.importance,
        ]),
      },
    ],
    notes: warnings,
  };
}
