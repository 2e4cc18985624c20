import type { TableLike } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import type { GroupLabels } from "../stages/groupings.js";

/** The data of a panel, period by period. */
export interface PanelSource {
  /** Rising. */
  readonly periods: readonly string[];
  /** The data of one period. */
  of(period: string): TableLike | readonly Observation[];
  /** The data of several, each unit under a name of its own for each period: see {@link pooledName}. */
  pooled(periods: readonly string[]): TableLike | readonly Observation[];
  /** Codes of the units of a period. */
  units(period: string): readonly string[];
  /** How many values were filled from other periods, by indicator. */
  readonly filled: Readonly<Record<string, number>>;
  /** How many observations belong to none of the periods. */
  readonly outside: number;
}

/** What a unit is called where several periods are taken together. */
export function pooledName(unit: string, period: string): string {
  return `${unit} in ${period}`;
}

/** Groups of units as those of the pooled units. */
export function pooledGroups(groups: GroupLabels, periods: readonly string[]): GroupLabels {
  return Object.fromEntries(
    Object.entries(groups).map(([name, labels]) => [
      name,
      Object.fromEntries(
        Object.entries(labels).flatMap(([unit, label]) =>
          periods.map((period) => [pooledName(unit, period), label] as const),
        ),
      ),
    ]),
  );
}
