import type { OpenSourceFreedomId } from "@vitalcore/domain/ids";
import type { LicenseLeaf } from "../expression/license-expression.js";
import { type Grade, type GradeBounds, lower, type PerFreedom, perFreedom } from "../freedom.js";
import { exceptionFacts } from "../licenses/exceptions.js";
import {
  type LicenseConditions,
  type LicenseFacts,
  type Limit,
  licenseFacts,
} from "../licenses/license-facts.js";

/** Why a licence's standing is what it is. */
export type FreedomReasonKind =
  | "osi-approved"
  | "fsf-libre"
  | "own-reading"
  | "limit"
  | "no-license"
  | "not-asserted"
  | "not-on-list"
  | "not-rated"
  | "unknown-addition";

/** One licence's say on one freedom. */
export interface FreedomReason {
  readonly kind: FreedomReasonKind;
  readonly license: string;
  readonly statement: string;
}

/** What one licence of an expression contributes. */
export interface LeafAssessment {
  readonly bounds: PerFreedom<GradeBounds>;
  readonly reasons: PerFreedom<FreedomReason>;
  /** `null` where nothing is known of the licence. */
  readonly conditions: LicenseConditions | null;
  readonly limits: readonly Limit[];
  readonly facts: LicenseFacts | undefined;
  /** Why the licence could not be rated, where it could not. */
  readonly unknownBecause?: string;
}

const NOTHING_KNOWN: GradeBounds = { atLeast: "withheld", atMost: "granted" };

function same(bounds: GradeBounds): PerFreedom<GradeBounds> {
  return perFreedom(() => bounds);
}

function unrated(
  license: string,
  kind: FreedomReasonKind,
  statement: string,
  facts?: LicenseFacts,
): LeafAssessment {
  return {
    bounds: same(NOTHING_KNOWN),
    reasons: perFreedom(() => ({ kind, license, statement })),
    conditions: null,
    limits: [],
    facts,
    unknownBecause: statement,
  };
}

/** Without a licence copyright law reserves everything (Berne Convention, articles 8, 9 and 12). */
function unlicensed(): LeafAssessment {
  const statement = "No licence: copyright reserves all rights.";
  return {
    bounds: same({ atLeast: "withheld", atMost: "withheld" }),
    reasons: perFreedom(() => ({ kind: "no-license", license: "NONE", statement })),
    conditions: null,
    limits: [],
    facts: undefined,
  };
}

/** What one licence, with what is attached to it, grants and asks. */
export function assessLeaf(leaf: LicenseLeaf): LeafAssessment {
  if (leaf.id === "NONE") return unlicensed();
  if (leaf.id === "NOASSERTION")
    return unrated(leaf.id, "not-asserted", "The licence is not stated.");
  const facts = licenseFacts(leaf.id);
  if (facts === undefined)
    return unrated(
      leaf.id,
      "not-on-list",
      "The licence is not on the list of licences known here.",
    );
  if (facts.grants === null || facts.conditions === null)
    return unrated(
      leaf.id,
      "not-rated",
      "Neither OSI nor the FSF rated the licence, and it was not read here.",
      facts,
    );
  return ratedLeaf(leaf, facts, facts.grants, facts.conditions);
}

function ratedLeaf(
  leaf: LicenseLeaf,
  facts: LicenseFacts,
  grants: PerFreedom<Grade>,
  conditions: LicenseConditions,
): LeafAssessment {
  const attached = leaf.exception;
  const exception = attached === undefined ? undefined : exceptionFacts(attached);
  const limits = [...facts.limits, ...(exception?.limit === undefined ? [] : [exception.limit])];
  const unknownAddition = attached !== undefined && exception === undefined;
  const atMost = (freedom: OpenSourceFreedomId): Grade =>
    exception?.limit?.freedoms.includes(freedom) === true
      ? lower(grants[freedom], "limited")
      : grants[freedom];
  return {
    bounds: perFreedom((freedom) => ({
      atLeast: unknownAddition ? "withheld" : atMost(freedom),
      atMost: atMost(freedom),
    })),
    reasons: perFreedom((freedom) =>
      unknownAddition
        ? {
            kind: "unknown-addition",
            license: facts.id,
            statement: `What ${attached} adds is not known; additions may also restrict.`,
          }
        : reasonOf(facts, limits, freedom),
    ),
    conditions: exception?.linking === true ? softened(conditions) : conditions,
    limits,
    facts,
    ...(unknownAddition && { unknownBecause: `what ${attached} adds is not known` }),
  };
}

function softened(conditions: LicenseConditions): LicenseConditions {
  return conditions.copyleft === "strong" ? { ...conditions, copyleft: "library" } : conditions;
}

function reasonOf(
  facts: LicenseFacts,
  limits: readonly Limit[],
  freedom: OpenSourceFreedomId,
): FreedomReason {
  const license = facts.id;
  const limit = limits.find(({ freedoms }) => freedoms.includes(freedom));
  if (limit !== undefined) {
    const later = limit.becomes === undefined ? "" : ` Becomes ${limit.becomes}.`;
    return { kind: "limit", license, statement: `${limit.statement}${later}` };
  }
  if (facts.osiApproved)
    return {
      kind: "osi-approved",
      license,
      statement: "Approved by the Open Source Initiative.",
    };
  if (facts.fsfLibre === true)
    return {
      kind: "fsf-libre",
      license,
      statement: "A free licence in the list of the Free Software Foundation.",
    };
  return {
    kind: "own-reading",
    license,
    statement: "Granted, in our reading of the text; neither OSI nor the FSF says so.",
  };
}
