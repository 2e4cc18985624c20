import { type Finding, type FindingDetails, type Severity, translate } from "@vitalcore/core";
import { find, type ValidateCatalog, validateCatalog } from "../catalog.js";
import type { ValidationLevel } from "../level.js";
import { COUNTED_AS, type RuleOutcome, type RuleResult } from "./report-data.js";

/** Findings listed for each rule and code, if nothing else is said. */
export const LISTED = 100;

/** Counts what a rule finds, and lists the first of it. A million failures must not become a million findings. */
export interface Tally {
  /** So many cells, rows or groups were checked. */
  checked(count: number): void;
  /** So many could not be checked. */
  unknown(count: number, reason: string): void;
  /** The rule as a whole could not be checked: said in a finding too. */
  cannot(reason: string, severity?: Severity): void;
  fail<Code extends keyof ValidateCatalog>(
    code: Code,
    details: FindingDetails<ValidateCatalog[Code]>,
  ): void;
  /**
   * Counts a failure if no more of its code are listed, and says whether it did: where many cells may be wrong,
   * the words for them are not made in vain.
   */
  countsOnly(code: keyof ValidateCatalog): boolean;
  /** Counts a failure that another package has put into words. */
  failWith(finding: Finding): void;
}

/** A tally that can be closed. */
export interface OpenTally extends Tally {
  result(): RuleResult;
  findings(): readonly Finding[];
}

export interface TallySettings {
  readonly id: string;
  readonly level: ValidationLevel;
  readonly severity: Severity | undefined;
  readonly listed: number;
  /** Whether the values of a column must not be quoted. */
  readonly identifies: (column: string) => boolean;
}

/** Advice and suggestions may hold the value that is to be withheld, or nearly so. */
function withoutValue(details: object): object {
  const {
    suggestion: _,
    facts = {},
    ...rest
  } = details as {
    readonly suggestion?: string;
    readonly facts?: Readonly<Record<string, unknown>>;
  };
  const kept = "advice" in facts ? { ...facts, advice: WITHHELD } : facts;
  return { ...rest, facts: kept, withhold: true };
}

const WITHHELD = "The column identifies people: look at the cell in the file.";

export function openTally(settings: TallySettings): OpenTally {
  const { id, level, severity: override, identifies } = settings;
  const counts = { errors: 0, warnings: 0, infos: 0 };
  const reasons = new Set<string>();
  const listedOfCode = new Map<string, number>();
  const findings: Finding[] = [];
  let checked = 0;
  let failed = 0;
  let notEvaluable = 0;
  let impossible = false;

  const room = (code: string, severity: Severity): boolean => {
    failed += 1;
    counts[COUNTED_AS[severity]] += 1;
    const listed = listedOfCode.get(code) ?? 0;
    if (listed >= settings.listed) return false;
    listedOfCode.set(code, listed + 1);
    return true;
  };
  const withId = (finding: Finding): Finding => ({
    ...finding,
    facts: { ...finding.facts, rule: id },
  });
  return {
    checked(count) {
      checked += count;
    },
    unknown(count, reason) {
      if (count === 0) return;
      notEvaluable += count;
      reasons.add(reason);
    },
    cannot(reason, severity = "warning") {
      impossible = true;
      reasons.add(reason);
      counts[COUNTED_AS[severity]] += 1;
      const facts = { rule: id, reason };
      findings.push(find("validate/not-evaluable", { facts, severity }));
    },
    countsOnly(code) {
      if ((listedOfCode.get(code) ?? 0) < settings.listed) return false;
      return !room(code, override ?? validateCatalog[code].severity);
    },
    fail(code, details) {
      const severity = override ?? details.severity ?? validateCatalog[code].severity;
      if (!room(code, severity)) return;
      const column = details.place?.column;
      const withhold = details.withhold === true || (column !== undefined && identifies(column));
      const told = { ...(withhold ? withoutValue(details) : details), severity };
      findings.push(withId(find(code, told as FindingDetails<ValidateCatalog[typeof code]>)));
    },
    failWith(finding) {
      const severity = override ?? finding.severity;
      if (!room(finding.code, severity)) return;
      // The sentence was made before the place was known: it is made again with it.
      findings.push(withId(translate({ ...finding, severity }, validateCatalog)));
    },
    findings: () => findings,
    result() {
      let outcome: RuleOutcome = "pass";
      if (failed > 0) outcome = "fail";
      else if (checked === 0 || impossible) outcome = "not-evaluable";
      if (checked === 0 && failed === 0 && reasons.size === 0)
        reasons.add("there was nothing to check");
      const listed = findings.filter((finding) => finding.outcome === "fail").length;
      return {
        id,
        level,
        outcome,
        checked,
        failed,
        notEvaluable,
        // In an order of their own: which came first depends on how the data were cut.
        reasons: [...reasons].sort(),
        ...counts,
        listed,
      };
    },
  };
}
