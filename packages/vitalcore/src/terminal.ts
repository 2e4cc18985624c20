import { type Finding, printable, type Severity } from "@vitalcore/core";

/** Where a command writes. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns of the terminal, where it is one. */
  readonly width?: number | undefined;
}

/** Exit codes of all commands. */
export const EXIT = { ok: 0, findings: 1, usage: 2 } as const;

const MARKS: Readonly<Record<Severity, string>> = { error: "✗", warning: "!", info: "·" };
const SHOWN_PER_RULE = 5;

/** Prints findings in the order of their severity, a few of each rule, and how many there are. */
export function printFindings(findings: readonly Finding[], { err }: Terminal): void {
  for (const severity of ["error", "warning", "info"] as const) {
    const byCode = new Map<string, Finding[]>();
    for (const finding of findings.filter((each) => each.severity === severity)) {
      byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding]);
    }
    for (const [code, group] of byCode) {
      for (const { message, hint } of group.slice(0, SHOWN_PER_RULE)) {
        err(`${MARKS[severity]} ${printable(message)}\n`);
        if (hint !== undefined && severity !== "info") err(`  ${printable(hint)}\n`);
      }
      const more = group.length - SHOWN_PER_RULE;
      if (more > 0) err(`  … and ${more} more of ${code}\n`);
    }
  }
}
