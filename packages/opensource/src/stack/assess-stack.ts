import { defineResult, type Finding, type Result, type ResultKind } from "@vitalcore/core";
import { type OpenSourceFreedomId, openSourceFreedomIds } from "@vitalcore/domain/ids";
import { find } from "../catalog.js";
import { FindingTally } from "../finding-tally.js";
import {
  type Grade,
  type GradeBounds,
  lower,
  type PerFreedom,
  perFreedom,
  type Standing,
  standingOf,
} from "../freedom.js";
import { LicenseCache, type LicenseOutcome } from "./license-cache.js";
import { listOf, readComponent } from "./read-component.js";
import { type ShareBounds, ShareCounter, type StackShares } from "./shares.js";
import type { StackComponent } from "./stack-component.js";

/** How a stack is assessed. */
export interface StackOptions {
  /** What licence texts that are no SPDX expressions stand for. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** How many of the weakest components are listed; 20 if left out. */
  readonly weakest?: number;
}

/** A component that does not certainly grant all four freedoms. */
export interface WeakLink {
  readonly name: string;
  readonly version: string | null;
  readonly license: string | null;
  readonly depth: number | null;
  /** The worst standing of its four freedoms: withheld, then limited, then unknown. */
  readonly worst: Standing;
  /** The freedoms that it does not certainly grant. */
  readonly lacks: readonly OpenSourceFreedomId[];
}

/** Shares of the components at one depth of dependency. */
export interface DepthShares extends StackShares {
  /** `null`: components of unknown depth. */
  readonly depth: number | null;
}

/** What the freedoms of a service's components come to. */
export interface StackAssessment extends StackShares {
  readonly kind: "StackAssessment";
  readonly version: number;
  /** The service as a whole: as free as its least free component. */
  readonly whole: PerFreedom<GradeBounds & { readonly standing: Standing }>;
  /** Components that do not certainly grant all four freedoms, worst first. */
  readonly weakest: readonly WeakLink[];
  readonly weakLinks: number;
  /** By depth, shallow first; empty if no component has a depth. */
  readonly byDepth: readonly DepthShares[];
  readonly withoutLicense: number;
  readonly unreadableLicenses: number;
  readonly excluded: number;
  readonly findings: readonly Finding[];
}

/** Reads and shows assessments; see {@link assessStack}. */
export const stackAssessment: ResultKind<StackAssessment> = /* @__PURE__ */ defineResult({
  kind: "StackAssessment",
  version: 1,
  summarize: (stack) => ({
    title: `Freedoms of ${stack.n} components`,
    facts: [
      ["grant all four", percent(stack.allFour.share)],
      ["without a licence", stack.withoutLicense],
      ["licence unreadable", stack.unreadableLicenses],
    ],
    tables: [
      {
        columns: [
          { name: "freedom" },
          { name: "share of components" },
          { name: "limited", kind: "number" },
          { name: "withheld", kind: "number" },
          { name: "unknown", kind: "number" },
          { name: "whole service" },
        ],
        rows: openSourceFreedomIds.map((freedom) => {
          const { standing, share } = stack.freedoms[freedom];
          return [
            freedom,
            percent(share),
            standing.limited,
            standing.withheld,
            standing.unknown,
            stack.whole[freedom].standing,
          ];
        }),
      },
      {
        caption: `Weakest links (${stack.weakLinks})`,
        columns: [{ name: "component" }, { name: "licence" }, { name: "worst" }, { name: "lacks" }],
        rows: stack.weakest.map(({ name, version, license, worst, lacks }) => [
          version === null ? name : `${name} ${version}`,
          license,
          worst,
          lacks.join(", "),
        ]),
      },
    ],
    notes: stack.findings.map(({ message }) => message),
  }),
});

function percent(share: ShareBounds | null): string {
  if (share === null) return "–";
  const [low, high] = [share.lower, share.upper].map((value) => `${(100 * value).toFixed(1)} %`);
  return low === high ? (low as string) : `${low} to ${high}`;
}

/**
 * Assesses a service by its components: the share that grants each freedom, bounded where licences are
 * unknown; the service as a whole, which is as free as its least free component; the weakest links; and the
 * same for each depth of dependency.
 *
 * @param components - the parts; those with scope `excluded` are left out.
 * @returns counts, shares from 0 to 1 (`null` without components), and findings for missing and unreadable
 *   licences, each with its row. Never throws for what stands in a component.
 *
 * Method: ours. A share counts components, not lines, users or importance.
 *
 * @example
 * ```ts
 * import { assessStack } from "@vitalcore/opensource";
 * const stack = assessStack([
 *   { name: "portal", license: "AGPL-3.0-only", depth: 1 },
 *   { name: "database", license: "SSPL-1.0", depth: 1 },
 *   { name: "codec", depth: 2 },
 *   { name: "parser", license: "MIT", depth: 2 },
 * ]);
 * stack.freedoms.use.share; // => { lower: 0.5, upper: 0.75 }
 * stack.whole.use.standing; // => "unknown"
 * stack.weakest.map(({ name, worst }) => [name, worst]); // => [["database", "limited"], ["codec", "unknown"]]
 * ```
 */
export function assessStack(
  components: readonly StackComponent[],
  options: StackOptions = {},
): Result<StackAssessment> {
  return stackAssessment.create(new StackReader(options).assess(components));
}

const WORST: readonly Standing[] = ["withheld", "limited", "unknown", "granted"];
const MISSING = "opensource/license-missing";

class StackReader {
  private readonly cache: LicenseCache;
  private readonly tally = new FindingTally();
  private readonly all = new ShareCounter();
  private readonly byDepth = new Map<number | null, ShareCounter>();
  private readonly links: WeakLink[] = [];
  private readonly listed: number;
  private weakLinks = 0;
  private unreadable = 0;
  private excluded = 0;
  private whole: PerFreedom<GradeBounds> = perFreedom(() => ({
    atLeast: "granted",
    atMost: "granted",
  }));

  constructor(options: StackOptions) {
    this.cache = new LicenseCache(options.aliases ?? {});
    this.listed = options.weakest ?? 20;
  }

  assess(components: readonly StackComponent[]): Omit<StackAssessment, "kind" | "version"> {
    for (const [index, component] of listOf(components, this.tally).entries())
      this.add(component, index + 1);
    const shares = this.all.shares();
    if (shares.n === 0) this.tally.note("none", () => find("opensource/no-components", {}));
    return {
      ...shares,
      whole: perFreedom((freedom) => wholeOf(this.whole[freedom], shares.n)),
      weakest: this.links.sort(byWeakness).slice(0, this.listed),
      weakLinks: this.weakLinks,
      byDepth: this.depths(),
      withoutLicense: this.tally.count(MISSING),
      unreadableLicenses: this.unreadable,
      excluded: this.excluded,
      findings: this.tally.findings(),
    };
  }

  private add(given: unknown, row: number): void {
    const component = readComponent(given, row, this.tally);
    if (component.scope === "excluded") {
      this.excluded++;
      return;
    }
    const outcome = this.outcomeOf(component, row);
    this.all.add(outcome);
    const depth = component.depth ?? null;
    const level = this.byDepth.get(depth) ?? new ShareCounter();
    this.byDepth.set(depth, level);
    level.add(outcome);
    this.whole = perFreedom((freedom) => worse(this.whole[freedom], outcome.freedoms[freedom]));
    this.noteWeakness(component, outcome);
  }

  private outcomeOf(component: StackComponent, row: number): LicenseOutcome {
    const { license, sourceAvailable, name } = component;
    const texts = (typeof license === "string" ? [license] : (license ?? [])).filter(
      (text) => text.trim() !== "",
    );
    const { outcome, first } = this.cache.of(texts, sourceAvailable);
    if (texts.length === 0) {
      const what = `Component "${name}"`;
      this.tally.note(MISSING, () => find(MISSING, { place: { row }, facts: { what } }));
    } else if (outcome.license === null) this.unreadable++;
    if (first) {
      for (const finding of outcome.findings)
        this.tally.note(finding.code, () => ({ ...finding, place: { row } }));
    }
    return outcome;
  }

  private noteWeakness(component: StackComponent, outcome: LicenseOutcome): void {
    const lacks = openSourceFreedomIds.filter(
      (freedom) => outcome.freedoms[freedom].standing !== "granted",
    );
    if (lacks.length === 0) return;
    this.weakLinks++;
    const standings = lacks.map((freedom) => outcome.freedoms[freedom].standing);
    const worst = WORST.find((standing) => standings.includes(standing)) as Standing;
    const { name, version, depth } = component;
    const { license } = outcome;
    this.links.push({
      name,
      version: version ?? null,
      license,
      depth: depth ?? null,
      worst,
      lacks,
    });
    // A stack may have a million weak links: keep what can still be listed.
    if (this.links.length > 1000 + 2 * this.listed) {
      this.links.sort(byWeakness).splice(this.listed);
    }
  }

  private depths(): readonly DepthShares[] {
    if ([...this.byDepth.keys()].every((depth) => depth === null)) return [];
    return [...this.byDepth]
      .sort(([a], [b]) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
      .map(([depth, counter]) => ({ depth, ...counter.shares() }));
  }
}

function worse(a: GradeBounds, b: GradeBounds): GradeBounds {
  return { atLeast: lower(a.atLeast, b.atLeast), atMost: lower(a.atMost, b.atMost) };
}

function wholeOf(bounds: GradeBounds, n: number): StackAssessment["whole"]["use"] {
  const nothing: GradeBounds = { atLeast: "withheld" as Grade, atMost: "granted" as Grade };
  const known = n === 0 ? nothing : bounds;
  return { standing: standingOf(known), ...known };
}

/** Worst standing first, then more freedoms lacking, then nearer to the service; ties as they came. */
function byWeakness(a: WeakLink, b: WeakLink): number {
  return (
    WORST.indexOf(a.worst) - WORST.indexOf(b.worst) ||
    b.lacks.length - a.lacks.length ||
    (a.depth ?? Number.MAX_SAFE_INTEGER) - (b.depth ?? Number.MAX_SAFE_INTEGER)
  );
}
