/** A person or body, as in CSL-JSON. */
export interface SourceName {
  /** A body, or a person written out in one piece. */
  readonly literal?: string;
  readonly family?: string;
  readonly given?: string;
}

/** Year, or year and month, or year, month and day, as in CSL-JSON. */
export interface SourceDate {
  readonly "date-parts": readonly (readonly number[])[];
}

/**
 * Where a value comes from: a CSL-JSON item with what data needs besides (edition, licence, date of
 * retrieval). Plain JSON.
 *
 * @example
 * ```ts
 * import type { Source } from "@vitalcore/domain";
 * const hdr: Source = {
 *   id: "hdr2025",
 *   type: "dataset",
 *   title: "All composite indices and components time series (1990-2023)",
 *   author: [{ literal: "UNDP, Human Development Report Office" }],
 *   issued: { "date-parts": [[2025]] },
 *   edition: "2025",
 *   license: "CC-BY-3.0-IGO",
 *   URL: "https://hdr.undp.org/data-center",
 * };
 * ```
 */
export interface Source {
  /** What `source` of an observation names, for example "hdr2025". */
  readonly id: string;
  /** CSL type: "dataset", "report", "article-journal", "webpage" and so on. */
  readonly type: string;
  readonly title: string;
  readonly author?: readonly SourceName[];
  readonly publisher?: string;
  readonly issued?: SourceDate;
  /** The edition or version of the data: vintages are different sources. */
  readonly edition?: string;
  readonly DOI?: string;
  readonly URL?: string;
  /** Date on which it was fetched (YYYY-MM-DD). */
  readonly retrieved?: string;
  /** SPDX identifier of the licence, or its name. */
  readonly license?: string;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256?: string;
  readonly note?: string;
}
