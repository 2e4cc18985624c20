import type { Finding } from "@vitalcore/core";
import { sum } from "@vitalcore/stats";
import { notNegative, positive, requireInputs } from "../input-checks.js";
import { find } from "./catalog.js";

/** What was paid to a supplier, or is due under a contract. */
export interface Spending {
  readonly vendor: string;
  /** In one currency, at prices of one year. */
  readonly value: number;
}

/** How spending is concentrated on suppliers. */
export interface VendorConcentration {
  /** Herfindahl-Hirschman index: the sum of squared shares, 1/n to 1; for `vendorConcentration`. */
  readonly value: number;
  readonly unit: "INDEX_0_1";
  /** (HHI - 1/n) / (1 - 1/n): 0 where all have the same, whatever their number; `null` for one supplier. */
  readonly normalized: number | null;
  /** 1 / HHI: as many suppliers of the same size would be as concentrated. */
  readonly effectiveSuppliers: number;
  /** Above 0.1 moderately, above 0.18 highly concentrated. */
  readonly class: "unconcentrated" | "moderate" | "high";
  /** Suppliers by falling share. */
  readonly shares: readonly { readonly vendor: string; readonly share: number }[];
  /** Share of the four largest. */
  readonly fourLargest: number;
  readonly findings: readonly Finding[];
}

/** Legal forms, which tell no company from itself. */
const LEGAL_FORM =
  /\b(inc|incorporated|ltd|limited|llc|plc|gmbh|ag|sa|sas|sarl|srl|bv|nv|oy|ab|as|corp|corporation|company|co|pty|pte|kk)\b/g;

/** A name without case, accents, signs and legal form. */
function stemOf(vendor: string): string {
  return vendor
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll(".", "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .replaceAll(LEGAL_FORM, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/**
 * Concentration of spending on suppliers (Herfindahl and Hirschman). Spending of one name is added up; names that differ in case,
 * signs or legal form only are reported, since who counts as one supplier decides the result.
 *
 * @param spending - payments or contracts of one market (a category, a year).
 * @throws VitalError `indicators/invalid-input`, also where nothing was spent.
 *
 * Source: Herfindahl (1950); Hirschman (1964), The paternity of an index, American Economic Review 54; bounds of the classes: US
 * Department of Justice and Federal Trade Commission (2023), Merger Guidelines, guideline 1 and section 4.
 *
 * @example
 * ```ts
 * import { vendorConcentrationOf } from "@vitalcore/indicators/digital-governance";
 * const { value, effectiveSuppliers } = vendorConcentrationOf([
 *   { vendor: "Alpha", value: 60 },
 *   { vendor: "Beta", value: 20 },
 *   { vendor: "Gamma", value: 20 },
 * ]);
 * value; // => 0.44
 * effectiveSuppliers; // => 2.272727
 * ```
 */
export function vendorConcentrationOf(spending: readonly Spending[]): VendorConcentration {
  requireInputs(
    spending.map(({ vendor, value }, i) =>
      notNegative(`the value of ${vendor} (position ${i + 1})`, value),
    ),
  );
  const total = sum(spending.map(({ value }) => value));
  requireInputs([positive("the sum of all values", total)]);
  const byVendor = new Map<string, number>();
  for (const { vendor, value } of spending) {
    byVendor.set(vendor, (byVendor.get(vendor) ?? 0) + value);
  }
  const shares = [...byVendor]
    .filter(([, value]) => value > 0)
    .map(([vendor, value]) => ({ vendor, share: value / total }))
    .sort((a, b) => b.share - a.share);
  const value = sum(shares.map(({ share }) => share * share));
  const least = 1 / shares.length;
  return {
    value,
    unit: "INDEX_0_1",
    normalized: shares.length === 1 ? null : Math.max(0, (value - least) / (1 - least)),
    effectiveSuppliers: 1 / value,
    class: value > 0.18 ? "high" : value > 0.1 ? "moderate" : "unconcentrated",
    shares,
    fourLargest: Math.min(1, sum(shares.slice(0, 4).map(({ share }) => share))),
    findings: similarVendors([...byVendor.keys()]),
  };
}

function similarVendors(vendors: readonly string[]): Finding[] {
  const byStem = new Map<string, string[]>();
  for (const vendor of vendors) {
    const stem = stemOf(vendor);
    byStem.set(stem, [...(byStem.get(stem) ?? []), vendor]);
  }
  return [...byStem]
    .filter(([stem, names]) => stem !== "" && names.length > 1)
    .map(([, names]) => find("indicators/similar-vendors", { found: names.join(", ") }));
}
