import type { Finding } from "@vitalcore/core";
import type { FreedomOutcome } from "../assessment/assess-freedoms.js";
import { assessExpression } from "../assessment/assess-freedoms.js";
import type { AllFour } from "../assessment/combine.js";
import type { LicenseExpression } from "../expression/license-expression.js";
import { readLicense } from "../expression/read-license.js";
import type { PerFreedom } from "../freedom.js";

/** Suggestions cost a look through the whole list; a hostile file may hold any number of wrong ids. */
const SUGGESTIONS = 50;

/** What a component's licence comes to. */
export interface LicenseOutcome {
  /** As SPDX writes it; `null` if nothing could be read. */
  readonly license: string | null;
  readonly freedoms: PerFreedom<FreedomOutcome>;
  readonly allFour: AllFour;
  readonly findings: readonly Finding[];
}

const UNKNOWN: LicenseExpression = { kind: "license", id: "NOASSERTION", orLater: false };

/** Assesses each distinct licence once: large stacks repeat a few. */
export class LicenseCache {
  private readonly outcomes = new Map<string, LicenseOutcome>();
  private suggestions = 0;

  constructor(private readonly aliases: Readonly<Record<string, string>>) {}

  /** @returns the outcome, and whether it is the first of its kind. */
  of(
    licenses: readonly string[],
    sourceAvailable: boolean | undefined,
  ): { readonly outcome: LicenseOutcome; readonly first: boolean } {
    const key = JSON.stringify([licenses, sourceAvailable ?? null]);
    const known = this.outcomes.get(key);
    if (known !== undefined) return { outcome: known, first: false };
    const outcome = this.assess(licenses, sourceAvailable);
    this.outcomes.set(key, outcome);
    return { outcome, first: true };
  }

  private assess(
    licenses: readonly string[],
    sourceAvailable: boolean | undefined,
  ): LicenseOutcome {
    const suggest = this.suggestions < SUGGESTIONS;
    const readings = licenses.map((license) =>
      readLicense(license, { aliases: this.aliases, suggest }),
    );
    const unreadable = readings.some(({ expression }) => expression === null);
    if (unreadable) this.suggestions++;
    if (licenses.length > 0 && readings.every(({ expression }) => expression === null)) {
      const findings = readings.flatMap((reading) => reading.findings);
      return { ...this.of([], sourceAvailable).outcome, findings };
    }
    const parts = readings.map(({ expression }) => expression ?? UNKNOWN);
    const [only = UNKNOWN] = parts;
    const expression: LicenseExpression = parts.length > 1 ? { kind: "and", parts } : only;
    const assessment = assessExpression(expression, sourceAvailable);
    return {
      license: unreadable || parts.length === 0 ? null : assessment.license,
      freedoms: assessment.freedoms,
      allFour: assessment.allFour,
      findings: [
        ...readings.flatMap(({ findings }) => findings),
        ...(unreadable || parts.length === 0 ? [] : assessment.findings),
      ],
    };
  }
}
