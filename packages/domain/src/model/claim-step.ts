import type { Claim, Hedge, Polarity } from "../vocabulary/evidence-types.js";
import type { Reference } from "../vocabulary/kinds.js";

/** One claim on a way from cause to effect. */
export interface ClaimStep {
  readonly from: Reference;
  readonly to: Reference;
  /** Id of the claim. */
  readonly claim: string;
  readonly polarity: Polarity;
  readonly hedge: Hedge;
  /** The hedge as the text words it, where that says more. */
  readonly wording?: string;
}

/** A claim that something does not suffice leads nowhere. */
function* stepsOf(claim: Claim): Generator<ClaimStep> {
  if (claim.polarity === "insufficient") return;
  const { id, polarity, hedge, wording } = claim;
  for (const from of claim.causes) {
    for (const to of claim.effects) {
      if (from === to) continue;
      yield { from, to, claim: id, polarity, hedge, ...(wording !== undefined && { wording }) };
    }
  }
}

/** The steps that claims allow, by the cause from which they start. */
export function stepsByCause(
  claims: Iterable<Claim>,
): ReadonlyMap<Reference, readonly ClaimStep[]> {
  const steps = new Map<Reference, ClaimStep[]>();
  for (const claim of claims) {
    for (const step of stepsOf(claim)) {
      const held = steps.get(step.from);
      if (held === undefined) steps.set(step.from, [step]);
      else held.push(step);
    }
  }
  return steps;
}
