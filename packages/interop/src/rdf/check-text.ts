import { type Finding, throwIfErrors, VitalError } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import { find } from "../catalog.js";
import { isAbsoluteIri, isUnicode } from "../iri.js";

/** @throws VitalError `interop/invalid-option`. */
export function requireBase(base: string): void {
  if (isAbsoluteIri(base) && /[/#]$/.test(base)) return;
  const facts = { option: "base", wanted: "an absolute IRI that ends in / or #" };
  throw new VitalError([find("interop/invalid-option", { found: base, facts })]);
}

/** Refuses text that is not Unicode, in all observations at once. @throws VitalError `interop/invalid-text`. */
export function requireUnicode(observations: readonly Observation[]): void {
  const findings: Finding[] = [];
  observations.forEach(({ breakdown = {}, parameters = {}, ...fields }, i) => {
    const within = (column: string, record: object) =>
      Object.entries(record)
        .flat()
        .map((text): [string, unknown] => [column, text]);
    const texts: [string, unknown][] = [
      ...Object.entries(fields),
      ...within("breakdown", breakdown),
      ...within("parameters", parameters),
    ];
    for (const [column, value] of texts) {
      if (typeof value !== "string" || isUnicode(value)) continue;
      const at = `Observation ${i + 1}, ${column}`;
      findings.push(
        find("interop/invalid-text", { place: { row: i + 1 }, found: value, facts: { at } }),
      );
    }
  });
  throwIfErrors(findings);
}
