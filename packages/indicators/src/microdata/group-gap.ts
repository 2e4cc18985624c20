import { type Cell, type Column, type TableLike, tableFrom, tableOf } from "@vitalcore/core";
import { type DesignSpec, difference } from "@vitalcore/survey";
import { type Parity, parity } from "../connectivity/parity.js";
import { withValues } from "./shares.js";
import { readTrait, type Trait } from "./traits.js";

/** A number with its limits. */
export interface Bounded {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** A gap between two groups of one sample, as proportions, with limits by design. */
export interface GroupGapEstimate {
  /** Shares of the group and of the reference. */
  readonly shares: { readonly group: number; readonly reference: number };
  /** Reference minus group: negative where the group leads. */
  readonly absolute: Bounded & { readonly standardError: number };
  /** Group over reference, and the gap as a proportion of the reference; `null` where either share is 0. */
  readonly score: Bounded | null;
  readonly relative: Bounded | null;
  /** Read off the score by ITU's rule; it says nothing about how sure it is. */
  readonly verdict: Parity["verdict"];
  /** Whether parity (0.98 to 1.02) lies within the limits of the score: the sample cannot tell them apart. */
  readonly maybeParity: boolean | null;
  readonly pValue: number;
  /** Null where they are taken as infinite. */
  readonly degreesOfFreedom: number | null;
  readonly level: number;
}

/**
 * Gap, relative gap and parity score between two groups of a survey, with limits by design and the covariance of the groups kept: women and men,
 * rural and urban, old and young, with and without disability, by income or education.
 *
 * @param data - a row for each person.
 * @param design - of the sample.
 * @param trait - what is compared: use, ownership, skills.
 * @param groups - `by`: column of the groups; `group` and `reference`: its values.
 * @param options - `level` (0.95); `df`.
 * @throws VitalError as `connectivityEstimates`; `survey/option` for an unknown group.
 *
 * Source: ITU (2022), Facts and Figures, on parity from 0.98 to 1.02; Lumley (2010), Complex Surveys, section 2.4;
 * limits of the score from its logarithm.
 *
 * @example
 * ```ts
 * import { groupGapEstimate } from "@vitalcore/indicators/microdata";
 * const gap = groupGapEstimate(
 *   { psu: [1, 1, 2, 2, 3, 3, 4, 4], sex: ["F", "M", "F", "M", "F", "M", "F", "M"], online: [1, 1, 2, 1, 2, 2, 1, 1] },
 *   { clusters: "psu" },
 *   { column: "online", yes: 1, no: 2 },
 *   { by: "sex", group: "F", reference: "M" },
 * );
 * gap.absolute.value; // => 0.25
 * gap.score?.value; // => 0.666667
 * gap.verdict; // => "behind"
 * gap.maybeParity; // => true
 * ```
 */
export function groupGapEstimate(
  data: TableLike,
  design: DesignSpec,
  trait: Trait,
  groups: { readonly by: string; readonly group: Cell; readonly reference: Cell },
  options: { readonly level?: number; readonly df?: "infinite" | number } = {},
): GroupGapEstimate {
  const { by, group, reference } = groups;
  const table = tableFrom(data);
  const has = tableOf(
    [
      ...table.names.map((name): [string, Column] => [name, table.column(name)]),
      [TRAIT, { kind: "boolean", values: readTrait(table, trait) }],
    ],
    { identifying: table.identifying },
  );
  const found = difference(
    withValues(has, design, [TRAIT]),
    TRAIT,
    { by, of: [group, reference] },
    options,
  );
  const [share, of] = found.values;
  const { interval, ratio } = found;
  const { verdict } = parity({ group: share, reference: of });
  return {
    shares: { group: share, reference: of },
    absolute: {
      value: of - share,
      standardError: found.standardError,
      lower: -(interval.upper as number),
      upper: -(interval.lower as number),
    },
    score: ratio && { value: ratio.value, lower: ratio.lower, upper: ratio.upper },
    relative: ratio && {
      value: 1 - ratio.value,
      lower: 1 - ratio.upper,
      upper: 1 - ratio.lower,
    },
    verdict,
    maybeParity: ratio && ratio.lower <= 1.02 && ratio.upper >= 0.98,
    pValue: found.pValue,
    degreesOfFreedom: found.degreesOfFreedom,
    level: interval.level,
  };
}

const TRAIT = "gap:trait";
