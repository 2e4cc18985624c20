import { validateChunks } from "@vitalcore/validate";
import { describe, expect, it } from "vitest";
import { ruleSet } from "./support/rules.js";

describe("long runs", () => {
  const rules = ruleSet({ rule: "required", columns: ["x"] });

  it("tell how far they are", async () => {
    const seen: unknown[] = [];
    const report = await validateChunks(
      [{ x: [1, 2] }, { x: [null] }],
      rules,
      {},
      { onProgress: (progress) => seen.push(progress) },
    );
    expect(seen).toEqual([
      { stage: "validating", done: 2 },
      { stage: "validating", done: 3 },
    ]);
    expect([report.rows, report.errors]).toEqual([3, 1]);
  });

  it("need neither a signal nor a listener", async () => {
    const chunks = async function* () {
      yield { x: [null] };
    };
    expect((await validateChunks(chunks(), rules)).findings.map(({ place }) => place.row)).toEqual([
      1,
    ]);
  });

  it("stop when they are told to, with the reason", async () => {
    const controller = new AbortController();
    const endless = (function* () {
      for (;;) {
        yield { x: [1] };
        controller.abort(new Error("enough"));
      }
    })();
    await expect(validateChunks(endless, rules, {}, { signal: controller.signal })).rejects.toThrow(
      "enough",
    );
    await expect(validateChunks([], rules, {}, { signal: AbortSignal.abort("no") })).rejects.toBe(
      "no",
    );
  });
});
