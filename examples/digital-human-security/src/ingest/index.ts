import type { Finding, Table } from "@vitalcore/core";
import { checkObservations, type Observation } from "@vitalcore/domain";
import { indicators } from "@vitalcore/domain/indicators";
import { readConflictDeaths } from "./conflict.js";
import { readConnectivity, readMobileParity } from "./connectivity.js";
import { readDisplaced, readRefugees } from "./displacement.js";
import { candidatesOf, readHdr } from "./hdr.js";
import { readInform } from "./inform.js";
import type { Candidate } from "./ingested.js";
import { readFoodInsecurity, readHomicide, readPoverty } from "./sdg.js";
import type { SourceName } from "./source-files.js";

export type SourceTables = Readonly<Record<SourceName, Table>>;

/** Everything that the files give. */
export interface Ingest {
  readonly candidates: readonly Candidate[];
  /** What the index is built from, and the usage gap of all people beside it. */
  readonly observations: readonly Observation[];
  /** Gender gap and parity of mobile phone ownership: for the report, not for the index. */
  readonly mobileParity: readonly Observation[];
  readonly findings: readonly Finding[];
}

/** Makes observations of the tables and checks them. */
export function ingest(tables: SourceTables): Ingest {
  const candidates = candidatesOf(tables.hdr);
  const parts = [
    readHdr(tables.hdr),
    readPoverty(tables.sdg, candidates),
    readConnectivity(tables.internet, tables.sdg, candidates),
    readFoodInsecurity(tables.sdg, candidates),
    readInform(tables.inform, candidates),
    readHomicide(tables.sdg, candidates),
    readConflictDeaths(tables.conflict, candidates),
    readRefugees(tables.refugees, candidates),
    readDisplaced(tables.displaced, candidates),
  ];
  const observations = parts.flatMap((part) => part.observations);
  const mobile = readMobileParity(tables.sdg, candidates);
  return {
    candidates,
    observations,
    mobileParity: mobile.observations,
    findings: [
      ...parts.flatMap((part) => part.findings),
      ...mobile.findings,
      ...checkObservations([...observations, ...mobile.observations], indicators),
    ],
  };
}
