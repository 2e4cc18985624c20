import type { Finding, Table } from "@vitalcore/core";
import { missingIn, textView } from "../rules/column-views.js";
import { keyIndex } from "../rules/keys.js";
import { find } from "./survey-catalog.js";

const LISTED = 100;

/** Strata and primary sampling units: none missing, two units at least in each stratum, each unit in one. */
export function checkDesign(
  table: Table,
  strata: string,
  psu: string,
  nested: boolean,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const column of [strata, psu]) {
    const isMissing = missingIn(table.column(column));
    for (let i = 0; i < table.length && findings.length < LISTED; i++) {
      if (isMissing(i))
        findings.push(find("validate/design-missing", { place: { row: i + 1, column } }));
    }
  }
  const pairs = keyIndex([strata, psu]);
  pairs.ids(table);
  const unitsOf = new Map<string, Set<string>>();
  const strataOf = new Map<string, Set<string>>();
  for (let id = 0; id < pairs.size; id++) {
    const [stratum = "", unit = ""] = pairs.parts(id);
    unitsOf.set(stratum, (unitsOf.get(stratum) ?? new Set()).add(unit));
    strataOf.set(unit, (strataOf.get(unit) ?? new Set()).add(stratum));
  }
  const withheld = table.identifying.has(strata);
  const single = [...unitsOf].filter(([, units]) => units.size === 1).map(([stratum]) => stratum);
  if (single.length > 0) {
    const facts = { strata: withheld ? `${single.length} of them` : single };
    findings.push(find("validate/single-psu", { place: { column: strata }, facts }));
  }
  const reused = [...strataOf].filter(([, each]) => each.size > 1).map(([unit]) => unit);
  if (!nested && reused.length > 0) {
    const withhold = table.identifying.has(psu);
    const facts = { count: reused.length };
    findings.push(
      find("validate/psu-reused", { place: { column: psu }, found: reused[0], withhold, facts }),
    );
  }
  return findings;
}

/** Interviews with the same answers to all questions. */
export function checkCopies(table: Table, columns: readonly string[]): readonly Finding[] {
  if (columns.length === 0) return [];
  const firstRows = new Map<string, number>();
  const findings: Finding[] = [];
  const cells = columns.map((name) => textView(table, name));
  for (let i = 0; i < table.length && findings.length < LISTED; i++) {
    const codes = cells.map((column) => column.codes[i] as number);
    if (codes.every((code) => code < 0)) continue;
    const key = codes.join(" ");
    const firstRow = firstRows.get(key);
    if (firstRow === undefined) firstRows.set(key, i + 1);
    else {
      const facts = { firstRow, columns: columns.length };
      findings.push(find("validate/duplicate-interview", { place: { row: i + 1 }, facts }));
    }
  }
  return findings;
}
