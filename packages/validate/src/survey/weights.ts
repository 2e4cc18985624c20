import type { Finding, Table } from "@vitalcore/core";
import { median } from "@vitalcore/stats";
import { numberView } from "../rules/column-views.js";
import { find } from "./survey-catalog.js";

/** Largest weight over the median from which one interview is too many people. */
const EXTREME = 50;
/** Median of whole-numbered weights from which decimals are probably implied. */
const IMPLIED = 10_000;
const LISTED = 100;

export function checkWeights(table: Table, column: string): readonly Finding[] {
  const weights = numberView(table, column);
  const findings: Finding[] = [];
  const list = (finding: () => Finding) => {
    if (findings.length < LISTED) findings.push(finding());
  };
  weights.forEach((weight, i) => {
    const place = { row: i + 1, column };
    if (Number.isNaN(weight)) list(() => find("validate/weight-missing", { place }));
    else if (weight < 0) list(() => find("validate/weight-negative", { place, found: weight }));
    else if (weight === 0) list(() => find("validate/weight-zero", { place, found: weight }));
  });
  const positive = weights.filter((weight) => weight > 0);
  if (positive.length < 2) return findings;
  const middle = median(positive);
  let largest = 0;
  weights.forEach((weight, i) => {
    if (weight > (weights[largest] as number) || Number.isNaN(weights[largest])) largest = i;
  });
  const most = weights[largest] as number;
  if (most > EXTREME * middle) {
    const facts = { times: Math.round(most / middle) };
    const place = { row: largest + 1, column };
    findings.push(find("validate/weight-extreme", { place, found: most, facts }));
  }
  if (middle >= IMPLIED && positive.every(Number.isInteger)) {
    findings.push(find("validate/weight-scale", { place: { column }, facts: { median: middle } }));
  }
  if (positive.length === weights.length && positive.every((weight) => weight === positive[0])) {
    // One and the same weight may be a self-weighting design; weights of 1 are none.
    const severity = positive[0] === 1 ? "warning" : "info";
    const place = { column };
    findings.push(find("validate/weight-constant", { place, found: positive[0], severity }));
  }
  return findings;
}
