import { type Finding, VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";

/** Collects what is wrong with the input of a chart, and throws it all at once. */
export interface InputCheck {
  notEmpty(count: number, what: string): void;
  /** NaN and null are missing; infinity is a mistake. */
  finite(value: number | null | undefined, what: string): void;
  positive(value: number | null | undefined, what: string): void;
  domain(domain: readonly [number, number] | undefined, positive?: boolean): void;
  known(name: string, names: ReadonlySet<string>, what: string): void;
  /** @throws VitalError with all findings, if there are any. */
  done(): void;
}

export function inputCheck(): InputCheck {
  const findings: Finding[] = [];
  return {
    notEmpty(count, what) {
      if (count === 0) findings.push(find("plot/no-data", { facts: { what } }));
    },
    finite(value, what) {
      if (value !== Number.POSITIVE_INFINITY && value !== Number.NEGATIVE_INFINITY) return;
      findings.push(find("plot/infinite-value", { found: String(value), facts: { what } }));
    },
    positive(value, what) {
      if (!present(value) || value > 0) return;
      findings.push(find("plot/not-positive", { found: value, facts: { what } }));
    },
    domain(domain, positive = false) {
      if (domain === undefined) return;
      const [low, high] = domain;
      const why = !(Number.isFinite(low) && Number.isFinite(high))
        ? "both ends must be numbers"
        : low >= high
          ? "its low end must be below its high end"
          : positive && low <= 0
            ? "a logarithmic scale has positive numbers only"
            : undefined;
      if (why === undefined) return;
      findings.push(find("plot/invalid-domain", { found: `[${low}, ${high}]`, facts: { why } }));
    },
    known(name, names, what) {
      if (!names.has(name))
        findings.push(find("plot/unknown-unit", { found: name, facts: { what } }));
    },
    done() {
      if (findings.length > 0) throw new VitalError(findings);
    },
  };
}

/** A value that is there: neither null nor NaN. */
export function present(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && !Number.isNaN(value);
}

/** Names in a sentence, the first so many of them. */
export function listed(names: readonly string[], most = 20): string {
  const more = names.length - most;
  return names.slice(0, most).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
