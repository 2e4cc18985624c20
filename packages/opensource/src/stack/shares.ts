import { openSourceFreedomIds } from "@vitalcore/domain/ids";
import type { Exercisable } from "../assessment/assess-freedoms.js";
import type { AllFour } from "../assessment/combine.js";
import { type PerFreedom, perFreedom, type Standing } from "../freedom.js";
import type { LicenseOutcome } from "./license-cache.js";

/** The share of components that grant a freedom, between what is certain and what is possible. */
export interface ShareBounds {
  /** Components that certainly grant it, of all; 0 to 1. */
  readonly lower: number;
  /** Components that certainly or possibly grant it, of all; 0 to 1. */
  readonly upper: number;
}

/** One freedom over many components. */
export interface FreedomShare {
  /** Components by what their licence grants. */
  readonly standing: Readonly<Record<Standing, number>>;
  /** Components by whether the freedom can be made use of. */
  readonly exercisable: Readonly<Record<Exercisable, number>>;
  /** `null` where there are no components. */
  readonly share: ShareBounds | null;
}

/** Shares of a stack, or of one level of it. */
export interface StackShares {
  /** Components counted. */
  readonly n: number;
  readonly freedoms: PerFreedom<FreedomShare>;
  /** Components whose licence grants all four freedoms by one choice. */
  readonly allFour: Readonly<Record<AllFour, number>> & { readonly share: ShareBounds | null };
}

/** Counts components freedom by freedom. */
export class ShareCounter {
  private n = 0;
  private readonly standing = perFreedom(() => ({
    granted: 0,
    limited: 0,
    withheld: 0,
    unknown: 0,
  }));
  private readonly exercisable = perFreedom(() => ({ yes: 0, limited: 0, no: 0, unknown: 0 }));
  private readonly possible = { inspect: 0, use: 0, modify: 0, distribute: 0 };
  private readonly allFour = { yes: 0, no: 0, unknown: 0 };

  add({ freedoms, allFour }: LicenseOutcome): void {
    this.n++;
    this.allFour[allFour]++;
    for (const freedom of openSourceFreedomIds) {
      const { standing, exercisable, atMost } = freedoms[freedom];
      this.standing[freedom][standing]++;
      this.exercisable[freedom][exercisable]++;
      if (atMost === "granted") this.possible[freedom]++;
    }
  }

  shares(): StackShares {
    const { n, allFour } = this;
    const bounds = (certain: number, possible: number): ShareBounds | null =>
      n === 0 ? null : { lower: certain / n, upper: possible / n };
    return {
      n,
      freedoms: perFreedom((freedom) => ({
        standing: { ...this.standing[freedom] },
        exercisable: { ...this.exercisable[freedom] },
        share: bounds(this.standing[freedom].granted, this.possible[freedom]),
      })),
      allFour: { ...allFour, share: bounds(allFour.yes, allFour.yes + allFour.unknown) },
    };
  }
}
