import { VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { HdiComponents } from "./components.js";
import { type HdiGoalposts, hdiGoalposts } from "./edition.js";
import { type Hdi, hdi } from "./hdi.js";
import { logarithmicMean } from "./logarithmic-mean.js";

/** By how much the index changed, and through what; the parts add up to the change. */
export interface HdiChange {
  readonly from: number;
  readonly to: number;
  readonly change: number;
  readonly health: number;
  /** Of both kinds of schooling together. */
  readonly education: number;
  readonly expectedSchooling: number;
  readonly meanSchooling: number;
  readonly income: number;
}

/**
 * Decomposes the change of the Human Development Index between two times into what health, education and
 * income contributed: logarithmic means make the parts add up exactly, whatever the order.
 * The part of education is divided by the changes of its two indices.
 *
 * @param from - components at the first time.
 * @param to - components at the second time, of the same edition.
 * @param goalposts - of the report since 2014 if left out.
 * @returns contributions in points of the index.
 * @throws VitalError `indicators/invalid-input`, also where an index of a dimension is 0: it has no logarithm.
 *
 * Source: Ang (2004), Decomposition analysis for policymaking in energy, Energy Policy 32 (the LMDI method).
 *
 * @example
 * ```ts
 * import { hdiChange } from "@vitalcore/indicators/human-development";
 * const before = { lifeExpectancy: 60, expectedSchooling: 8, meanSchooling: 4, gniPerPerson: 2000 };
 * const change = hdiChange(before, { ...before, lifeExpectancy: 70, gniPerPerson: 4000 });
 * change.change; // => 0.071525
 * change.health; // => 0.037007
 * change.education; // => 0
 * ```
 */
export function hdiChange(
  from: HdiComponents,
  to: HdiComponents,
  goalposts: HdiGoalposts = hdiGoalposts,
): HdiChange {
  const [first, second] = [hdi(from, goalposts), hdi(to, goalposts)];
  requirePositiveIndices({ first, second });
  const weight = logarithmicMean(first.value, second.value) / 3;
  const part = (name: "health" | "education" | "income") =>
    weight * Math.log(second[name] / first[name]);
  const education = part("education");
  const [byExpected, byMean] = changesOfSchooling(from, to, goalposts);
  const total = byExpected + byMean;
  // Opposite changes that cancel leave nothing to divide by: each then has its own, at the mean slope.
  const perPoint = total === 0 ? weight / first.education : education / total;
  return {
    from: first.value,
    to: second.value,
    change: second.value - first.value,
    health: part("health"),
    education,
    expectedSchooling: perPoint * byExpected,
    meanSchooling: perPoint * byMean,
    income: part("income"),
  };
}

/** Changes of the education index through each kind of schooling. */
function changesOfSchooling(
  from: HdiComponents,
  to: HdiComponents,
  goalposts: HdiGoalposts,
): [number, number] {
  const before = hdi(from, goalposts).education;
  const { expectedSchooling } = to;
  const byExpected = hdi({ ...from, expectedSchooling }, goalposts).education - before;
  return [byExpected, hdi(to, goalposts).education - before - byExpected];
}

function requirePositiveIndices(times: Readonly<Record<"first" | "second", Hdi>>): void {
  const findings = Object.entries(times).flatMap(([time, index]) =>
    (["health", "education", "income"] as const)
      .filter((name) => index[name] === 0)
      .map((name) =>
        find("indicators/invalid-input", {
          found: 0,
          facts: { name: `the ${name} index at the ${time} time`, wanted: "an index above 0" },
        }),
      ),
  );
  if (findings.length > 0) throw new VitalError(findings);
}
