import type { OpenSourceFreedomId } from "@vitalcore/domain/ids";
import { type Grade, lower, type PerFreedom, perFreedom } from "../freedom.js";
import {
  DEPRECATED,
  FREE_GROUPS,
  FSF_LIBRE,
  FSF_NON_FREE,
  type LicenseGroup,
  OSI_APPROVED,
  UNRATED,
} from "./groups.js";
import { LIMITED_GROUPS } from "./limited-groups.js";

/**
 * How far a copyleft reaches: `file` the files or the module themselves, `library` the library but not
 * what links to it, `strong` the whole derived work, `network` the same, and use over a network counts as
 * passing on.
 */
export type CopyleftReach = "none" | "file" | "library" | "strong" | "network";

/** What kind of limit holds a freedom back. */
export type LimitKind =
  | "non-commercial"
  | "no-derivatives"
  | "no-production-use"
  | "no-service"
  | "no-competing-use"
  | "field-of-use"
  | "ethical-use"
  | "who-may-use"
  | "fixed-parts";

/** Something in a licence that makes a freedom less than a freedom. */
export interface Limit {
  readonly kind: LimitKind;
  readonly freedoms: readonly OpenSourceFreedomId[];
  /** The freedoms are not limited but withheld. */
  readonly withholds?: boolean;
  readonly statement: string;
  /** What the licence turns into by itself, and when. */
  readonly becomes?: string;
}

/** What is asked of those who use the freedoms. */
export interface LicenseConditions {
  /** Keep the notices of copyright and licence. */
  readonly notice: boolean;
  /** Mark or document what was changed. */
  readonly changes: boolean;
  /** Give, or offer, the source with copies. */
  readonly source: boolean;
  /** Offer the source also to those who use the work over a network. */
  readonly network: boolean;
  readonly copyleft: CopyleftReach;
  /** Whether the licence grants a patent licence, says that it does not, or is silent. */
  readonly patent: "grant" | "withheld" | "silent";
}

/** Who says so: OSI, the FSF, or our own reading of the text. */
export type LicenseBasis = "osi" | "fsf" | "own-reading";

/** What is known of a licence of the SPDX License List. */
export interface LicenseFacts {
  /** In the spelling of the list. */
  readonly id: string;
  /** `null` where nobody rated it: neither OSI nor the FSF, and it was not read by us. */
  readonly grants: PerFreedom<Grade> | null;
  readonly basis: readonly LicenseBasis[];
  readonly osiApproved: boolean;
  /** `null`: the FSF has not said. */
  readonly fsfLibre: boolean | null;
  readonly conditions: LicenseConditions | null;
  readonly limits: readonly Limit[];
  /** The id is deprecated; what to write instead, "" where nothing replaces it. */
  readonly deprecatedFor?: string;
}

interface Shelf {
  readonly groups: ReadonlyMap<string, LicenseGroup>;
  readonly spelling: ReadonlyMap<string, string>;
  readonly osi: ReadonlySet<string>;
  readonly fsf: ReadonlySet<string>;
  readonly nonFree: ReadonlySet<string>;
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** The table spread out for look-ups; a constant, since nothing ever changes it. */
const SHELF: Shelf = /* @__PURE__ */ spreadOut();

function spreadOut(): Shelf {
  const groups = new Map<string, LicenseGroup>();
  const spelling = new Map<string, string>();
  for (const group of [...FREE_GROUPS, ...LIMITED_GROUPS]) {
    for (const id of words(group.ids)) groups.set(id, group);
  }
  for (const id of [...groups.keys(), ...words(UNRATED)]) spelling.set(id.toLowerCase(), id);
  return {
    groups,
    spelling,
    osi: new Set(words(OSI_APPROVED)),
    fsf: new Set(words(FSF_LIBRE)),
    nonFree: new Set(words(FSF_NON_FREE)),
  };
}

function conditionsOf(terms: string): LicenseConditions {
  const said = words(terms);
  const value = (name: string) =>
    said.find((word) => word.startsWith(`${name}:`))?.slice(name.length + 1);
  const copyleft = (value("copyleft") ?? "none") as CopyleftReach;
  return {
    notice: said.includes("notice"),
    changes: said.includes("changes"),
    source: said.includes("source"),
    network: said.includes("network") || copyleft === "network",
    copyleft,
    patent: (value("patent") as "grant" | "withheld" | undefined) ?? "silent",
  };
}

function gradeUnder(limits: readonly Limit[], freedom: OpenSourceFreedomId): Grade {
  return limits
    .filter(({ freedoms }) => freedoms.includes(freedom))
    .map(({ withholds }): Grade => (withholds === true ? "withheld" : "limited"))
    .reduce<Grade>(lower, "granted");
}

/**
 * The spelling of an id on the SPDX License List, found whatever its case (SPDX 2.3, annex D: ids match
 * without regard to case).
 *
 * @returns the id as listed, or `undefined` if the list has no such id.
 *
 * @example
 * ```ts
 * import { listedSpelling } from "@vitalcore/opensource/licenses";
 * listedSpelling("apache-2.0"); // => "Apache-2.0"
 * ```
 */
export function listedSpelling(id: string): string | undefined {
  return SHELF.spelling.get(id.toLowerCase());
}

/**
 * What is known of a licence: which freedoms it grants, on what conditions, who says so.
 *
 * @param id - an id of the SPDX License List, in any case.
 * @returns the facts; `grants` is `null` where nobody rated the licence. `undefined` if the list has no such id.
 *
 * Sources: `isOsiApproved` and `isFsfLibre` of the SPDX License List; conditions and limits are our reading of
 * the texts.
 *
 * @example
 * ```ts
 * import { licenseFacts } from "@vitalcore/opensource/licenses";
 * licenseFacts("AGPL-3.0-only")?.conditions?.copyleft; // => "network"
 * licenseFacts("BUSL-1.1")?.grants?.use; // => "limited"
 * licenseFacts("Apache-2.0")?.basis; // => ["osi", "fsf"]
 * ```
 */
export function licenseFacts(id: string): LicenseFacts | undefined {
  const listed = listedSpelling(id);
  if (listed === undefined) return undefined;
  const group = SHELF.groups.get(listed);
  const osiApproved = SHELF.osi.has(listed);
  const libre = SHELF.fsf.has(listed);
  const limits = group?.limits ?? [];
  const said: LicenseBasis[] = [
    ...(osiApproved ? ["osi" as const] : []),
    ...(libre ? ["fsf" as const] : []),
  ];
  return {
    id: listed,
    grants: group === undefined ? null : perFreedom((freedom) => gradeUnder(limits, freedom)),
    basis: said.length === 0 && group !== undefined ? ["own-reading"] : said,
    osiApproved,
    fsfLibre: libre ? true : SHELF.nonFree.has(listed) ? false : null,
    conditions: group === undefined ? null : conditionsOf(group.terms),
    limits,
    ...(Object.hasOwn(DEPRECATED, listed) && { deprecatedFor: DEPRECATED[listed] as string }),
  };
}

/**
 * All ids of the SPDX License List that are known here, deprecated ones included, in the order of the
 * alphabet without regard to case.
 *
 * @example
 * ```ts
 * import { listedLicenseIds } from "@vitalcore/opensource/licenses";
 * listedLicenseIds().includes("MIT"); // => true
 * ```
 */
export function listedLicenseIds(): readonly string[] {
  return [...SHELF.spelling.keys()].sort().map((key) => SHELF.spelling.get(key) as string);
}
