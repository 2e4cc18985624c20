import type { WriteCsvOptions } from "@vitalcore/table/csv";

/** How CSV is to be written. */
export interface CsvWriting {
  /** CRLF, as RFC 4180 has it, if left out. */
  readonly lineEnd?: "\r\n" | "\n";
  /**
   * Put an apostrophe before text that a spreadsheet would run as a formula, for files that people open
   * in one. It changes the data, so that it has to be asked for.
   */
  readonly formulaGuard?: boolean;
}

/** The options of `writeCsv` in those of a format. */
export function csvWriting({ lineEnd, formulaGuard }: CsvWriting): WriteCsvOptions {
  return {
    ...(lineEnd !== undefined && { lineEnd }),
    ...(formulaGuard !== undefined && { formulaGuard }),
  };
}
