import {
  dimensionIds,
  type OpenSourceFreedomId,
  openSourceFreedomIds,
} from "@vitalcore/domain/ids";
import type { FreedomAssessment } from "../assessment/assess-freedoms.js";
import type { Solution } from "../solution.js";
import type { Judgement, NeedCriterion } from "./need.js";

/** A solution with what its licence comes to. */
export interface AssessedSolution {
  readonly solution: Solution;
  /** `null` where no licence is stated. */
  readonly assessment: Pick<FreedomAssessment, "freedoms" | "allFour"> | null;
}

/** How one criterion is checked and judged: an entry, not a branch. */
export interface Criterion {
  /** Values that it takes; `undefined`: any text. */
  readonly values?: readonly (string | true)[];
  readonly wanted: string;
  /** What the solutions of a catalogue name, where a value that none names is worth a warning. */
  readonly named?: (solution: Solution) => readonly string[];
  readonly judge: (assessed: AssessedSolution, value: string | true) => Judgement;
}

function met(statement: string): Judgement {
  return { outcome: "met", statement };
}

function partly(statement: string): Judgement {
  return { outcome: "partly", statement };
}

function notMet(statement: string): Judgement {
  return { outcome: "not-met", statement };
}

function unknown(statement: string): Judgement {
  return { outcome: "unknown", statement };
}

/** A criterion on a list that a solution may leave out. */
function listed(
  thing: string,
  list: (solution: Solution) => readonly string[] | undefined,
  match: (has: readonly string[], value: string) => Judgement | undefined = () => undefined,
): Omit<Criterion, "wanted"> {
  return {
    named: (solution) => list(solution) ?? [],
    judge: ({ solution }, value) => {
      const wanted = String(value);
      const has = list(solution);
      if (has === undefined) return unknown(`It is not known which ${thing} it serves.`);
      const same = has.find((each) => each.toLowerCase() === wanted.toLowerCase());
      if (same !== undefined) return met(`Serves ${same}.`);
      return match(has, wanted) ?? notMet(`Does not name ${wanted}.`);
    },
  };
}

/** A tag meets a shorter range (RFC 4647, basic filtering); a shorter tag meets a longer range in part. */
function languageMatch(has: readonly string[], wanted: string): Judgement | undefined {
  const range = wanted.toLowerCase();
  const narrower = has.find((tag) => tag.toLowerCase().startsWith(`${range}-`));
  if (narrower !== undefined) return met(`Speaks ${narrower}.`);
  const wider = has.find((tag) => range.startsWith(`${tag.toLowerCase()}-`));
  return wider === undefined ? undefined : partly(`Speaks ${wider}, not ${wanted} by name.`);
}

function judgeFreedom({ assessment }: AssessedSolution, freedom: OpenSourceFreedomId): Judgement {
  if (assessment === null) return unknown("Its licence is not known.");
  const { standing, exercisable, reasons } = assessment.freedoms[freedom];
  const why = reasons[0]?.statement ?? "";
  if (standing === "unknown") return unknown(`Whether it may be had is not known: ${why}`);
  if (standing !== "granted")
    return notMet(
      `The licence grants it ${standing === "limited" ? "in part" : "not at all"}: ${why}`,
    );
  if (exercisable === "yes") return met("Granted by the licence, and to be made use of.");
  return exercisable === "no"
    ? notMet("Granted by the licence, but the source cannot be had.")
    : unknown("Granted by the licence; whether the source can be had is not known.");
}

function judgeAllFreedoms(assessed: AssessedSolution): Judgement {
  if (assessed.assessment?.allFour === "no")
    return notMet("No choice of its licences grants all four freedoms.");
  const single = openSourceFreedomIds.map((freedom) => judgeFreedom(assessed, freedom));
  const worst =
    single.find(({ outcome }) => outcome === "not-met") ??
    single.find(({ outcome }) => outcome === "unknown");
  if (worst !== undefined) return worst;
  return assessed.assessment?.allFour === "yes"
    ? met("All four freedoms are granted, and can be made use of.")
    : unknown("Whether one choice of licences grants all four is not known.");
}

function judgeDpg({ solution }: AssessedSolution, value: string | true): Judgement {
  const { status, seen } = solution.dpg;
  const when = seen === null ? "" : ` (seen ${seen})`;
  if (status === "unknown") return unknown("Its status in the registry is not known.");
  if (status === value) return met(`Is ${status}${when}.`);
  if (status === "registered") return met(`Is registered, which is more${when}.`);
  return status === "nominated" ? partly(`Is nominated${when}.`) : notMet(`Is ${status}${when}.`);
}

function judgeOffline({ solution }: AssessedSolution): Judgement {
  if (solution.offline === undefined) return unknown("It is not known whether it works offline.");
  if (solution.offline === "yes") return met("Works offline.");
  return solution.offline === "partly"
    ? partly("Works offline in part.")
    : notMet("Needs a connection.");
}

/** All criteria by name. */
export const CRITERIA: Readonly<Record<NeedCriterion, Criterion>> = {
  dimension: {
    ...listed("dimensions", ({ dimensions }) => dimensions),
    values: dimensionIds,
    wanted: `one of ${dimensionIds.join(", ")}`,
  },
  threat: { ...listed("threats", ({ threats }) => threats), wanted: "the id of a threat" },
  group: { ...listed("groups", ({ groups }) => groups), wanted: "the id of a population group" },
  language: {
    ...listed("languages", ({ languages }) => languages, languageMatch),
    wanted: "a language tag (BCP 47)",
  },
  standard: {
    ...listed("standards", ({ standards }) => standards),
    wanted: "the short name of a standard",
  },
  kind: {
    values: ["software", "data", "content", "service"],
    wanted: "software, data, content or service",
    judge: ({ solution }, value) =>
      solution.kind === value ? met(`Is ${solution.kind}.`) : notMet(`Is ${solution.kind}.`),
  },
  offline: { values: [true], wanted: "true", judge: judgeOffline },
  freedom: {
    values: openSourceFreedomIds,
    wanted: `one of ${openSourceFreedomIds.join(", ")}`,
    judge: (assessed, value) => judgeFreedom(assessed, value as OpenSourceFreedomId),
  },
  "all-freedoms": { values: [true], wanted: "true", judge: judgeAllFreedoms },
  dpg: { values: ["registered", "nominated"], wanted: "registered or nominated", judge: judgeDpg },
  verified: {
    values: [true],
    wanted: "true",
    judge: ({ solution }) =>
      solution.verified
        ? met("Licence and status were seen in the evidence.")
        : notMet("Licence or status is from memory."),
  },
};
