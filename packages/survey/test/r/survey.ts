import {
  booleanColumn,
  type Cell,
  type Column,
  cellAt,
  type Expression,
  numberColumn,
  tableOf,
  textColumn,
} from "@vitalcore/core";
import { studentT } from "@vitalcore/stats/distributions";
import {
  type AuxiliaryTotal,
  atkinson,
  calibrate,
  contrast,
  crossTable,
  type DesignSpec,
  type Estimates,
  entropyDecomposition,
  estimateKey,
  type Factor,
  fosterGreerThorbecke,
  generalizedEntropy,
  gini,
  incomeOfPoorest,
  independenceTest,
  jDivergence,
  lorenzShares,
  type Margin,
  mean,
  medianOfPoor,
  type PovertyLine,
  type PpsSpec,
  populationCovariance,
  postStratify,
  povertyLine,
  proportion,
  quantile,
  quintileShareRatio,
  rake,
  rankTest,
  ratio,
  regression,
  relativeGap,
  relativeMedianPovertyGap,
  replicateDesign,
  replicatesOf,
  SurveyDesign,
  surveyDesign,
  type Term,
  testTerms,
  total,
  trimWeights,
  tTest,
  variance,
  watts,
  zenga,
} from "@vitalcore/survey";
import type { Arguments, Builtin, Scope } from "./evaluate.js";
import { deparse, type Node } from "./parse.js";
import {
  type By,
  type Matrix,
  type Model,
  number,
  numbers,
  type Quantiles,
  type Scalar,
  type Stat,
  type Test,
  texts,
  Unsupported,
  type Value,
  vector,
} from "./values.js";

type Formula = Value & { readonly type: "formula" };

export const columnOf = (cells: readonly Scalar[]): Column => {
  const known = cells.filter((cell) => cell !== null);
  if (known.every((cell) => typeof cell === "number"))
    return numberColumn(cells as (number | null)[]);
  if (known.every((cell) => typeof cell === "boolean"))
    return booleanColumn(cells as (boolean | null)[]);
  return textColumn(cells.map((cell) => (cell === null ? null : String(cell))));
};

/** Terms of a one-sided formula. */
export function termsOf(node: Node): Node[] {
  if (node.kind === "call" && node.fn.kind === "name" && node.fn.name === "+") {
    return node.args.flatMap(({ value }) => termsOf(value));
  }
  if (node.kind === "call" && node.fn.kind === "name" && node.fn.name === "-") {
    return termsOf((node.args[0] as { value: Node }).value);
  }
  return [node];
}

const nameOfTerm = (node: Node): string => (node.kind === "name" ? node.name : deparse(node));

const formula = (value: Value | undefined): Formula => {
  if (value?.type !== "formula") throw new Unsupported("expected a formula");
  return value;
};

const designOf = (value: Value | undefined): SurveyDesign => {
  if (value?.type !== "design") throw new Unsupported("expected a design");
  return value.design;
};

/** Positional and named arguments by the names of the parameters. */
function match(args: Arguments, names: readonly string[]): Map<string, Value> {
  const matched = new Map(args.named);
  const open = names.filter((name) => !args.named.has(name));
  args.positional.forEach((value, i) => {
    const name = open[i];
    if (name !== undefined) matched.set(name, value);
  });
  return matched;
}

const flag = (value: Value | undefined): boolean =>
  value?.type === "vector" && value.values[0] === true;

const text = (value: Value | undefined, otherwise: string): string =>
  value?.type === "vector" ? String(value.values[0]) : otherwise;

/** A design whose table has a derived column more. */
function withColumn(design: SurveyDesign, name: string, column: Column): SurveyDesign {
  const { table } = design.parts;
  const columns = table.names.map((own) => [own, table.column(own)] as const);
  return new SurveyDesign({
    ...design.parts,
    codings: new Map(),
    table: tableOf([...columns, [name, column]]),
  });
}

/** The columns of a design's table as R vectors. */
function scopeOf(design: SurveyDesign, scope: Scope): Scope {
  const { table } = design.parts;
  return scope.child(
    table.names.map((name) => {
      const column: Column = table.column(name);
      const cells = Array.from({ length: table.length }, (_, row) => cellAt(column, row) as Scalar);
      return [name, vector(cells)] as const;
    }),
  );
}

interface Prepared {
  readonly design: SurveyDesign;
  readonly columns: readonly string[];
}

/** Makes columns of the terms of a formula. */
function prepare(given: SurveyDesign, node: Node, scope: Scope): Prepared {
  let design = given;
  const columns = termsOf(node).map((term) => {
    const name = nameOfTerm(term);
    if (design.parts.table.has(name)) return name;
    if (term.kind === "call" && term.fn.kind === "name" && term.fn.name === "interaction") {
      const parts = term.args.map(({ value }) => {
        const column: Column = design.parts.table.column(nameOfTerm(value));
        return Array.from({ length: design.length }, (_, row) => cellAt(column, row));
      });
      const cells = Array.from({ length: design.length }, (_, row) => {
        const values = parts.map((part) => part[row] ?? null);
        return values.includes(null) ? null : values.join(".");
      });
      design = withColumn(design, name, textColumn(cells));
      return name;
    }
    const value = scopeOf(design, scope).evaluate(term);
    if (value.type !== "vector") throw new Unsupported(`term ${name}`);
    const cells =
      value.values.length === 1
        ? new Array<Scalar>(design.length).fill(value.values[0] as Scalar)
        : value.values;
    design = withColumn(design, name, columnOf(cells));
    return name;
  });
  return { design, columns };
}

const missing = (args: Map<string, Value>) =>
  flag(args.get("na.rm")) ? ("exclude" as const) : ("error" as const);

function deffKind(value: Value | undefined) {
  if (value?.type !== "vector") return "none" as const;
  if (value.values[0] === "replace") return "with-replacement" as const;
  return value.values[0] === true ? ("without-replacement" as const) : ("none" as const);
}

function toStat(result: Estimates, deff: boolean): Stat {
  return {
    type: "stat",
    names: result.estimates.map(({ variable, category }) =>
      category === null ? variable : `${variable}${String(category)}`,
    ),
    estimate: result.estimates.map(({ value }) => value),
    se: result.estimates.map(({ standardError }) => standardError),
    covariance: result.covariance ?? undefined,
    deff: deff ? result.estimates.map(({ designEffect }) => designEffect) : undefined,
  };
}

const meanLike =
  (estimate: typeof mean): Builtin =>
  (given, scope) => {
    const args = match(given, ["x", "design"]);
    const { design, columns } = prepare(
      designOf(args.get("design")),
      formula(args.get("x")).right,
      scope,
    );
    const designEffect = deffKind(args.get("deff"));
    const result = estimate(design, columns, {
      covariance: true,
      designEffect,
      missing: missing(args),
    });
    return toStat(result, designEffect !== "none");
  };

const svyratio: Builtin = (given, scope) => {
  const args = match(given, ["numerator", "denominator", "design"]);
  const first = prepare(designOf(args.get("design")), formula(args.get("numerator")).right, scope);
  const second = prepare(first.design, formula(args.get("denominator")).right, scope);
  const designEffect = deffKind(args.get("deff"));
  const separate = flag(args.get("separate"));
  const spec = second.design.spec as DesignSpec;
  const result = ratio(
    second.design,
    { numerator: first.columns[0] as string, denominator: second.columns[0] as string },
    {
      missing: missing(args),
      designEffect,
      ...(separate && { by: spec.strata as string }),
    },
  );
  return toStat(result, designEffect !== "none");
};

const svyvar: Builtin = (given, scope) => {
  const args = match(given, ["x", "design"]);
  const { design, columns } = prepare(
    designOf(args.get("design")),
    formula(args.get("x")).right,
    scope,
  );
  if (columns.length === 1) {
    return toStat(variance(design, columns[0] as string, { missing: missing(args) }), false);
  }
  const result = populationCovariance(design, columns, { missing: missing(args) });
  const side = columns.length;
  const at = (i: number, j: number) => {
    const [a, b] = i <= j ? [i, j] : [j, i];
    return (
      (a as number) * side -
      ((a as number) * ((a as number) - 1)) / 2 +
      (b as number) -
      (a as number)
    );
  };
  const cells = Array.from({ length: side * side }, (_, k) => at(k % side, Math.floor(k / side)));
  return {
    type: "stat",
    names: cells.map(String),
    estimate: cells.map((k) => result.estimates[k]?.value ?? null),
    se: cells.map((k) => result.estimates[k]?.standardError ?? null),
    side,
  };
};

const METHODS = {
  logit: "logit",
  likelihood: "likelihood",
  asin: "arcsine",
  beta: "beta",
  mean: "mean",
  xlogit: "xlogit",
  wilson: "wilson",
} as const;

const methodOf = (name: string) => {
  if (!(name in METHODS)) throw new Unsupported(`interval ${name}`);
  return METHODS[name as keyof typeof METHODS];
};

const svyciprop: Builtin = (given, scope) => {
  const args = match(given, ["formula", "design", "method", "level", "df"]);
  const { design, columns } = prepare(
    designOf(args.get("design")),
    formula(args.get("formula")).right,
    scope,
  );
  const df = args.get("df");
  const [estimate] = proportion(design, columns[0] as string, {
    missing: missing(args),
    interval: methodOf(text(args.get("method"), "logit")),
    ...(args.has("level") && { level: number(args.get("level") as Value) }),
    ...(df !== undefined && {
      df: number(df) === Number.POSITIVE_INFINITY ? "infinite" : number(df),
    }),
  }).estimates;
  return {
    type: "stat",
    names: columns as string[],
    estimate: [estimate?.value ?? null],
    se: [estimate?.standardError ?? null],
    interval: [estimate?.interval?.lower ?? Number.NaN, estimate?.interval?.upper ?? Number.NaN],
    sample: { n: estimate?.n ?? 0, level: estimate?.interval?.level ?? 0.95 },
  };
};

const RULES = [
  "math",
  "school",
  "hf1",
  "hf2",
  "hf3",
  "hf4",
  "hf5",
  "hf6",
  "hf7",
  "hf8",
  "hf9",
] as const;

function quantileOptions(args: Map<string, Value>) {
  const rule = text(args.get("qrule"), "math");
  const interval = text(args.get("interval.type"), "mean");
  if (!RULES.includes(rule as never)) throw new Unsupported(`quantile rule ${rule}`);
  const df = args.get("df");
  return {
    rule: rule as (typeof RULES)[number],
    interval: interval === "quantile" ? ("replicates" as const) : methodOf(interval),
    missing: missing(args),
    ...(args.has("alpha") && { level: 1 - number(args.get("alpha") as Value) }),
    ...(df !== undefined && {
      df: number(df) === Number.POSITIVE_INFINITY ? ("infinite" as const) : number(df),
    }),
  };
}

const svyquantile: Builtin = (given, scope): Quantiles => {
  const args = match(given, ["x", "design", "quantiles"]);
  const { design, columns } = prepare(
    designOf(args.get("design")),
    formula(args.get("x")).right,
    scope,
  );
  const p = numbers(args.get("quantiles") as Value);
  const withInterval = !(args.has("ci") && !flag(args.get("ci")));
  const options = quantileOptions(args);
  return {
    type: "quantiles",
    p,
    variables: Object.fromEntries(
      columns.map((column) => {
        const { estimates } = quantile(design, column, p, options);
        return [
          column,
          {
            estimate: estimates.map(({ value }) => value),
            lower: estimates.map((e) => (withInterval ? (e.interval?.lower ?? null) : null)),
            upper: estimates.map((e) => (withInterval ? (e.interval?.upper ?? null) : null)),
            se: estimates.map((e) => (withInterval ? e.standardError : null)),
          },
        ];
      }),
    ),
  };
};

const degf: Builtin = ({ positional: [design] }) => vector([designOf(design).degreesOfFreedom]);

const svydesign: Builtin = (given, scope): Value => {
  const args = match(given, ["ids", "probs", "strata", "variables", "fpc", "data", "nest"]);
  const data = args.get("data");
  if (data?.type !== "frame") throw new Unsupported("svydesign without a data frame");
  const named = (key: string): string[] | undefined => {
    const value = args.get(key);
    if (value === undefined) return undefined;
    const terms = termsOf(formula(value).right);
    if (terms.length === 1 && terms[0]?.kind === "number") return undefined;
    return terms.map(nameOfTerm);
  };
  const single = (key: string) => named(key)?.[0];
  const columns: Record<string, readonly Scalar[]> = { ...data.columns };
  const length = Object.values(columns)[0]?.length ?? 0;
  let weights = single("weights");
  if (weights !== undefined && columns[weights] === undefined) {
    const inner = scope.child(Object.entries(columns).map(([k, v]) => [k, vector(v)] as const));
    const value = inner.evaluate(formula(args.get("weights")).right);
    columns[weights] = (value as Value & { type: "vector" }).values;
  }
  if (weights === undefined && args.get("weights")?.type === "vector") {
    columns["<weights>"] = numbers(args.get("weights") as Value);
    weights = "<weights>";
  }
  const pps = args.get("pps");
  let ppsSpec: PpsSpec | undefined;
  const estimator = text(args.get("variance"), "HT") as "HT" | "YG";
  if (pps?.type === "matrix") {
    ppsSpec = { method: "joint", joint: pps.rows.map((row) => row.map(Number)), estimator };
  } else if (pps !== undefined) {
    const method = text(pps, "");
    if (method === "brewer") ppsSpec = { method };
    else if (method === "overton") ppsSpec = { method, estimator };
    else throw new Unsupported(`pps ${method}`);
  }
  const lonely = scope.options["survey.lonely.psu"] as DesignSpec["lonely"];
  const spec: DesignSpec = {
    ...(named("ids") && { clusters: named("ids") as string[] }),
    ...(named("strata") && { strata: named("strata") as string[] }),
    ...(named("fpc") && { fpc: named("fpc") as string[] }),
    ...(weights !== undefined && { weights }),
    ...(single("probs") !== undefined && { probabilities: single("probs") as string }),
    ...(flag(args.get("nest")) && { nest: true }),
    ...(ppsSpec && { pps: ppsSpec }),
    ...(lonely && { lonely }),
    ...(scope.options["survey.adjust.domain.lonely"] === true && { lonelyInDomains: true }),
    ...(scope.options["survey.ultimate.cluster"] === true && { ultimateCluster: true }),
  };
  const table = tableOf(Object.entries(columns).map(([name, cells]) => [name, columnOf(cells)]));
  void length;
  return { type: "design", design: surveyDesign(table, spec) as SurveyDesign };
};

const svrepdesign: Builtin = (given) => {
  const { named } = given;
  const data = named.get("data");
  const weights = named.get("repweights");
  if (data?.type !== "frame" || weights?.type !== "matrix") throw new Unsupported("svrepdesign");
  return {
    type: "design",
    design: replicated(data, {
      matrix: weights.rows.map((row) => row.map(Number)),
      weights: named.has("weights") ? nameOfTerm(formula(named.get("weights")).right) : undefined,
      type: text(named.get("type"), "other"),
      combined: flag(named.get("combined.weights")),
      scale: named.has("scale") ? number(named.get("scale") as Value) : undefined,
      rscales: named.has("rscales") ? numbers(named.get("rscales") as Value) : undefined,
      mse: named.has("mse") ? flag(named.get("mse")) : undefined,
    }),
  };
};

export interface GivenReplicates {
  readonly matrix: readonly (readonly number[])[];
  readonly weights: string | undefined;
  readonly type: string;
  readonly combined: boolean;
  readonly scale?: number | undefined;
  readonly rscales?: readonly number[] | undefined;
  readonly mse?: boolean | undefined;
  readonly rho?: number | undefined;
}

const TYPES: Record<string, "JK1" | "JK2" | "JKn" | "BRR" | "Fay" | "bootstrap" | "SDR" | "other"> =
  {
    JK1: "JK1",
    JK2: "JK2",
    JKn: "JKn",
    BRR: "BRR",
    Fay: "Fay",
    bootstrap: "bootstrap",
    subbootstrap: "bootstrap",
    mrbbootstrap: "bootstrap",
    ACS: "SDR",
    "successive-difference": "SDR",
    other: "other",
  };

/** A design of stored replicate weights. */
export function replicated(
  data: Value & { readonly type: "frame" },
  given: GivenReplicates,
): SurveyDesign {
  const count = given.matrix[0]?.length ?? 0;
  const names = Array.from({ length: count }, (_, r) => `<rep${r}>`);
  const table = tableOf([
    ...Object.entries(data.columns).map(([name, cells]) => [name, columnOf(cells)] as const),
    ...names.map(
      (name, r) => [name, numberColumn(given.matrix.map((row) => row[r] as number))] as const,
    ),
  ]);
  return replicateDesign(table, {
    ...(given.weights !== undefined && { weights: given.weights }),
    replicates: {
      columns: names,
      type: TYPES[given.type] ?? "other",
      combined: given.combined,
      ...(given.scale !== undefined && { scale: given.scale }),
      ...(given.rscales !== undefined && { rscales: given.rscales }),
      ...(given.mse !== undefined && { mse: given.mse }),
      ...(given.rho != null && { rho: given.rho }),
    },
  }) as SurveyDesign;
}

const asSvrepdesign: Builtin = (given): Value => {
  const args = match(given, ["design", "type"]);
  const type = text(args.get("type"), "auto");
  const design = designOf(args.get("design"));
  const mse = flag(args.get("mse"));
  if (type === "auto") return { type: "design", design: replicatesOf(design, undefined, { mse }) };
  if (type === "JK1" || type === "JKn") {
    return { type: "design", design: replicatesOf(design, { type }, { mse }) };
  }
  throw new Unsupported(`as.svrepdesign(type = ${type})`);
};

const subset: Builtin = ({ nodes }, scope) => {
  const design = designOf(scope.evaluate(nodes[0] as Node));
  const { table } = design.parts;
  const condition = scopeOf(design, scope).evaluate(nodes[1] as Node);
  if (condition.type !== "vector") throw new Unsupported("subset");
  const cells = condition.values.map((value) => (value === null ? null : Boolean(value)));
  let name = "<subset>";
  while (table.has(name)) name += "'";
  const marked = withColumn(design, name, booleanColumn(cells));
  return { type: "design", design: marked.subset({ column: name }) };
};

/** Auxiliary totals of R's `calibrate`, whose names are those of a model matrix. */
function auxiliaries(design: SurveyDesign, population: Value): AuxiliaryTotal[] {
  if (population.type !== "vector") throw new Unsupported("population");
  return population.values.map((value, i): AuxiliaryTotal => {
    const name = population.names?.[i] ?? "";
    const amount = Number(value);
    if (name === "(Intercept)") return { total: amount };
    const { table } = design.parts;
    if (table.has(name)) return { column: name, total: amount };
    const column = [...table.names]
      .filter((own) => name.startsWith(own))
      .sort((a, b) => b.length - a.length)[0] as string;
    return { column, category: name.slice(column.length), total: amount };
  });
}

const svycalibrate: Builtin = (given) => {
  const args = match(given, ["design", "formula", "population"]);
  const design = designOf(args.get("design"));
  const population = args.get("population") as Value;
  const pair = (key: string) => {
    const value = args.get(key);
    return value === undefined ? undefined : (numbers(value) as unknown as [number, number]);
  };
  const variance = args.has("variance")
    ? nameOfTerm(termsOf(formula(args.get("formula")).right)[0] as Node)
    : undefined;
  const distance = text(args.get("calfun"), "linear") as "linear" | "raking" | "logit";
  return {
    type: "design",
    design: calibrate(design, auxiliaries(design, population), {
      distance,
      tolerance: args.has("epsilon") ? number(args.get("epsilon") as Value) : 1e-7,
      maxIterations: args.has("maxit") ? number(args.get("maxit") as Value) : 50,
      ...(pair("bounds") && { bounds: pair("bounds") as [number, number] }),
      ...(pair("trim") && { trim: pair("trim") as [number, number] }),
      ...(variance !== undefined && { variance }),
      ...(args.has("aggregate.stage") && {
        aggregateStage: number(args.get("aggregate.stage") as Value),
      }),
    }),
  };
};

function marginOf(strata: Value, population: Value): Margin {
  if (population.type !== "frame") throw new Unsupported("population margin");
  const columns = termsOf(formula(strata).right).map(nameOfTerm);
  const counts = (population.columns.Freq ?? []) as readonly number[];
  return {
    columns,
    counts: counts.map((count, i) => ({
      cell: columns.map((column) => population.columns[column]?.[i] as Cell),
      count,
    })),
  };
}

const svypostStratify: Builtin = (given) => {
  const args = match(given, ["design", "strata", "population"]);
  const margin = marginOf(args.get("strata") as Value, args.get("population") as Value);
  return { type: "design", design: postStratify(designOf(args.get("design")), margin) };
};

const svyrake: Builtin = (given) => {
  const args = match(given, ["design", "sample.margins", "population.margins", "control"]);
  const samples = args.get("sample.margins") as Value & { type: "list" };
  const populations = args.get("population.margins") as Value & { type: "list" };
  const control = args.get("control") as (Value & { type: "list" }) | undefined;
  const setting = (name: string, otherwise: number) => {
    const at = control?.names.indexOf(name) ?? -1;
    return at < 0 ? otherwise : number(control?.items[at] as Value);
  };
  const epsilon = setting("epsilon", 1);
  return {
    type: "design",
    design: rake(
      designOf(args.get("design")),
      samples.items.map((strata, i) => marginOf(strata, populations.items[i] as Value)),
      {
        maxIterations: setting("maxit", 10),
        ...(epsilon >= 1 ? { absoluteTolerance: epsilon } : { tolerance: epsilon }),
      },
    ),
  };
};

const svytrim: Builtin = (given) => {
  const args = match(given, ["design", "upper", "lower"]);
  return {
    type: "design",
    design: trimWeights(
      designOf(args.get("design")),
      {
        ...(args.has("upper") && { upper: number(args.get("upper") as Value) }),
        ...(args.has("lower") && { lower: number(args.get("lower") as Value) }),
      },
      { strict: flag(args.get("strict")) },
    ),
  };
};

const weights: Builtin = (given): Value => {
  const args = match(given, ["object", "type"]);
  const { parts } = designOf(args.get("object"));
  const { replicates } = parts;
  if (replicates === undefined) return vector([...parts.weights]);
  const analysis = text(args.get("type"), "replication") === "analysis";
  const columns = Array.from({ length: replicates.count }, (_, r) =>
    replicates.fill(r, new Float64Array(parts.weights.length)),
  );
  return {
    type: "matrix",
    rows: [...parts.weights].map((weight, row) =>
      columns.map((column) => (column[row] as number) / (analysis ? 1 : weight)),
    ),
  };
};

const asTest = (value: {
  statistic: number;
  parameter: readonly number[];
  pValue: number;
  estimate?: number | null;
  interval?: readonly [number, number];
}): Test => ({ type: "test", ...value });

const CHISQ = {
  F: "rao-scott",
  Chisq: "rao-scott-first-order",
  Wald: "wald",
  adjWald: "wald-adjusted",
  // The reference machine lacked CompQuadForm, so that R fell back to the saddlepoint.
  lincom: "rao-scott-saddlepoint",
  saddlepoint: "rao-scott-saddlepoint",
} as const;

const svychisq: Builtin = (given) => {
  const args = match(given, ["formula", "design", "statistic"]);
  const statistic = text(args.get("statistic"), "F");
  if (!(statistic in CHISQ)) throw new Unsupported(`svychisq(statistic = ${statistic})`);
  const [rows, columns] = termsOf(formula(args.get("formula")).right).map(nameOfTerm);
  const keepMissing = args.has("na.rm") && !flag(args.get("na.rm"));
  const result = independenceTest(
    designOf(args.get("design")),
    { rows: rows as string, columns: columns as string },
    {
      method: CHISQ[statistic as keyof typeof CHISQ],
      missing: keepMissing ? "error" : "exclude",
    },
  );
  return asTest({
    statistic: result.statistic,
    parameter:
      statistic === "lincom" ? [] : result.df2 === null ? [result.df1] : [result.df1, result.df2],
    pValue: result.pValue,
  });
};

const svytable: Builtin = (given): Matrix => {
  const args = match(given, ["formula", "design"]);
  const [rows, columns] = termsOf(formula(args.get("formula")).right).map(nameOfTerm);
  const { people } = crossTable(
    designOf(args.get("design")),
    { rows: rows as string, columns: columns as string },
    { missing: "exclude" },
  );
  return { type: "matrix", rows: people };
};

const svyttest: Builtin = (given, scope) => {
  const args = match(given, ["formula", "design"]);
  const { left, right } = formula(args.get("formula"));
  const prepared = prepare(designOf(args.get("design")), left as Node, scope);
  const column = prepared.columns[0] as string;
  const result = tTest(
    prepared.design,
    right.kind === "number" ? { column } : { column, by: nameOfTerm(right) },
    { missing: "exclude" },
  );
  return asTest({
    statistic: result.t,
    parameter: [result.degreesOfFreedom],
    pValue: result.pValue,
    estimate: result.estimate,
    interval: [result.interval.lower as number, result.interval.upper as number],
  });
};

const SCORES = {
  wilcoxon: "wilcoxon",
  vanderWaerden: "van-der-waerden",
  median: "median",
} as const;

const svyranktest: Builtin = (given) => {
  const args = match(given, ["formula", "design", "test"]);
  const { left, right } = formula(args.get("formula"));
  const score = SCORES[text(args.get("test"), "wilcoxon") as keyof typeof SCORES];
  const result = rankTest(
    designOf(args.get("design")),
    { column: nameOfTerm(left as Node), by: nameOfTerm(right), score },
    { missing: "exclude" },
  );
  // For more than two groups R prints the degrees of freedom as statistic and the chi-square as parameter.
  return result.estimate === null
    ? asTest({
        statistic: result.df1,
        parameter: [result.statistic * result.df1],
        pValue: result.pValue,
      })
    : asTest({
        statistic: result.statistic,
        parameter: [result.df2],
        pValue: result.pValue,
        estimate: result.estimate,
      });
};

const FAMILY = {
  gaussian: "gaussian",
  binomial: "logistic",
  quasibinomial: "logistic",
  quasipoisson: "poisson",
  poisson: "poisson",
} as const;

const isCall = (node: Node, name: string): node is Node & { readonly kind: "call" } =>
  node.kind === "call" && node.fn.kind === "name" && node.fn.name === name;

/** Operands of a chain of one operator: a:b:c. */
const operands = (node: Node, operator: string): Node[] =>
  isCall(node, operator) ? node.args.flatMap(({ value }) => operands(value, operator)) : [node];

function factorOf(node: Node): Factor {
  if (node.kind === "name") return node.name;
  const inner = isCall(node, "I") ? (node.args[0] as { value: Node }).value : node;
  return { expression: toExpression(inner), name: deparse(node).replaceAll(" ", "") };
}

function modelTerm(node: Node): Term {
  if (isCall(node, "*")) return { crossing: operands(node, "*").map(factorOf) };
  if (isCall(node, ":")) return { interaction: operands(node, ":").map(factorOf) };
  return factorOf(node);
}

const svyglm: Builtin = (given, scope): Model => {
  const args = match(given, ["formula", "design"]);
  const { left, right } = formula(args.get("formula"));
  const { design, columns } = prepare(designOf(args.get("design")), left as Node, scope);
  const terms = termsOf(right);
  const intercept = !terms.some((node) => node.kind === "number" && node.value === 0);
  const family = args.has("family") ? text(args.get("family"), "gaussian") : "gaussian";
  const model = regression(
    design,
    {
      outcome: columns[0] as string,
      terms: terms.filter(({ kind }) => kind !== "number").map(modelTerm),
      intercept,
      family: FAMILY[family as keyof typeof FAMILY],
    },
    // R's own rule, at which its standard errors are not yet exact.
    { missing: "exclude", tolerance: 1e-8 },
  );
  return {
    type: "model",
    names: model.coefficients.map(({ name }) => name),
    coefficients: model.coefficients.map(({ value }) => value ?? Number.NaN),
    se: model.coefficients.map(({ standardError }) => standardError ?? Number.NaN),
    covariance: model.covariance,
    dfResidual: model.degreesOfFreedom,
    p: model.coefficients.map(({ pValue }) => pValue ?? Number.NaN),
    test: (terms) => {
      const { f, df1, df2, pValue } = testTerms(model, terms);
      return asTest({ statistic: f, parameter: [df1, df2], pValue });
    },
  };
};

const regTermTest: Builtin = (given) => {
  const args = match(given, ["model", "test.terms"]);
  const model = args.get("model");
  if (model?.type !== "model") throw new Unsupported("regTermTest");
  const terms = termsOf(formula(args.get("test.terms")).right).map(nameOfTerm);
  const test = model.test(terms);
  return {
    type: "list",
    names: ["Ftest", "df", "ddf", "p"],
    items: [
      vector([test.statistic]),
      vector([test.parameter[0] as number]),
      vector([test.parameter[1] as number]),
      vector([test.pValue]),
    ],
  };
};

/** A quoted R expression over estimates, as an expression of core. */
function toExpression(node: Node): Expression {
  if (node.kind === "number") return node.value;
  if (node.kind === "name") return { column: node.name };
  if (node.kind === "call" && node.fn.kind === "name") {
    const { name } = node.fn;
    const args = node.args.map(({ value }) => toExpression(value));
    if (name === "^" && args[1] === 2) return { op: "*", args: [args[0]!, args[0]!] };
    const op = name === "log" ? "ln" : name;
    return { op: op as "+", args };
  }
  throw new Unsupported("expression in a contrast");
}

/** Estimates whose keys are the names that R gives them. */
function namedEstimates(stat: Stat): Estimates {
  return {
    kind: "SurveyEstimates",
    version: 1,
    statistic: "",
    estimates: stat.names.map((variable, i) => ({
      variable,
      category: null,
      group: {},
      value: stat.estimate[i] ?? null,
      standardError: stat.se[i] ?? null,
      interval: null,
      n: 0,
      nMissing: 0,
      degreesOfFreedom: null,
      designEffect: null,
      effectiveSampleSize: null,
      scale: "number" as const,
    })),
    covariance: stat.covariance ?? null,
    findings: [],
  };
}

const svycontrast: Builtin = (given) => {
  const args = match(given, ["stat", "contrasts"]);
  const source = args.get("stat") as Value;
  const stat = source.type === "by" ? source.stat : source;
  if (stat.type !== "stat") throw new Unsupported("svycontrast");
  const by = args.get("contrasts") as Value;
  const estimates = namedEstimates(stat);
  const keys = estimates.estimates.map(estimateKey);
  const spec =
    by.type === "quote"
      ? { expression: toExpression(by.node) }
      : Object.fromEntries(
          numbers(by).map((weight, i) => [
            (by as Value & { type: "vector" }).names?.[i] ?? (keys[i] as string),
            weight,
          ]),
        );
  return toStat(contrast(estimates, { contrast: spec }), false);
};

/** Cohen's kappa, as a function of the shares of the cells. */
const svykappa: Builtin = (given, scope) => {
  const args = match(given, ["formula", "design"]);
  const [a, b] = termsOf(formula(args.get("formula")).right).map(nameOfTerm);
  const interaction: Node = {
    kind: "call",
    fn: { kind: "name", name: "interaction" },
    args: [a, b].map((name) => ({ value: { kind: "name", name: name as string } })),
  };
  const { design, columns } = prepare(designOf(args.get("design")), interaction, scope);
  const means = mean(design, columns, { covariance: true });
  const cells = means.estimates.map((estimate) => ({
    key: estimateKey(estimate),
    parts: String(estimate.category).split("."),
  }));
  const levels = [...new Set(cells.map(({ parts }) => parts[0] as string))];
  const sum = (holds: (parts: readonly string[]) => boolean): Expression => ({
    op: "+",
    args: cells.filter(({ parts }) => holds(parts)).map(({ key }) => ({ column: key })),
  });
  const agreement = sum(([x, y]) => x === y);
  const chance: Expression = {
    op: "+",
    args: levels.map((level) => ({
      op: "*",
      args: [sum(([x]) => x === level), sum(([, y]) => y === level)],
    })),
  };
  const kappa: Expression = {
    op: "/",
    args: [
      { op: "-", args: [agreement, chance] },
      { op: "-", args: [1, chance] },
    ],
  };
  return toStat(contrast(means, { kappa: { expression: kappa } }), false);
};

const confint: Builtin = (given): Matrix => {
  const args = match(given, ["object", "parm", "level"]);
  const source = args.get("object") as Value;
  const stat = source.type === "by" ? source.stat : source;
  if (stat.type !== "stat") throw new Unsupported("confint");
  const level = args.has("level") ? number(args.get("level") as Value) : 0.95;
  const df = args.has("df") ? number(args.get("df") as Value) : Number.POSITIVE_INFINITY;
  const t = studentT({ df }).upperQuantile((1 - level) / 2);
  return {
    type: "matrix",
    rows: stat.estimate.map((value, i) => {
      const half = t * Number(stat.se[i]);
      return value === null ? [null, null] : [value - half, value + half];
    }),
  };
};

const vcov: Builtin = ({ positional: [source] }): Matrix => {
  const stat = source?.type === "by" ? source.stat : source;
  if (stat?.type !== "stat") throw new Unsupported("vcov");
  return {
    type: "matrix",
    rows:
      stat.covariance ??
      stat.se.map((se, i) => stat.se.map((_, j) => (i === j ? Number(se) ** 2 : 0))),
  };
};

const cv: Builtin = ({ positional: [source] }): Matrix => {
  if (source?.type !== "stat") throw new Unsupported("cv");
  return {
    type: "matrix",
    rows: source.estimate.map((value, i) => [Number(source.se[i]) / Number(value)]),
  };
};

/** `sum(.weights*x)/sum(.weights*y)`: the one function that the cases hand to withReplicates. */
const withReplicates: Builtin = (given) => {
  const args = match(given, ["design", "theta"]);
  const theta = args.get("theta");
  if (theta?.type !== "quote") throw new Unsupported("withReplicates");
  const found = /sum\(\.weights \* (\S+?)\) \/ sum\(\.weights \* (\S+?)\)/.exec(
    deparse(theta.node),
  );
  if (found === null) throw new Unsupported("withReplicates");
  const [, numerator, denominator] = found;
  return toStat(
    ratio(designOf(args.get("design")), {
      numerator: numerator as string,
      denominator: denominator as string,
    }),
    false,
  );
};

const svyby: Builtin = (given, scope): By => {
  const args = match(given, ["formula", "by", "design", "FUN"]);
  const fun = args.get("FUN");
  const name = fun?.type === "quote" && fun.node.kind === "name" ? fun.node.name : "";
  const prepared = prepare(designOf(args.get("design")), formula(args.get("formula")).right, scope);
  const by = termsOf(formula(args.get("by")).right).map(nameOfTerm);
  const joint = flag(args.get("covmat"));
  const keepEmpty = args.has("drop.empty.groups") && !flag(args.get("drop.empty.groups"));
  const designEffect = deffKind(args.get("deff"));
  const strict = missing(args) === "error";
  const shared = {
    by,
    // R answers NA in the groups where a value is missing; see below.
    missing: "exclude" as const,
    designEffect,
    ...(joint && { covariance: true }),
    ...(keepEmpty && { emptyGroups: true }),
    df: "infinite" as const,
  };
  const asked: Asked = { by, designEffect, covariance: joint };
  const { design, columns } = prepared;
  const first = columns[0] as string;
  let result: Estimates;
  if (name === "svymean") result = mean(design, columns, shared);
  else if (name === "svytotal") result = total(design, columns, shared);
  else if (name === "svyratio") {
    const below = prepare(design, formula(args.get("denominator")).right, scope);
    result = ratio(
      below.design,
      { numerator: first, denominator: below.columns[0] as string },
      shared,
    );
  } else if (name === "svyciprop") {
    const { df: _df, ...rest } = shared;
    result = proportion(design, first, {
      ...rest,
      interval: methodOf(text(args.get("method"), "logit")),
    });
  } else if (name === "svyquantile") {
    const { df: _df, ...rest } = shared;
    result = quantile(design, first, numbers(args.get("quantiles") as Value), {
      ...rest,
      ...quantileOptions(args),
    });
  } else result = GROUPED[name]?.(design, first, asked, args) ?? unsupported(name);
  const rows = result.estimates
    .filter(({ n }) => n > 0 || !flag(args.get("na.rm.all")))
    .map((estimate) =>
      strict && estimate.nMissing > 0 && name !== "svyciprop"
        ? { ...estimate, value: null, standardError: null }
        : estimate,
    );
  return toBy({ ...result, estimates: rows }, by, name);
};

function unsupported(name: string): never {
  throw new Unsupported(`svyby(FUN = ${name})`);
}

/** Estimators of other families that svyby may be given. */
export const GROUPED: Record<
  string,
  (design: SurveyDesign, column: string, asked: Asked, args: Map<string, Value>) => Estimates
> = {};

function toBy(result: Estimates, by: readonly string[], name: string): By {
  const table: Record<string, Scalar[]> = Object.fromEntries(by.map((column) => [column, []]));
  const several = new Set(result.estimates.map(({ category }) => category)).size > 1;
  const keys = [
    ...new Set(
      result.estimates.map(({ variable, category }) =>
        category === null
          ? variable
          : name === "svyquantile" && several
            ? `${variable}.${String(category)}`
            : name === "svyquantile"
              ? variable
              : `${variable}${String(category)}`,
      ),
    ),
  ];
  const single = keys.length === 1;
  const perGroup = keys.length;
  for (let g = 0; g < result.estimates.length; g += perGroup) {
    const first = result.estimates[g];
    for (const column of by) table[column]?.push(first?.group[column] ?? null);
    keys.forEach((key, j) => {
      const estimate = result.estimates[g + j];
      const put = (column: string, value: Scalar) => {
        table[column] ??= [];
        table[column].push(value);
      };
      const { value = null, standardError: se = null, interval = null } = estimate ?? {};
      put(key, value);
      for (const suffix of single ? ["", `.${key}`] : [`.${key}`]) {
        put(`se${suffix}`, se);
        put(`ci_l${suffix}`, interval?.lower ?? null);
        put(`ci_u${suffix}`, interval?.upper ?? null);
        put(`cv${suffix}`, se === null || value === null ? null : se / value);
        put(`var${suffix}`, se === null ? null : se ** 2);
        put(`DEff${suffix}`, estimate?.designEffect ?? null);
      }
    });
  }
  const stat: Stat = {
    type: "stat",
    names: result.estimates.map(({ group }) => by.map((column) => String(group[column])).join(".")),
    estimate: result.estimates.map(({ value }) => value),
    se: result.estimates.map(({ standardError }) => standardError),
    covariance: result.covariance ?? undefined,
  };
  return { type: "by", table, stat };
}

const amount = (args: Map<string, Value>, name: string, otherwise: number) =>
  args.has(name) ? number(args.get(name) as Value) : otherwise;

/** What svyby, `deff` and `covmat` add to a measure. */
interface Asked {
  readonly by?: readonly string[];
  readonly covariance?: boolean;
  readonly designEffect?: "none" | "with-replacement" | "without-replacement";
}

type Income = (
  design: SurveyDesign,
  column: string,
  args: Map<string, Value>,
  asked: Asked,
) => Estimates;

const lineOf = (args: Map<string, Value>): PovertyLine => {
  const type = text(args.get("type_thresh"), "abs");
  if (type === "abs") return amount(args, "abs_thresh", Number.NaN);
  const share = amount(args, "percent", 0.6);
  if (type === "relm") return { share, of: "mean" };
  return { share, of: { quantile: amount(args, "quantiles", 0.5) } };
};

const median60 = { share: 0.6, of: "median" } as const;

/** Measures of convey, by their names there. */
const INCOME: Record<string, Income> = {
  svygini: (design, column, _, asked) => gini(design, column, { definition: "convey", ...asked }),
  svyatk: (design, column, args, asked) =>
    atkinson(design, column, { epsilon: amount(args, "epsilon", 1), ...asked }),
  svygei: (design, column, args, asked) =>
    generalizedEntropy(design, column, { alpha: amount(args, "epsilon", 1), ...asked }),
  svyjdiv: (design, column, _, asked) => jDivergence(design, column, asked),
  svyzenga: (design, column, _, asked) => zenga(design, column, { ties: "in-order", ...asked }),
  svyfgt: (design, column, args, asked) => {
    const line = lineOf(args);
    return fosterGreerThorbecke(design, column, { line, alpha: amount(args, "g", 0), ...asked });
  },
  svywatts: (design, column, args, asked) =>
    watts(design, column, { line: lineOf(args), ...asked }),
  svyarpr: (design, column, _, asked) =>
    fosterGreerThorbecke(design, column, { line: median60, ...asked }),
  svyarpt: (design, column) => povertyLine(design, column, { line: median60 }),
  svypoormed: (design, column, _, asked) => medianOfPoor(design, column, asked),
  svyrmpg: (design, column, _, asked) => relativeMedianPovertyGap(design, column, asked),
  svyiqalpha: (design, column, args, asked) =>
    quantile(design, column, [amount(args, "alpha", 0.5)], {
      rule: "hf1",
      interval: "density",
      ...asked,
    }),
  svyisq: (design, column, args, asked) =>
    incomeOfPoorest(design, column, { share: amount(args, "alpha", 0.2), ...asked }),
  svyqsr: (design, column, args, asked) =>
    quintileShareRatio(design, column, { share: amount(args, "alpha1", 0.2), ...asked }),
  svylorenz: (design, column, args, asked) =>
    lorenzShares(design, column, numbers(args.get("quantiles") as Value), asked),
};

const columnOfFormula = (value: Value | undefined) => nameOfTerm(formula(value).right);

const incomeLike =
  (measure: Income): Builtin =>
  (given) => {
    const args = match(given, ["formula", "design"]);
    const column = columnOfFormula(args.get("formula"));
    const designEffect = deffKind(args.get("deff"));
    const result = measure(designOf(args.get("design")), column, args, { designEffect });
    const stat = toStat(result, false);
    return { ...stat, names: stat.names.map((_, i) => `L${i}`) };
  };

for (const [name, measure] of Object.entries(INCOME)) {
  GROUPED[name] = (design, column, asked, args) => measure(design, column, args, asked);
}

const svygpg: Builtin = (given) => {
  const args = match(given, ["formula", "design", "sex"]);
  const design = designOf(args.get("design"));
  const sex = columnOfFormula(args.get("sex"));
  // Of two levels in alphabetical order, convey takes the second as the reference.
  const [compared, reference] = proportion(design, sex).estimates.map(({ category }) => category);
  const between = { column: sex, reference: reference as Cell, compared: compared as Cell };
  return toStat(relativeGap(design, columnOfFormula(args.get("formula")), between), false);
};

const svygeidec: Builtin = (given) => {
  const args = match(given, ["formula", "subgroup", "design"]);
  const result = entropyDecomposition(
    designOf(args.get("design")),
    columnOfFormula(args.get("formula")),
    columnOfFormula(args.get("subgroup")),
    { alpha: amount(args, "epsilon", 1), covariance: true },
  );
  const stat = toStat(result, false);
  return { ...stat, names: result.estimates.map(({ category }) => String(category)) };
};

/** Functions of R's survey package, through ours. */
export const survey: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ...Object.entries(INCOME).map(([name, measure]) => [name, incomeLike(measure)] as const),
  ["svygpg", svygpg],
  ["svygeidec", svygeidec],
  ["convey_prep", ({ positional: [design] }) => design as Value],
  ["svydesign", svydesign],
  ["svrepdesign", svrepdesign],
  ["as.svrepdesign", asSvrepdesign],
  ["ppsmat", ({ positional: [matrix] }) => matrix as Value],
  ["subset", subset],
  ["degf", degf],
  ["svymean", meanLike(mean)],
  ["svytotal", meanLike(total as typeof mean)],
  ["svyratio", svyratio],
  ["svyvar", svyvar],
  ["svyciprop", svyciprop],
  ["svyquantile", svyquantile],
  ["svyby", svyby],
  ["confint", confint],
  ["vcov", vcov],
  ["cv", cv],
  ["calibrate", svycalibrate],
  ["postStratify", svypostStratify],
  ["rake", svyrake],
  ["trimWeights", svytrim],
  ["weights", weights],
  ["svychisq", svychisq],
  ["svytable", svytable],
  ["svyttest", svyttest],
  ["svyranktest", svyranktest],
  ["svyglm", svyglm],
  ["regTermTest", regTermTest],
  ["quasibinomial", () => vector(["quasibinomial"])],
  ["quasipoisson", () => vector(["quasipoisson"])],
  ["svycontrast", svycontrast],
  ["svykappa", svykappa],
  ["withReplicates", withReplicates],
  [
    // The one use: ratios of every stratum.
    "sapply",
    ({ nodes }, scope) => {
      const [source] = nodes;
      if (source?.kind !== "call" || source.fn.kind !== "name" || source.fn.name !== "$") {
        throw new Unsupported("sapply");
      }
      const stat = scope.evaluate((source.args[0] as { value: Node }).value);
      if (stat.type !== "stat") throw new Unsupported("sapply");
      return vector(stat.estimate);
    },
  ],
  ["data.frame.names", ({ positional }) => vector(positional.flatMap(texts))],
]);
