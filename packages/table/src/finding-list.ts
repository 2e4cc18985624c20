import { type Finding, type FindingDetails, finder, type Severity } from "@vitalcore/core";
import { type TableCatalog, tableCatalog } from "./catalog.js";

export const find = /* @__PURE__ */ finder(tableCatalog);

/** Listed for each rule and column; the others are counted. */
const LISTED_PER_COLUMN = 10;
/** Listed for each rule, whatever the number of columns. */
const LISTED_PER_RULE = 200;

interface Tally {
  readonly rule: string;
  readonly column: string | undefined;
  readonly severity: Severity;
  count: number;
  listed: number;
}

/** What a reader found so far. A million bad cells must not become a million findings. */
export interface FindingList {
  add<Code extends keyof TableCatalog>(
    code: Code,
    details: FindingDetails<TableCatalog[Code]>,
  ): void;
  /** Lists a finding that is made already. */
  append(finding: Finding): void;
  /** The findings since the last call. */
  take(): Finding[];
  /** How many were counted but not listed, one finding for each rule and column. */
  rest(): Finding[];
}

/** @param file - name of the file, for the places of the findings. */
export function findingList(file: string | undefined): FindingList {
  let listed: Finding[] = [];
  const tallies = new Map<string, Tally>();
  const listedOfRule = new Map<string, number>();
  const inFile = file === undefined ? {} : { file };
  return {
    add(code, details) {
      const column = details.place?.column;
      const key = column === undefined ? code : `${code}\n${column}`;
      let tally = tallies.get(key);
      if (tally === undefined) {
        const severity = details.severity ?? tableCatalog[code].severity;
        tally = { rule: code, column, severity, count: 0, listed: 0 };
        tallies.set(key, tally);
      }
      tally.count++;
      const ofRule = listedOfRule.get(code) ?? 0;
      if (tally.listed >= LISTED_PER_COLUMN || ofRule >= LISTED_PER_RULE) return;
      tally.listed++;
      listedOfRule.set(code, ofRule + 1);
      listed.push(find(code, { ...details, place: { ...inFile, ...details.place } }));
    },
    append(finding) {
      listed.push({ ...finding, place: { ...inFile, ...finding.place } });
    },
    take() {
      const taken = listed;
      listed = [];
      return taken;
    },
    rest() {
      const more = new Map<string, Tally>();
      for (const tally of tallies.values()) {
        if (tally.count === tally.listed) continue;
        // Columns of which nothing is listed are counted together.
        const column = tally.listed === 0 ? undefined : tally.column;
        const key = `${tally.rule}\n${column ?? ""}`;
        const sum = more.get(key) ?? { ...tally, column, count: 0, listed: 0 };
        sum.count += tally.count - tally.listed;
        more.set(key, sum);
      }
      return [...more.values()].map(({ rule, column, severity, count }) =>
        find("table/more-findings", {
          place: { ...inFile, ...(column !== undefined && { column }) },
          facts: { rule, count },
          severity,
        }),
      );
    },
  };
}

/** Thrown inside a reader, after the finding is listed, when the file is refused as a whole. */
export class FileRefused extends Error {}

/** Lists a finding and gives up on the file. */
export function refuse<Code extends keyof TableCatalog>(
  findings: FindingList,
  code: Code,
  details: FindingDetails<TableCatalog[Code]>,
): never {
  findings.add(code, details);
  throw new FileRefused(code);
}
