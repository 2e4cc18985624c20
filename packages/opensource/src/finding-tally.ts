import type { Finding } from "@vitalcore/core";
import { find } from "./catalog.js";

/** Findings of one code that are listed one by one; the rest are counted. */
const LISTED = 20;

/** Collects findings of large inputs: the first of each code in full, the rest as a number. */
export class FindingTally {
  private readonly listed: Finding[] = [];
  private readonly counts = new Map<string, number>();

  /** Notes a finding; it is only made if it will be listed. */
  note(code: string, make: () => Finding): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count <= LISTED) this.listed.push(make());
  }

  count(code: string): number {
    return this.counts.get(code) ?? 0;
  }

  findings(): readonly Finding[] {
    const more = [...this.counts]
      .filter(([, count]) => count > LISTED)
      .map(([code, count]) =>
        find("opensource/more-findings", {
          facts: { code, count: count - LISTED, listed: LISTED },
        }),
      );
    return [...this.listed, ...more];
  }
}
