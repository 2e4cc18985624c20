import { existsSync, readFileSync } from "node:fs";
import { readCsv } from "@vitalcore/table/csv";
import { validateTable } from "@vitalcore/validate";
import { describe, expect, it } from "vitest";
import { bytesOf, type Entry, type Expected, type Outcome } from "./support/corpus.js";
import { outcomeFor } from "./support/corpus-outcome.js";

const handmade = new URL("./fixtures/corpus/", import.meta.url);
const fetched = new URL("../../../../shared/reference/validation/corpus/", import.meta.url);

/** Kinds that are judged, but not by this harness. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  csvw: "judged in csvw-corpus.test.ts",
  xlsx: "judged in excel.test.ts",
  "value-texts": "judged cell by cell below",
  "area-codes": "judged cell by cell below",
  periods: "judged cell by cell below",
};

/** Entries whose verdict is not taken over, and why. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  "fetched/frictionless-py/table-with-accents.csv":
    "the bytes are windows-1252, not UTF-8: refused like the other such files of the corpus",
  "fetched/frictionless-py/issue-1138.csv":
    "semicolons are found and said; the other files with semicolons may be accepted too",
};

function entriesOf(manifest: URL, part: string): readonly Entry[] {
  const parsed = JSON.parse(readFileSync(manifest, "utf8"));
  const entries: readonly Entry[] = Array.isArray(parsed) ? parsed : parsed.entries;
  return entries.filter(({ file }) => part === "" || file.startsWith(part));
}

/** An entry that may be accepted with warnings, and lists an error among them, may be rejected. */
function verdictIsRight({ verdict, findings }: Entry, outcome: Outcome): boolean {
  if (verdict === "accept-or-reject") return true;
  if (outcome.verdict === verdict) return true;
  const graver = findings.some(({ severity }) => severity === "error");
  return verdict === "warn" && graver && outcome.verdict === "reject";
}

function isLocated({ row, column, path }: Expected, outcome: Outcome): boolean {
  return outcome.findings.some(({ record, place, found }) => {
    if (path !== undefined) return `/${place.path?.join("/")}` === path;
    // What is wrong with a column as a whole stands at its header.
    const sameRow = record === row || (row === 1 && record === undefined);
    const sameColumn =
      column === undefined ||
      place.column === undefined ||
      place.column === column ||
      found === column;
    return sameRow && sameColumn;
  });
}

interface Count {
  run: number;
  right: number;
  elsewhere: number;
  located: number;
  rows: number;
  wrong: string[];
}

function judge(entries: readonly Entry[], base: URL): Count {
  const count: Count = { run: 0, right: 0, elsewhere: 0, located: 0, rows: 0, wrong: [] };
  for (const entry of entries) {
    const { file, kind, verdict, findings } = entry;
    if (kind in ELSEWHERE || file in DEVIATIONS) {
      count.elsewhere += 1;
      continue;
    }
    const outcome = outcomeFor(entry, bytesOf(new URL(file, base)), (name) =>
      bytesOf(new URL(name, base)),
    );
    if (outcome === undefined) throw new Error(`${file}: nothing reads ${kind}`);
    count.run += 1;
    for (const { code, message, hint = "" } of outcome.findings) {
      if (/\{\w+\}/.test(message + hint))
        count.wrong.push(`${file}: a hole in the sentence of ${code}`);
    }
    if (verdictIsRight(entry, outcome)) count.right += 1;
    else count.wrong.push(`${file}: ${verdict}, not ${outcome.verdict}`);
    // A file that may be refused as a whole need not be searched for cells.
    if (verdict === "accept-or-reject") continue;
    for (const expected of findings.filter(
      ({ row, path }) => row !== undefined || path !== undefined,
    )) {
      count.rows += 1;
      if (isLocated(expected, outcome)) count.located += 1;
      else count.wrong.push(`${file}: nothing at row ${expected.row ?? expected.path}`);
    }
  }
  return count;
}

function say(part: string, { run, right, elsewhere, located, rows, wrong }: Count): string {
  return [
    `${part}: ${right} of ${run} verdicts right, ${located} of ${rows} places, ${elsewhere} elsewhere`,
    ...wrong.map((each) => `  ${each}`),
    "",
  ].join("\n");
}

describe("the corpus of bad and good input", () => {
  it("made by hand", () => {
    const count = judge(entriesOf(new URL("manifest.json", handmade), ""), handmade);
    process.stderr.write(say("made by hand", count));
    expect(count.wrong).toEqual([]);
    expect(count.run).toBeGreaterThan(110);
    expect(count.rows).toBeGreaterThan(100);
  });

  it.skipIf(!existsSync(fetched))(
    "from the suites of peers (skipped where they are not at hand)",
    () => {
      const count = judge(entriesOf(new URL("manifest.json", fetched), "fetched/"), fetched);
      process.stderr.write(say("fetched", count));
      expect(count.wrong).toEqual([]);
      expect(count.run + count.elsewhere).toBe(381);
      expect(count.located).toBeGreaterThanOrEqual(0.95 * count.rows);
    },
  );
});

describe("what must not happen", () => {
  const read = (file: string) => bytesOf(new URL(file, handmade));
  const outcome = (file: string) => {
    const entry = entriesOf(new URL("manifest.json", handmade), "").find(
      (each) => each.file === file,
    );
    return outcomeFor(entry as Entry, read(file), (name) => read(name)) as Outcome;
  };

  it("headers that reach a prototype", () => {
    const { table } = readCsv(read("objects/proto-headers.csv"));
    expect(table.names).toEqual([
      "iso3",
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
      "value",
    ]);
    outcome("objects/proto-json.json");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  it("groups named like members of objects that vanish", () => {
    const { table } = readCsv(read("objects/proto-codes.csv"));
    const report = validateTable(table, {
      kind: "RuleSet",
      version: 1,
      id: "x",
      rules: [
        {
          rule: "codes",
          column: "indicator",
          codes: ["__proto__", "constructor", "toString", "valueOf"],
        },
        {
          rule: "completeness",
          value: "value",
          unit: "iso3",
          indicator: "indicator",
          atLeast: 0.9,
        },
      ],
    });
    expect(report.rules[0]?.failed).toBe(0);
    expect(report.findings.map(({ facts }) => facts.indicator).filter(Boolean)).toContain(
      "__proto__",
    );
  });

  it("identifiers in the report", () => {
    for (const file of ["survey/direct-identifiers.csv", "survey/hidden-identifiers.csv"]) {
      const text = JSON.stringify(outcome(file).findings);
      for (const secret of ["Ada", "Bea", "700 000", "example.org", "1.28333", "1991-04-02"]) {
        expect(text).not.toContain(secret);
      }
    }
  });

  it("a script among the links of a report", () => {
    expect(JSON.stringify(outcome("metadata/url-javascript.json").findings)).not.toContain(
      "javascript:",
    );
  });

  it("percentages asked to add up", () => {
    const codes = outcome("meaning/percent-not-additive.csv").findings.map(({ code }) => code);
    expect(codes).toEqual(["validate/total-outside-parts"]);
  });

  it("a shock that is rejected", () => {
    expect(outcome("meaning/true-shock.csv").verdict).toBe("warn");
    expect(outcome("meaning/true-shock.csv").findings).toHaveLength(1);
  });
});

const keyOf = (file: string) =>
  entriesOf(new URL("manifest.json", handmade), "").find((entry) => entry.file === file)?.key ?? [];

describe("numbers as people write them", () => {
  it.each(keyOf("values/number-texts.csv"))("$raw", ({ raw, kind, value }) => {
    const text = `n\n"${raw}"\n`;
    const { table, findings } = readCsv(text, { columns: { n: { type: "number" } } });
    const errors = findings.filter(({ severity }) => severity === "error");
    const column = table.column("n");
    if (kind === "number" || kind === "warn") {
      expect(errors).toEqual([]);
      expect(column.kind === "number" ? column.values[0] : undefined).toBe(
        Object.is(value, 0) && String(raw).startsWith("-") ? -0 : value,
      );
      if (kind === "warn") expect(findings.length).toBe(1);
    } else if (kind !== "missing") expect(errors.length).toBeGreaterThan(0);
    if (kind === "missing" && table.length > 0) {
      expect(column.kind === "number" && Number.isNaN(column.values[0])).toBe(true);
    }
  });
});

describe("areas as people write them", () => {
  const DIFFERENT: Readonly<Record<string, string>> = {
    Swaziland: "a former name of the same country is understood",
    "Cape Verde": "a former name of the same country is understood",
    Macedonia: "a former name of the same country is understood",
  };
  it.each(keyOf("values/area-codes.csv"))("$scheme $raw", ({ scheme, raw, kind, hint }) => {
    const rules = [{ rule: "area", column: "area", scheme: scheme as "iso3" }] as const;
    const report = validateTable(
      { area: [String(raw)] },
      { kind: "RuleSet", version: 1, id: "x", rules },
    );
    const [finding] = report.findings;
    if (kind === "ok" || kind === "user-assigned" || String(raw) in DIFFERENT) {
      expect(report.verdict).toBe("accept");
    } else if (kind === "fix") {
      expect(report.verdict).toBe("warn");
      expect(String(hint)).toContain(String(finding?.suggestion));
    } else if (kind === "historic") expect(report.verdict).not.toBe("accept");
    else expect(report.verdict).toBe("reject");
    if (kind === "typo") expect(finding?.suggestion).toBeDefined();
    // Successor states are never chosen silently.
    if (raw === "SCG" || raw === "CSK") expect(finding?.suggestion).toBeUndefined();
  });
});

describe("periods as people write them", () => {
  it.each(keyOf("values/periods.csv"))("$raw", ({ raw, verdict }) => {
    const rules = [{ rule: "period", column: "period" }] as const;
    const report = validateTable(
      { period: [String(raw)] },
      { kind: "RuleSet", version: 1, id: "x", rules },
    );
    const said = String(verdict);
    expect(report.verdict).toBe(said.startsWith("ok") ? "accept" : "reject");
    if (said.startsWith("fix:")) expect(said).toContain(String(report.findings[0]?.suggestion));
  });
});
