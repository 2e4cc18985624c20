import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { BesideValues } from "../index-result.js";
import type { IndexMethodology } from "../methodology.js";

/** What a fingerprint of data is taken of: all numbers and groups that enter the computation. */
export interface FingerprintedData {
  /** Codes of the units, in order. */
  readonly units: readonly string[];
  /** Ids of the leaves, in order. */
  readonly leaves: readonly string[];
  /** Raw values, leaf after leaf; NaN is missing. */
  readonly values: Float64Array;
  readonly beside: BesideValues;
}

/** SHA-256 of data as they are computed with: the order of the input does not matter, nor -0 against 0. */
export function dataFingerprint({ units, leaves, values, beside }: FingerprintedData): string {
  const text = new TextEncoder().encode(JSON.stringify([units, leaves, sorted(beside)]));
  const numbers = new DataView(new ArrayBuffer(8 * values.length));
  // One pattern of bits for all that is missing, and one order of bytes on all machines.
  values.forEach((value, i) => {
    numbers.setFloat64(8 * i, Number.isNaN(value) ? Number.NaN : value + 0);
  });
  const bytes = new Uint8Array(text.length + numbers.byteLength);
  bytes.set(text);
  bytes.set(new Uint8Array(numbers.buffer), text.length);
  return bytesToHex(sha256(bytes));
}

/** SHA-256 of a methodology as JSON; the order of its keys does not matter. */
export function methodologyFingerprint(methodology: IndexMethodology): string {
  return bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(sorted(methodology)))));
}

/** The same value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, sorted(field)]),
  );
}
