import { type Finding, MISSING_CODE, type TextColumn } from "@vitalcore/core";
import type { Tally } from "../report/tally.js";
import type { Chunk } from "./rule-kind.js";

/** What is checked in rows whose text is faultless. */
type RowCheck = (text: TextColumn, chunk: Chunk, tally: Tally) => (index: number) => void;

/**
 * Checks the distinct texts of a column once, and reports each row in which a faulty one stands. What was
 * found for a text is kept for the chunks that follow.
 */
export function levelChecks(
  column: string,
  check: (text: string) => Finding | undefined,
  furtherCheck?: RowCheck,
): (text: TextColumn, chunk: Chunk, tally: Tally) => void {
  const known = new Map<string, Finding | undefined>();
  const findingFor = (text: string): Finding | undefined => {
    if (text.trim() === "") return undefined;
    if (!known.has(text)) known.set(text, check(text));
    return known.get(text);
  };
  return (text, chunk, tally) => {
    const { codes, levels } = text;
    const { table, rowOf } = chunk;
    const withhold = table.identifying.has(column);
    const findings = levels.map(findingFor);
    tally.checked(codes.length);
    const further = furtherCheck?.(text, chunk, tally);
    if (further === undefined && findings.every((finding) => finding === undefined)) return;
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i] as number;
      const finding = findings[code];
      if (finding === undefined) {
        if (code !== MISSING_CODE) further?.(i);
        continue;
      }
      const place = { ...finding.place, row: rowOf(i), column };
      if (!withhold) tally.failWith({ ...finding, place });
      else tally.fail("validate/code-unknown", { place, withhold, facts: { advice: "" } });
    }
  };
}
