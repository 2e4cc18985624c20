import { cellAt, numbersOf, type Table, textOf } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import { informHuman } from "./definitions.js";
import { type Candidate, forEveryCandidate, type Ingested } from "./ingested.js";

const COLUMN_OF = {
  "inform-food-security": "Food Security",
  "inform-access-to-health-care": "Access to health care",
  "inform-natural-hazard-exposure": "Natural",
  "inform-recent-disaster-shocks": "Recent Shocks",
  "inform-governance": "Governance",
} as const;

const NOTE = "mid-2018 edition; the node rests on data of earlier years";

function readNode(
  inform: Table,
  candidates: readonly Candidate[],
  indicator: string,
  column: string,
): Observation[] {
  const codes = textOf(inform, "ISO3");
  const readings = [...numbersOf(inform, column)].map((value, row) => ({
    area: cellAt(codes, row) ?? "",
    period: "2018",
    ...(Number.isNaN(value)
      ? { value: null, status: ["O"] as const, note: `${column} is "x" (missing) in the file` }
      : { value, note: NOTE }),
  }));
  const absent = { period: "2018", value: null, note: "the country is not in the file" };
  return forEveryCandidate("inform", indicator, candidates, readings, absent);
}

/** Five nodes of the INFORM Risk Index, mid-2018. */
export function readInform(inform: Table, candidates: readonly Candidate[]): Ingested {
  const observations = Object.entries(COLUMN_OF).flatMap(([indicator, column]) =>
    readNode(inform, candidates, indicator, column),
  );
  return { observations, findings: [] };
}

/** INFORM's node on human-made hazards, for an alternative. */
export function readInformHuman(inform: Table, candidates: readonly Candidate[]): Observation[] {
  return readNode(inform, candidates, informHuman.id, "Human");
}
