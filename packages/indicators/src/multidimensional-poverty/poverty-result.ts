import type { Finding } from "@vitalcore/core";
import { defineResult, type ResultKind, type Summary } from "@vitalcore/core";
import type { CutoffMeasures, PovertyMeasures } from "./measures.js";
import type { PovertySpecification } from "./specification.js";

/** Multidimensional poverty in one group. */
export interface PovertyGroup extends PovertyMeasures {
  readonly group: string;
  readonly n: number;
  readonly nMissing: number;
  /** Share of the population measured. */
  readonly populationShare: number;
  /** Share of the adjusted headcount; `null` where nobody is poor. */
  readonly contribution: number | null;
}

/** Multidimensional poverty with everything that the measures of Alkire and Foster say about it. */
export interface MultidimensionalPoverty extends PovertyMeasures {
  readonly kind: "MultidimensionalPoverty";
  readonly version: number;
  readonly specification: PovertySpecification;
  /** Rows used, and rows left out since a deprivation was missing. */
  readonly n: number;
  readonly nMissing: number;
  /** Sum of the weights of the rows used. */
  readonly population: number;
  /** The main measures at every cutoff that can tell people apart. */
  readonly cutoffs: readonly CutoffMeasures[];
  /** In order of first appearance; empty if none were asked for. */
  readonly groups: readonly PovertyGroup[];
  readonly findings: readonly Finding[];
}

function summarize(result: MultidimensionalPoverty): Summary {
  const { specification, headcount, intensity, adjustedHeadcount, groups, indicators } = result;
  const percent = (share: number | null) => (share === null ? null : 100 * share);
  const number = (name: string, digits: number) => ({ name, kind: "number" as const, digits });
  return {
    title: `${specification.name}: ${adjustedHeadcount.toFixed(3)}`,
    facts: [
      ["poor (H, %)", percent(headcount)?.toFixed(2) ?? null],
      ["intensity (A, %)", percent(intensity)?.toFixed(2) ?? null],
      ["rows used", result.n],
      ["rows left out", result.nMissing],
    ],
    tables: [
      {
        caption: "Deprivations, % of the population",
        columns: [
          { name: "indicator" },
          number("all", 1),
          number("poor and deprived", 1),
          number("contribution, %", 1),
        ],
        rows: indicators.map(({ id, uncensored, censored, contribution }) => [
          id,
          percent(uncensored),
          percent(censored),
          percent(contribution),
        ]),
      },
      ...(groups.length === 0
        ? []
        : [
            {
              caption: "Groups",
              columns: [
                { name: "group" },
                number("index", 3),
                number("poor, %", 1),
                number("population, %", 1),
                number("contribution, %", 1),
              ],
              rows: groups.map((group) => [
                group.group,
                group.adjustedHeadcount,
                percent(group.headcount),
                percent(group.populationShare),
                percent(group.contribution),
              ]),
            },
          ]),
    ],
    notes: result.findings.map(({ message }) => message),
  };
}

/** How results of multidimensional poverty are made, shown and read back. */
export const multidimensionalPovertyResult: ResultKind<MultidimensionalPoverty> =
  /* @__PURE__ */ defineResult<MultidimensionalPoverty>({
    kind: "MultidimensionalPoverty",
    version: 1,
    summarize,
  });
