import type { Matrix, Scalar, Value } from "./values.js";

type Json = unknown;

/** Problems of a comparison, in words; none means that the result agrees. */
export type Problems = string[];

const text = (value: Json) => JSON.stringify(value) ?? "undefined";

function expectedNumber(value: Json): number {
  if (value === null || value === "NaN" || value === "NA") return Number.NaN;
  if (value === "Inf") return Number.POSITIVE_INFINITY;
  if (value === "-Inf") return Number.NEGATIVE_INFINITY;
  return Number(value);
}

/**
 * Relative difference, with the zero-noise rule of METHODS.md: what is exactly 0 in theory may come out as
 * rounding noise, which is compared with the size of the estimate that it belongs to.
 */
export function agrees(actual: Json, expected: Json, tolerance: number, size = 0): boolean {
  const want = expectedNumber(expected);
  const have = expectedNumber(actual ?? null);
  // An infinite ratio has no value: we say so in words, and give none.
  if (!Number.isFinite(want)) return Number.isNaN(have) || have === want;
  if (Number.isNaN(have)) return false;
  if (want === have) return true;
  const difference = Math.abs(want - have);
  return difference <= tolerance * Math.abs(want) || difference <= 1e-9 * size;
}

function check(
  problems: Problems,
  what: string,
  actual: Json,
  expected: Json,
  tolerance: number,
  size = 0,
): void {
  if (agrees(actual, expected, tolerance, size)) return;
  problems.push(`${what}: ${text(actual)} where ${text(expected)} is right`);
}

function checkMatrix(
  problems: Problems,
  actual: Matrix,
  expected: readonly (readonly Json[])[],
  tolerance: number,
): void {
  const flat = expected.flat().map((value) => Math.abs(expectedNumber(value)));
  const size = 1e-3 * Math.max(0, ...flat.filter(Number.isFinite));
  expected.forEach((row, i) => {
    row.forEach((value, j) => {
      check(problems, `[${i},${j}]`, actual.rows[i]?.[j] ?? null, value, tolerance, size);
    });
  });
}

/** Compares what our estimators gave with a stored result. */
export function compare(
  actual: Value,
  expected: Record<string, Json>,
  tolerance: number,
): Problems {
  const problems: Problems = [];
  const edge = proportionAtEdge(actual);
  if (edge !== undefined) return edge;
  const { kind } = expected;
  if (kind === "stat" || kind === "ratio" || kind === "ciprop" || kind === "var") {
    if (actual.type !== "stat") return [`a ${actual.type} where a statistic is right`];
    const estimate = expected.estimate;
    const isRecord = typeof estimate === "object" && estimate !== null && !Array.isArray(estimate);
    const names = isRecord ? Object.keys(estimate as object) : [];
    const values: Json[] = isRecord
      ? Object.values(estimate as object)
      : Array.isArray(estimate)
        ? (estimate as Json[]).flat()
        : [estimate];
    const list = (given: Json): Json[] =>
      given === undefined
        ? []
        : typeof given === "object" && given !== null && !Array.isArray(given)
          ? Object.values(given)
          : Array.isArray(given)
            ? (given as Json[]).flat()
            : [given];
    const errors = list(expected.se);
    values.forEach((value, i) => {
      const found = names.length > 1 ? actual.names.indexOf(names[i] as string) : i;
      const at = found < 0 ? i : found;
      const size = Math.abs(expectedNumber(value));
      check(problems, `estimate ${names[i] ?? i}`, actual.estimate[at] ?? null, value, tolerance);
      if (errors.length > 0) {
        const scale = Number.isFinite(size) ? size : 0;
        check(
          problems,
          `se ${names[i] ?? i}`,
          actual.se[at] ?? null,
          errors[i] ?? null,
          tolerance,
          scale,
        );
      }
      const deff = list(expected.deff)[i];
      if (deff !== undefined && actual.deff !== undefined) {
        check(problems, `deff ${names[i] ?? i}`, actual.deff[at] ?? null, deff, 10 * tolerance);
      }
      const covariance = expected.vcov;
      if (Array.isArray(covariance) && actual.covariance !== undefined) {
        const own = actual.covariance;
        values.forEach((_, j) => {
          const second = names.length > 1 ? actual.names.indexOf(names[j] as string) : j;
          const want = (covariance as Json[][])[i]?.[j];
          const scale = Number(actual.se[at]) * Number(actual.se[second < 0 ? j : second]);
          check(
            problems,
            `vcov[${i},${j}]`,
            own[at]?.[second < 0 ? j : second] ?? null,
            want,
            tolerance,
            Number.isFinite(scale) ? Math.max(scale, size * size * 1e-9) : 0,
          );
        });
      }
    });
    const interval = expected.ci;
    if (Array.isArray(interval)) {
      const own = actual.interval ?? [Number.NaN, Number.NaN];
      interval.forEach((limit, i) => {
        check(problems, `ci ${i}`, own[i] ?? null, limit, tolerance, 1e-3 * tolerance);
      });
    }
    return problems;
  }
  if (kind === "by") {
    if (actual.type !== "by") return [`a ${actual.type} where groups are right`];
    const table = expected.table as Record<string, Json[]>;
    for (const [name, cells] of Object.entries(table)) {
      const own = actual.table[name] ?? aliased(actual.table, name);
      if (own === undefined) {
        problems.push(`no column ${name}`);
        continue;
      }
      if (own.length !== cells.length) {
        problems.push(`${name}: ${own.length} groups where ${cells.length} are right`);
        continue;
      }
      cells.forEach((cell, i) => {
        const have = own[i] ?? null;
        if (typeof have === "string" && typeof cell === "string") {
          if (have !== cell) problems.push(`${name} ${i}: ${have} where ${cell} is right`);
        } else {
          const isNumeric = typeof have === "number" || have === null;
          const want = isNumeric ? cell : String(cell);
          const size = Math.abs(Number(Object.values(table)[1]?.[i] ?? 0));
          if (isNumeric)
            check(problems, `${name} ${i}`, have, want, tolerance, name.includes("se") ? size : 0);
          else if (String(have) !== want) problems.push(`${name} ${i}: ${String(have)}`);
        }
      });
    }
    const covariance = expected.vcov;
    if (Array.isArray(covariance) && actual.stat.covariance !== undefined) {
      checkMatrix(
        problems,
        { type: "matrix", rows: actual.stat.covariance },
        covariance,
        tolerance,
      );
    }
    return problems;
  }
  if (kind === "quantile") {
    if (actual.type !== "quantiles") return [`a ${actual.type} where quantiles are right`];
    const variables = expected.vars as Record<string, Record<string, Json[]>>;
    for (const [name, want] of Object.entries(variables)) {
      const own = actual.variables[name];
      for (const part of ["estimate", "lower", "upper", "se"] as const) {
        want[part]?.forEach((value, i) => {
          const size = part === "se" ? Math.abs(expectedNumber(want.estimate?.[i])) : 0;
          check(
            problems,
            `${name} ${part} at ${text(want.p?.[i])}`,
            own?.[part][i] ?? null,
            value,
            tolerance,
            Number.isFinite(size) ? size : 0,
          );
        });
      }
    }
    return problems;
  }
  if (kind === "htest") {
    if (actual.type !== "test") return [`a ${actual.type} where a test is right`];
    check(problems, "statistic", actual.statistic, expected.statistic, tolerance);
    check(problems, "p", actual.pValue, expected.p_value, 10 * tolerance, 1e-3);
    const parameter = expected.parameter;
    if (actual.parameter.length > 0 && parameter !== null && parameter !== undefined) {
      (Array.isArray(parameter) ? parameter : [parameter]).forEach((value, i) => {
        check(problems, `parameter ${i}`, actual.parameter[i] ?? null, value, tolerance);
      });
    }
    if (typeof expected.estimate === "number") {
      check(problems, "estimate", actual.estimate ?? null, expected.estimate, tolerance);
    }
    const interval = expected.conf_int;
    if (Array.isArray(interval) && actual.interval) {
      interval.forEach((limit, i) => {
        check(problems, `limit ${i}`, actual.interval?.[i] ?? null, limit, tolerance, 1);
      });
    }
    return problems;
  }
  if (kind === "glm") {
    if (actual.type !== "model") return [`a ${actual.type} where a model is right`];
    const coefficients = expected.coef as Record<string, Json>;
    const errors = expected.se as Record<string, Json>;
    Object.keys(coefficients).forEach((name) => {
      const at = actual.names.indexOf(name);
      if (at < 0) problems.push(`no coefficient ${name}`);
      const size = Math.abs(expectedNumber(coefficients[name]));
      check(problems, name, actual.coefficients[at], coefficients[name], tolerance, 1e-3 * size);
      check(problems, `se ${name}`, actual.se[at], errors[name], tolerance, 1e-3 * size);
    });
    const covariance = expected.vcov;
    if (Array.isArray(covariance)) {
      checkMatrix(problems, { type: "matrix", rows: actual.covariance }, covariance, tolerance);
    }
    if (expected.df_residual !== undefined) {
      check(problems, "df", actual.dfResidual, expected.df_residual, tolerance);
    }
    return problems;
  }
  if (kind === "matrix") {
    const value = expected.value as Json[][];
    if (actual.type === "matrix") checkMatrix(problems, actual, value, tolerance);
    else if (actual.type === "vector" && actual.values.length === value.flat().length) {
      checkMatrix(problems, { type: "matrix", rows: [actual.values] }, [value.flat()], tolerance);
    } else problems.push(`a ${actual.type} where a matrix is right`);
    return problems;
  }
  if (kind === "value") {
    if (actual.type !== "vector") return [`a ${actual.type} where a value is right`];
    const value = expected.value;
    const values: Json[] =
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.values(value)
        : Array.isArray(value)
          ? value
          : [value];
    if (values.length !== actual.values.length) {
      return [`${actual.values.length} values where ${values.length} are right`];
    }
    values.forEach((want, i) => {
      check(problems, `value ${i}`, actual.values[i] as Scalar, want, tolerance);
    });
    return problems;
  }
  return [`kind ${text(kind)}`];
}

/** Column names that R writes in several ways. */
function aliased(
  table: Readonly<Record<string, readonly Scalar[]>>,
  name: string,
): readonly Scalar[] | undefined {
  const found = Object.keys(table).find(
    (own) =>
      own.replaceAll("/", ".") === name.replaceAll("/", ".") ||
      own === name.replace("DEff.", "DEff."),
  );
  if (found !== undefined) return table[found];
  if (name.startsWith("se.") && table.se !== undefined) return table.se;
  if (name.startsWith("DEff") && table.DEff !== undefined) return table.DEff;
  return undefined;
}

/**
 * p = 0 or 1, where R gives NaN, errors or [0, 0] by method: ours is Clopper-Pearson for n answers by every
 * method, whose limits have a closed form.
 */
function proportionAtEdge(actual: Value): Problems | undefined {
  if (actual.type !== "stat" || actual.sample === undefined) return undefined;
  const [p] = actual.estimate;
  if (p !== 0 && p !== 1) return undefined;
  const { n, level } = actual.sample;
  const open = ((1 - level) / 2) ** (1 / n);
  const problems: Problems = [];
  const limits = p === 0 ? [0, 1 - open] : [open, 1];
  limits.forEach((limit, i) => {
    check(problems, `Clopper-Pearson limit ${i}`, actual.interval?.[i], limit, 1e-12);
  });
  check(problems, "se", actual.se[0], 0, 0);
  return problems;
}
