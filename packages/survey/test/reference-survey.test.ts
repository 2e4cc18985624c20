import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Outcome, readJson, referenceFolder, runCase } from "./reference.js";

interface Index {
  readonly cases: readonly { readonly id: string; readonly family: string }[];
}

/** Cases without R calls: `reference-closed.test.ts` compares them. */
const CLOSED = /^(mpi_|ineq_closed|unweighted_)/;

/** Families of the same folder that are computed by other packages, and tested there. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  fies: "Rasch model of food insecurity: @vitalcore/indicators",
  undp: "human development indices: @vitalcore/indicators",
};

const folder = referenceFolder("survey");

describe.skipIf(folder === undefined)("R survey, case by case", () => {
  const root = folder as string;
  const { cases } = readJson(`${root}index.json`) as Index;
  const { differences } = readJson(`${root}version_differences.json`) as {
    differences: Record<string, Record<string, unknown>>;
  };
  const own = cases.filter(({ id, family }) => !(family in ELSEWHERE) && !CLOSED.test(id));
  const here = own.filter(({ id }) => existsSync(`${root}cases/${id}.json`));
  const outcomes = new Map<string, Outcome[]>();

  const only = process.env.CASES;
  it.each(here.filter(({ id }) => only === undefined || new RegExp(only).test(id)))(
    "$id",
    ({ id }) => {
      const results = runCase(root, id, differences[id] ?? {});
      outcomes.set(id, results);
      const failed = results.filter(({ status }) => status === "failed");
      expect(failed.map(({ result, reason }) => `${result}: ${reason}`)).toEqual([]);
    },
  );

  it("leaves out no more than 3 %", () => {
    const all = [...outcomes.values()].flat();
    const count = (status: Outcome["status"]) => all.filter((outcome) => outcome.status === status);
    const excluded = count("excluded");
    const reasons = new Map<string, number>();
    for (const { reason = "" } of excluded) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    const lines = [...reasons].map(([reason, times]) => `  ${times} x ${reason}`);
    process.stdout.write(
      `R survey: ${outcomes.size} cases (${own.length - here.length} skipped: their data may not be shipped), ${all.length} results, ${count("passed").length} passed, ${excluded.length} excluded\n${lines.join("\n")}\n`,
    );
    if (only === undefined) expect(excluded.length).toBeLessThanOrEqual(0.03 * all.length);
  });
});

describe("R survey on the synthetic household file", () => {
  const root = referenceFolder("synthetic") as string;
  const { cases } = readJson(`${root}index.json`) as Index;
  it.each(cases)("$id", ({ id }) => {
    const results = runCase(root, id, {});
    expect(results.filter(({ status }) => status !== "passed")).toEqual([]);
    expect(results.length).toBeGreaterThan(1);
  });
});
