import { type Cell, type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";
import { listOf } from "../design/design-spec.js";
import { type FrameStage, frameStage } from "../kernels/sample-frame.js";
import { Numbering, textOf } from "./numbering.js";
import { keyColumns, type StatisticsPlan } from "./plan.js";
import type { UnitTable } from "./unit-table.js";

/** The frame of a sample, as a unit table tells it. */
export interface TableFrame {
  readonly stages: FrameStage[];
  readonly unitOfRow: Int32Array;
  readonly psuOfRow: Int32Array;
  readonly stratumLabel: (stratum: number) => string;
}

/** The frame of a sample, from the keys of its unit table. */
export function frameOf(table: UnitTable, plan: StatisticsPlan): TableFrame {
  const { strata, clusters } = keyColumns(plan);
  const { nest = false, ultimateCluster = false } = plan.design;
  const finite = listOf(plan.design.fpc).length > 0;
  const findings: Finding[] = [];
  const stages: FrameStage[] = [];
  let parent = new Int32Array(table.length);
  let parents = 1;
  let unitOfRow = parent;
  let psuOfRow = parent;
  let labels: (stratum: number) => string = () => "all";
  const last = finite && !ultimateCluster ? clusters.length : 1;
  for (let s = 0; s < last; s++) {
    const stratumKeys = s < strata.length ? table.keys[s] : undefined;
    const clusterKeys = table.keys[strata.length + s]!;
    const strataCodes = new Numbering();
    const unitCodes = new Numbering();
    const stratumOfRow = new Int32Array(table.length);
    const unit = new Int32Array(table.length);
    for (let i = 0; i < table.length; i++) {
      const stratum = stratumKeys === undefined ? [parent[i]!] : [parent[i]!, stratumKeys[i]!];
      stratumOfRow[i] = strataCodes.code(textOf(stratum), i);
      const nested = s > 0 || (nest && strata.length > 0);
      const key: Cell[] = nested ? [stratumOfRow[i]!, clusterKeys[i]!] : [clusterKeys[i]!];
      unit[i] = unitCodes.code(textOf(key), i);
      const first = unitCodes.first[unit[i]!]!;
      if (stratumOfRow[first] !== stratumOfRow[i]) {
        const facts = {
          cluster: `of row ${i + 1} of the unit table`,
          stratum: `that of row ${first + 1}`,
          otherStratum: "another",
        };
        const place = { column: clusters[s]!, row: i + 1 };
        findings.push(find("survey/clusters-not-nested", { place, facts }));
      }
    }
    throwIfErrors(findings.slice(0, 1));
    const units = unitCodes.first.length;
    const stratumOfUnit = Int32Array.from(unitCodes.first, (row) => stratumOfRow[row]!);
    const above = parent;
    const shape = {
      units,
      strata: strataCodes.first.length,
      stratumOfUnit,
      parentOfStratum: Int32Array.from(strataCodes.first, (row) => above[row]!),
      parents,
    };
    const sizes = table.fpc[s];
    const plain = frameStage(shape);
    const fraction =
      finite && sizes !== undefined ? fractions(sizes, unitCodes.first, plain) : undefined;
    stages.push(fraction === undefined ? plain : frameStage({ ...shape, fraction }));
    if (s === 0) {
      psuOfRow = unit;
      const firstOf = strataCodes.first;
      labels = (stratum) =>
        stratumKeys === undefined ? "all" : String(stratumKeys[firstOf[stratum]!]);
    }
    parent = unit;
    parents = units;
    unitOfRow = unit;
  }
  return { stages, unitOfRow, psuOfRow, stratumLabel: labels };
}

function fractions(sizes: Float64Array, first: readonly number[], stage: FrameStage): Float64Array {
  const given = first.map((row) => sizes[row]!);
  const isSize = given.some((size) => size > 1);
  return Float64Array.from(given, (size, u) =>
    isSize ? stage.sampled[stage.stratumOfUnit[u]!]! / size : size,
  );
}
