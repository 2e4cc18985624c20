import { readFileSync } from "node:fs";
import {
  cellAt,
  type NumberColumn,
  numberColumn,
  type Table,
  type TextColumn,
  tableOf,
} from "@vitalcore/core";
import {
  answers,
  anyOf,
  atLeast,
  countYes,
  type DesignSpec,
  dhsVerdict,
  difference,
  type Estimate,
  mean,
  nchsProportion,
  nchsRate,
  nchsRegisterRate,
  outcomeOf,
  proportion,
  type Question,
  type SurveyDesign,
  surveyDesign,
  weightDiagnostics,
  withColumns,
} from "@vitalcore/survey";
import { describe, expect, it } from "vitest";
import { agrees } from "./r/compare.js";
import { readCsv } from "./r/csv.js";
import { columnOf } from "./r/survey.js";
import { readJson, referenceFolder } from "./reference.js";

const root = referenceFolder("violence") as string;
type Json = unknown;
type Node = Record<string, Json>;

const ACTS = [
  "threat",
  "sexual_msg",
  "image_share",
  "stalk_track",
  "account_control",
  "hate_gender",
  "impersonate",
  "blackmail",
] as const;
const SEVERE = [1, 3, 4, 8];
type Period = "life" | "12m";

const users = { op: "==", args: [{ column: "internet" }, 1] } as const;

function lifetime(k: number): Question {
  return { column: `a${k}_life`, yes: 1, no: 2, dontKnow: 8, refused: 9, asked: users };
}

function question(k: number, period: Period): Question {
  const life = lifetime(k);
  if (period === "life") return life;
  return { column: `a${k}_12m`, yes: 1, no: 2, dontKnow: 8, refused: 9, after: life };
}

interface Microdata {
  readonly table: Table;
  readonly acts: Readonly<Record<Period, readonly TextColumn[]>>;
}

function readMicrodata(file: string): Microdata {
  const columns = readCsv(readFileSync(`${root}data/${file}.csv`, "utf8"), [
    "stratum",
    "age_group",
  ]);
  const table = tableOf(Object.entries(columns).map(([name, cells]) => [name, columnOf(cells)]));
  const acts = (period: Period) => ACTS.map((_, i) => answers(table, question(i + 1, period)));
  return { table, acts: { life: acts("life"), "12m": acts("12m") } };
}

const design: DesignSpec = {
  weights: { column: "d005", divideBy: 1e6 },
  strata: "stratum",
  clusters: "psu",
  nest: true,
};

const TOLERANCE = 1e-9;

/** Collects what differs, so that one message names it all. */
class Comparison {
  readonly problems: string[] = [];
  number(what: string, actual: Json, expected: Json, tolerance = TOLERANCE): void {
    if (expected === undefined) return;
    if (!agrees(actual, expected, tolerance, tolerance * 1e3)) {
      this.problems.push(`${what}: ${String(actual)} where ${String(expected)} is right`);
    }
  }
  list(what: string, actual: readonly Json[], expected: Json): void {
    if (expected === undefined) return;
    (expected as Json[]).forEach((value, i) => {
      this.number(`${what}[${i}]`, actual[i], value);
    });
  }
}

/** The users of the internet (or another domain) with a valid value, as the reference defines its denominators. */
function domainOf(
  data: Table,
  values: NumberColumn,
  spec: DesignSpec,
  inside: (row: number) => boolean = () => true,
): SurveyDesign {
  const valid = numberColumn(
    Array.from(values.values, (value, row) => +(inside(row) && !Number.isNaN(value))),
  );
  const table = withColumns(data, { outcome: values, valid });
  return surveyDesign(table, spec).subset({
    op: "==",
    args: [{ column: "valid" }, 1],
  }) as SurveyDesign;
}

const cell = (table: Table, name: string, row: number) => cellAt(table.column(name), row);

/** Compares every number of a prevalence of the reference. */
function checkPrevalence(
  c: Comparison,
  what: string,
  data: Table,
  values: NumberColumn,
  expected: Node,
  spec: DesignSpec = design,
  inside?: (row: number) => boolean,
): Estimate {
  const domain = domainOf(data, values, spec, inside);
  const shared = { designEffect: "with-replacement" as const };
  const [e] = proportion(domain, "outcome", shared).estimates as [Estimate];
  const interval = (method: "mean" | "logit" | "beta" | "korn-graubard" | "wilson") =>
    proportion(domain, "outcome", { interval: method }).estimates[0]?.interval;
  c.number(`${what} estimate`, e.value, expected.estimate);
  c.number(`${what} se`, e.standardError, expected.se);
  c.number(`${what} n`, e.n, expected.n_unweighted);
  if (expected.df === undefined) return e;
  c.number(`${what} df`, e.degreesOfFreedom, expected.df);
  const { kishDesignEffect, sum } = weightDiagnostics(domain);
  c.number(`${what} sum of weights`, sum, expected.sum_weights);
  c.number(`${what} kish`, kishDesignEffect, expected.deff_kish);
  const atEdge = e.value === 0 || e.value === 1;
  if (atEdge) return e;
  c.number(`${what} deff`, e.designEffect, expected.deff_replace);
  c.number(`${what} n_eff`, e.effectiveSampleSize, expected.n_eff);
  c.number(`${what} deff by n`, e.n / (e.effectiveSampleSize ?? 0), expected.deff_srs_n);
  const verdict = nchsProportion({
    p: e.value as number,
    standardError: e.standardError as number,
    n: e.n,
    degreesOfFreedom: e.degreesOfFreedom as number,
  });
  c.number(`${what} capped`, verdict.effectiveSize, expected.n_eff_capped);
  c.number(`${what} df-adjusted`, verdict.intervalSize, expected.n_eff_df_adjusted_capped);
  const methods = [
    ["ci_mean_t", "mean"],
    ["ci_logit", "logit"],
    ["ci_beta_uncapped", "beta"],
    ["ci_beta_capped", "korn-graubard"],
    ["ci_wilson", "wilson"],
  ] as const;
  for (const [name, method] of methods) {
    if (expected[name] === undefined || expected[name] === null) continue;
    const found = interval(method);
    c.list(`${what} ${name}`, [found?.lower, found?.upper], expected[name]);
  }
  return e;
}

const asked = (table: Table) => (row: number) => cell(table, "internet", row) === 1;
const interviewed = (table: Table) => (row: number) => cell(table, "dv_status", row) === 1;
const both =
  (...tests: ((row: number) => boolean)[]) =>
  (row: number) =>
    tests.every((test) => test(row));

const POLICIES = {
  yes_dominates: "yes-dominates",
  all_required: "all-required",
  dk_as_no: "dont-know-as-no",
  refused_excluded: "refused-excluded",
  dk_as_no_refused_excluded: "dont-know-as-no-refused-excluded",
  any_answer: "any-answer",
  missing_as_no: "missing-as-no",
} as const;

function checkContrast(
  c: Comparison,
  what: string,
  data: Table,
  values: NumberColumn,
  by: string,
  expected: Node,
  inside: (row: number) => boolean,
): void {
  const domain = domainOf(data, values, design, inside);
  const groups = [expected.group_a, expected.group_b] as [string, string];
  const found = difference(domain, "outcome", { by, of: groups });
  const normal = difference(domain, "outcome", { by, of: groups }, { df: "infinite" });
  c.list(`${what} p`, found.values, [expected.p_a, expected.p_b]);
  c.number(`${what} covariance`, found.covariance, expected.cov_ab);
  c.number(`${what} df`, found.degreesOfFreedom, expected.df);
  c.number(`${what} difference`, found.difference, expected.difference);
  c.number(`${what} se`, found.standardError, expected.difference_se);
  c.number(`${what} t`, found.t, expected.wald_t);
  c.number(`${what} p value`, found.pValue, expected.p_value);
  const limits = ({ interval }: typeof found) => [interval.lower, interval.upper];
  c.list(`${what} ci`, limits(found), expected.difference_ci_t);
  c.list(`${what} normal ci`, limits(normal), expected.difference_ci_normal);
  if (found.ratio !== null) {
    c.number(`${what} ratio`, found.ratio.value, expected.ratio);
    c.number(`${what} log se`, found.ratio.logStandardError, expected.log_ratio_se);
    c.list(`${what} ratio ci`, [found.ratio.lower, found.ratio.upper], expected.ratio_ci_t);
  }
}

/** Shares of categories among the valid codes of a column. */
function checkShares(
  c: Comparison,
  what: string,
  data: Table,
  column: string,
  codes: readonly number[],
  expected: Node,
  inside: (row: number) => boolean,
): void {
  const values = numberColumn(
    Array.from({ length: data.length }, (_, row) => {
      const code = cell(data, column, row) as number | null;
      return inside(row) && codes.includes(code ?? -1) ? code : null;
    }),
  );
  const domain = domainOf(data, values, design);
  const found = codes.map(
    (code) => proportion(domain, { column: "outcome", event: code }).estimates[0] as Estimate,
  );
  c.list(
    `${what} shares`,
    found.map(({ value }) => value),
    expected.estimate,
  );
  c.list(
    `${what} se`,
    found.map(({ standardError }) => standardError),
    expected.se,
  );
  if (expected.n_unweighted !== undefined)
    c.number(`${what} n`, found[0]?.n, expected.n_unweighted);
}

type Run = (c: Comparison, data: Microdata, expected: Node, period: Period) => void;

const MICRODATA: Readonly<Record<string, Run>> = {
  counts: (c, { table, acts }, expected) => {
    const count = (test: (row: number) => boolean) =>
      Array.from({ length: table.length }, (_, row) => +test(row)).reduce((a, b) => a + b, 0);
    c.number("rows", table.length, expected.rows);
    c.number("interviewed", count(interviewed(table)), expected.interviewed);
    const user = both(interviewed(table), asked(table));
    c.number("users", count(user), expected.users);
    const whole = surveyDesign(table, design);
    c.number("df", whole.degreesOfFreedom, expected.df_full);
    c.number("df of users", whole.subset(users).degreesOfFreedom, expected.df_users);
    const names = {
      yes: "yes",
      no: "no",
      dont_know: "dont-know",
      refused: "refused",
      blank_on_path: "missing",
    };
    ACTS.forEach((act, i) => {
      const own = (expected.acts as Record<string, Node>)[act] as Node;
      for (const [name, answer] of Object.entries(names)) {
        const found = count(
          (row) => user(row) && cellAt(acts.life[i] as TextColumn, row) === answer,
        );
        c.number(`${act} ${name}`, found, own[name]);
      }
    });
  },
  any: (c, { table, acts }, expected, period) => {
    for (const [name, policy] of Object.entries(POLICIES)) {
      const own = (expected.policies as Record<string, Node>)[name] as Node;
      checkPrevalence(c, name, table, anyOf(acts[period], policy), own, design, interviewed(table));
    }
  },
  types: (c, { table, acts }, expected, period) => {
    ACTS.forEach((act, i) => {
      const own = (expected.acts as Record<string, Node>)[act] as Node;
      const values = outcomeOf(acts[period][i] as TextColumn);
      checkPrevalence(c, act, table, values, own, design, interviewed(table));
    });
  },
  types_missing_no: (c, { table, acts }, expected, period) => {
    ACTS.forEach((act, i) => {
      const own = (expected.acts as Record<string, Node>)[act] as Node;
      const values = anyOf([acts[period][i] as TextColumn], "missing-as-no");
      checkPrevalence(c, act, table, values, own, design, interviewed(table));
    });
  },
  denominators: (c, { table, acts }, expected, period) => {
    const any = anyOf(acts[period]);
    const within = interviewed(table);
    checkPrevalence(c, "users", table, any, expected.internet_users as Node, design, within);
    const assuming = (value: number) =>
      numberColumn(
        any.values.map((own, row) => (cell(table, "internet", row) === 2 ? value : own)),
      );
    const zero = expected.all_women_declared_zero as Node;
    checkPrevalence(c, "declared zero", table, assuming(0), zero, design, within);
    checkPrevalence(
      c,
      "upper",
      table,
      assuming(1),
      expected.all_women_upper as Node,
      design,
      within,
    );
    const use = numberColumn(
      Array.from({ length: table.length }, (_, row) => {
        const code = cell(table, "internet", row);
        return code === 1 ? 1 : code === 2 ? 0 : null;
      }),
    );
    checkPrevalence(c, "user share", table, use, expected.user_share as Node, design, within);
  },
  wrong: (c, { table, acts }, expected, period) => {
    const values = anyOf(acts[period]);
    const domain = domainOf(table, values, design, interviewed(table));
    const [e] = proportion(domain, "outcome").estimates;
    c.number("right", e?.value, expected.right);
    for (const [mistake, value] of Object.entries(expected.wrong as Node)) {
      if (value !== null && agrees(e?.value, value, 1e-6)) c.problems.push(`gives ${mistake}`);
    }
    // Blanks, 8 and 9 are no zeros: a coded column is refused, and a blank is no answer.
    const raw = surveyDesign(table, design).subset(users);
    expect(() => proportion(raw, "a1_life")).toThrow(/0 and 1/);
  },
  age_place: (c, { table, acts }, expected, period) => {
    const any = anyOf(acts[period]);
    const labelOf = (column: string, row: number) => {
      const value = cell(table, column, row);
      if (column === "place") return value === 1 ? "urban" : "rural";
      return String(value);
    };
    for (const [by, column] of [
      ["age", "age_group"],
      ["place", "place"],
    ] as const) {
      for (const [label, own] of Object.entries((expected[by] ?? {}) as Record<string, Node>)) {
        const inside = both(interviewed(table), (row) => labelOf(column, row) === label);
        checkPrevalence(c, `${by} ${label}`, table, any, own, design, inside);
      }
    }
    const cross = Object.entries(
      (expected.age_by_place ?? expected.age_place ?? {}) as Record<string, Node>,
    );
    for (const [label, own] of cross) {
      const inside = both(
        interviewed(table),
        (row) => `${labelOf("age_group", row)} ${labelOf("place", row)}` === label,
      );
      checkPrevalence(c, label, table, any, own, design, inside);
    }
  },
  severe_poly: (c, { table, acts }, expected, period) => {
    const within = interviewed(table);
    const severe = SEVERE.map((k) => acts[period][k - 1] as TextColumn);
    checkPrevalence(c, "severe", table, anyOf(severe), expected.severe as Node, design, within);
    for (const k of [2, 3]) {
      const own = expected[`poly${k}`] as Node;
      checkPrevalence(c, `poly${k}`, table, atLeast(acts[period], k), own, design, within);
    }
    const means = (values: NumberColumn, own: Node, what: string, inside = within) => {
      const [e] = mean(domainOf(table, values, design, inside), "outcome").estimates;
      c.number(what, e?.value, own.estimate);
      c.number(`${what} se`, e?.standardError, own.se);
    };
    const count = countYes(acts[period]);
    means(count, expected.mean_count as Node, "mean count");
    means(countYes(acts[period], "zero"), expected.mean_count_min as Node, "lower bound");
    const victims = both(within, (row) => (count.values[row] as number) >= 1);
    means(count, expected.mean_among_victims as Node, "among victims", victims);
    const distribution = expected.distribution as Node;
    const levels = distribution.levels as number[];
    const domain = domainOf(table, count, design, within);
    const seen = levels.map((level) => {
      const [e] = proportion(domain, { column: "outcome", event: Number(level) }).estimates;
      return e as Estimate;
    });
    c.list(
      "distribution",
      seen.map(({ value }) => value),
      distribution.estimate,
    );
    c.list(
      "distribution se",
      seen.map(({ standardError }) => standardError),
      distribution.se,
    );
  },
  contrast: (c, { table, acts }, expected, period) => {
    const any = anyOf(acts[period]);
    for (const [name, own] of Object.entries(expected)) {
      if (typeof own !== "object") continue;
      const by = name.startsWith("place") ? "place" : "age_group";
      checkContrast(c, name, table, any, by, own as Node, interviewed(table));
    }
  },
  frequency: (c, { table, acts }, expected) => {
    ACTS.forEach((act, i) => {
      const own = (expected.acts as Record<string, Node>)[act] as Node;
      const victim = (row: number) => cellAt(acts["12m"][i] as TextColumn, row) === "yes";
      checkShares(
        c,
        act,
        table,
        `a${i + 1}_freq`,
        [1, 2, 3],
        own,
        both(interviewed(table), victim),
      );
    });
  },
  reporting: (c, { table, acts }, expected) => {
    const any = anyOf(acts.life);
    const victim = both(interviewed(table), (row) => any.values[row] === 1);
    const binary = (column: string, yes: readonly number[], no: readonly number[]) =>
      numberColumn(
        Array.from({ length: table.length }, (_, row) => {
          const code = (cell(table, column, row) as number | null) ?? -1;
          return yes.includes(code) ? 1 : no.includes(code) ? 0 : null;
        }),
      );
    const reported = binary("reported", [1], [2]);
    checkPrevalence(c, "reported", table, reported, expected.reported as Node, design, victim);
    const partner = binary("perp", [1, 2], [3, 4, 5]);
    checkPrevalence(c, "partner", table, partner, expected.partner as Node, design, victim);
    checkShares(c, "perp", table, "perp", [1, 2, 3, 4, 5], expected.perp as Node, victim);
    checkShares(c, "platform", table, "platform", [1, 2, 3, 4], expected.platform as Node, victim);
    const told = both(victim, (row) => cell(table, "reported", row) === 1);
    checkShares(
      c,
      "reported to",
      table,
      "reported_to",
      [1, 2, 3, 4],
      expected.reported_to as Node,
      told,
    );
    const place = expected.reporting_by_place as Node;
    checkContrast(c, "by place", table, reported, "place", place, victim);
  },
  weights: (c, { table, acts }, expected) => {
    const any = anyOf(acts.life);
    const use = numberColumn(
      Array.from({ length: table.length }, (_, row) => {
        const code = cell(table, "internet", row);
        return code === 1 ? 1 : code === 2 ? 0 : null;
      }),
    );
    const household = { ...design, weights: { column: "hv005", divideBy: 1e6 } };
    for (const [name, spec] of [
      ["woman", design],
      ["household", household],
    ] as const) {
      const own = expected[name] as Record<string, Node>;
      checkPrevalence(c, `${name} any`, table, any, own.any_life as Node, spec, interviewed(table));
      checkPrevalence(c, `${name} user`, table, use, own.user as Node, spec, interviewed(table));
    }
    const tenfold = { ...design, weights: { column: "d005", divideBy: 1e5 } };
    const scaled = expected.scaled10 as Node;
    checkPrevalence(
      c,
      "times 10",
      table,
      any,
      { ...scaled, n_unweighted: undefined, df: undefined },
      tenfold,
    );
  },
};

const FAMILY = /^tfv(\d)_(.*?)(?:_(life|12m))?$/;

const PRESENTATION: Readonly<Record<string, (c: Comparison, expected: Node) => void>> = {
  nchs_proportions: (c, { rows }) => {
    for (const row of rows as Node[]) {
      const v = nchsProportion({
        p: row.p as number,
        standardError: row.se as number,
        n: row.n as number,
        degreesOfFreedom: row.df as number,
      });
      const what = String(row.id);
      c.number(`${what} n_eff`, v.effectiveSize, row.n_eff);
      c.number(`${what} n_star`, v.intervalSize, row.n_star);
      c.number(`${what} lower`, v.lower, row.lower, 1e-8);
      c.number(`${what} upper`, v.upper, row.upper, 1e-8);
      c.number(`${what} width`, v.width, row.width_used, 1e-8);
      const [have, want] = [
        [v.verdict, v.reason, [...v.flags].sort()],
        [row.verdict, row.reason, [...(row.flags as string[])].sort()],
      ].map((value) => JSON.stringify(value));
      if (have !== want) c.problems.push(`${what}: ${have} where ${want} is right`);
    }
  },
  nchs_given_intervals: (c, { rows }) => {
    for (const row of rows as Node[]) {
      const v = nchsProportion({
        p: row.p as number,
        standardError: 0.01,
        n: row.n as number,
        degreesOfFreedom: row.df as number,
        effectiveSize: row.n_eff as number,
        interval: { lower: row.lower as number, upper: row.upper as number },
      });
      const have = JSON.stringify([v.verdict, v.reason, [...v.flags].sort()]);
      const want = JSON.stringify([row.verdict, row.reason, [...(row.flags as string[])].sort()]);
      if (have !== want) c.problems.push(`${String(row.id)}: ${have} where ${want} is right`);
    }
  },
  nchs_rates_survey: (c, { rows }) => {
    for (const row of rows as Node[]) {
      const v = nchsRate({
        value: row.x as number,
        standardError: row.se as number,
        n: row.n as number,
        kishDesignEffect: row.deff_kish as number,
        degreesOfFreedom: row.df as number,
      });
      const what = String(row.id);
      c.number(`${what} n_eff`, v.effectiveSize, row.n_eff);
      c.number(`${what} lower`, v.lower, row.lower);
      c.number(`${what} upper`, v.upper, row.upper);
      c.number(`${what} width`, v.relativeWidth, row.relative_width);
      const have = JSON.stringify([v.verdict, v.reason, v.flags]);
      const want = JSON.stringify([row.verdict, row.reason, row.flags]);
      if (have !== want) c.problems.push(`${what}: ${have} where ${want} is right`);
    }
  },
  nchs_rates_register: (c, { rows }) => {
    for (const row of rows as Node[]) {
      const v = nchsRegisterRate(row.events as number, row.population as number);
      const what = String(row.events);
      c.number(`${what} lower`, 1e5 * (v.lower ?? Number.NaN), row.lower);
      c.number(`${what} upper`, 1e5 * (v.upper ?? Number.NaN), row.upper);
      c.number(`${what} width`, v.relativeWidth, row.relative_width);
      if (v.verdict !== row.verdict) c.problems.push(`${what}: ${v.verdict}`);
    }
  },
  dhs_25_50: (c, { rows }) => {
    for (const row of rows as Node[]) {
      const have = dhsVerdict(row.n_unweighted as number);
      if (have !== row.verdict) c.problems.push(`${String(row.id)}: ${have}`);
    }
  },
};

describe("technology-facilitated violence, case by case", () => {
  const { cases } = readJson(`${root}index.json`) as {
    cases: readonly { readonly id: string; readonly group: string }[];
  };
  const data = new Map(["tfv1", "tfv2", "tfv3"].map((file) => [file, readMicrodata(file)]));
  let passed = 0;

  it.each(cases.filter(({ group }) => group !== "suppression"))("$id", ({ id }) => {
    const expected = readJson(`${root}cases/${id}.json`) as Node;
    const c = new Comparison();
    const found = FAMILY.exec(id);
    if (found === null) (PRESENTATION[id] as (c: Comparison, e: Node) => void)(c, expected);
    else {
      const [, file, family, period = "life"] = found;
      const run = MICRODATA[family as string] as Run;
      run(c, data.get(`tfv${file}`) as Microdata, expected, period as Period);
    }
    expect(c.problems).toEqual([]);
    passed += 1;
  });

  it("says how many ran", () => {
    process.stdout.write(
      `Violence, microdata and presentation: ${passed} cases passed, 0 excluded\n`,
    );
    expect(passed).toBeGreaterThan(0);
  });
});
