import { readFileSync } from "node:fs";
import type { DesignSpec, Estimate } from "@vitalcore/survey";
import { afterAll, expect } from "vitest";
import type { ViolenceQuestionnaire } from "../src/violence/index.js";
import { csvRows, fixture, report } from "./csv.js";

export const ACTS = [
  "threat",
  "sexual_msg",
  "image_share",
  "stalk_track",
  "account_control",
  "hate_gender",
  "impersonate",
  "blackmail",
];

export const questionnaire: ViolenceQuestionnaire = {
  module: { column: "dv_status", done: 1 },
  filter: { column: "internet", asked: 1, notAsked: 2 },
  acts: ACTS.map((id, i) => ({
    id,
    lifetime: `a${i + 1}_life`,
    recent: `a${i + 1}_12m`,
    frequency: `a${i + 1}_freq`,
    severe: [1, 3, 4, 8].includes(i + 1),
  })),
  codes: { yes: 1, no: 2, dontKnow: 8, refused: 9 },
  frequency: {
    answers: { often: 1, sometimes: 2, once: 3 },
    repeated: ["often", "sometimes"],
    scores: { often: 3, sometimes: 2, once: 1 },
    noAnswer: [8],
  },
};

export const design: DesignSpec = {
  weights: { column: "d005", divideBy: 1e6 },
  strata: "stratum",
  clusters: "psu",
  nest: true,
  missing: "exclude",
};

/** Groups as the stored results name them. */
export const nameOf = (label: unknown) =>
  label === 1 ? "urban" : label === 2 ? "rural" : String(label);

const TEXT = new Set(["stratum", "age_group"]);
export const dataOf = (file: number) =>
  csvRows(fixture(`violence/tfv${file}.csv`)).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        cell === "" ? null : TEXT.has(name) ? cell : Number(cell),
      ]),
    ),
  );

export interface Stored {
  readonly estimate: number;
  readonly se: number;
  readonly n_unweighted: number;
  readonly df: number;
  readonly deff_replace: number | "NaN" | null;
  readonly ci_logit?: readonly [number, number];
  readonly ci_mean_t?: readonly [number, number];
  readonly ci_wilson?: readonly [number, number];
}

/** Results as they are stored beside the simulated surveys. */
export const stored = (name: string) =>
  JSON.parse(readFileSync(fixture(`violence/${name}.json`), "utf8"));

/** Comparisons that are counted, and the count reported at the end of the file. */
export function tallied(what: string) {
  const tally = { matched: 0, compared: 0 };
  afterAll(() => report(what, tally.matched, tally.compared));
  const close = (found: number | null | undefined, expected: number, tolerance = 1e-9) => {
    tally.compared++;
    expect(Math.abs((found as number) - expected)).toBeLessThanOrEqual(
      1e-14 + tolerance * Math.abs(expected),
    );
    tally.matched++;
  };
  const compare = (
    found: Estimate | undefined,
    expected: Stored,
    interval: "ci_logit" | "ci_mean_t" | "ci_wilson" = "ci_logit",
  ) => {
    close(found?.value, expected.estimate);
    expect(found?.n).toBe(expected.n_unweighted);
    if (expected.estimate === 0 || expected.estimate === 1) return;
    close(found?.standardError, expected.se);
    expect(found?.degreesOfFreedom).toBe(expected.df);
    const limits = expected[interval];
    if (limits === undefined) return;
    close(found?.interval?.lower, limits[0]);
    close(found?.interval?.upper, limits[1]);
  };
  return { close, compare };
}
