import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correlationMatrix } from "../src/index.js";
import { leastSquares, principalComponents, symmetricEigen } from "../src/linear/index.js";
import { agreeingDigits, expectClose } from "./closeness.js";
import reference from "./fixtures/r-linear.json" with { type: "json" };

const FOLDER = new URL("./fixtures/nist-linear-regression/", import.meta.url);

/** Certified coefficients and data of a file of NIST; the design its model asks for. */
function nistSet(file: string) {
  const lines = readFileSync(new URL(file, FOLDER), "utf8").split(/\r?\n/);
  const certified = lines
    .map((line) => /^\s+B(\d+)\s+(\S+)\s+\S+\s*$/.exec(line))
    .filter((match) => match !== null)
    .map(([, power, value]) => ({ power: Number(power), value: Number(value) }));
  const residual = Number(
    /^Residual\s+\d+\s+(\S+)/.exec(lines.find((l) => /^Residual\s+\d/.test(l)) ?? "")?.[1],
  );
  const start = lines.findIndex((line) => /^Data:\s+y\s+x/.test(line)) + 1;
  const rows = lines
    .slice(start)
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter((row) => row.length > 1);
  const isPolynomial = rows[0]?.length === 2;
  const design = certified.map(({ power }) =>
    rows.map((row) => {
      if (isPolynomial) return (row[1] as number) ** power;
      return power === 0 ? 1 : (row[power] as number);
    }),
  );
  return {
    certified: certified.map(({ value }) => value),
    residual,
    design,
    y: rows.map(([y]) => y as number),
  };
}

describe("least squares on NIST's regression sets", () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".dat"));

  it("are eleven", () => expect(files).toHaveLength(11));

  it.each(files)("%s", (file) => {
    const { certified, residual, design, y } = nistSet(file);
    const { coefficients, residualSumOfSquares } = leastSquares(design, y);
    // The tenth power of the doubles in Filip is not that of the printed decimals.
    const digits = file === "Filip.dat" ? 6.5 : 9;
    certified.forEach((value, j) => {
      const found = coefficients[j] as number;
      expect(agreeingDigits(found, value), `B${j} = ${found}`).toBeGreaterThanOrEqual(digits);
    });
    expect(Math.abs(residualSumOfSquares - residual)).toBeLessThanOrEqual(1e-8 * residual + 1e-10);
  });

  it("leave residuals that no column explains", () => {
    const column = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(column, column, (x, y) => {
        fc.pre(new Set(x).size > 1);
        const ones = x.map(() => 1);
        const { residuals } = leastSquares([ones, x], y);
        for (const each of [ones, x]) {
          expect(
            each.reduce((sum, value, i) => sum + value * (residuals[i] as number), 0),
          ).toBeCloseTo(0, 8);
        }
      }),
    );
  });

  it("refuse dependent columns, too few rows, gaps and unequal lengths, together", () => {
    expect(() =>
      leastSquares(
        [
          [1, 1, 1],
          [2, 2, 2],
        ],
        [1, 2, 3],
      ),
    ).toThrow("rank 1 of 2");
    expect(() => leastSquares([[0, 0, 0]], [1, 2, 3])).toThrow("rank 0 of 1");
    expect(() =>
      leastSquares(
        [
          [1, 2],
          [1, 3],
          [1, 4],
        ],
        [1, 2],
      ),
    ).toThrow("at least 3");
    expect(() => leastSquares([], [1, 2])).toThrow("at least 1 columns");
    expect(() => leastSquares([[1, Number.NaN, 2], [1]], [1, 2, Infinity])).toThrow("3 problems");
  });
});

describe("principal components", () => {
  const columns = Object.fromEntries(
    reference.names.map((name, j) => [name, reference.x[j] as number[]]),
  );

  it.each(["correlation", "covariance"] as const)(
    "of the %s matrix are those of R's prcomp",
    (of) => {
      const found = principalComponents(columns, of);
      const expected = reference[of];
      expect(found.names).toEqual(reference.names);
      found.eigenvalues.forEach((value, k) => {
        expectClose(value, expected.eigenvalues[k] as number, 1e-11, "eigenvalue");
        const loadings = expected.loadings[k] as number[];
        const sign = Math.sign(
          loadings.reduce((most, x) => (Math.abs(x) > Math.abs(most) ? x : most)),
        );
        loadings.forEach((loading, j) => {
          expect(found.loadings[k]?.[j]).toBeCloseTo(sign * loading, 10);
        });
        (expected.scores[k] as number[]).forEach((score, i) => {
          expectClose((found.scores[k]?.[i] as number) + 100, sign * score + 100, 1e-10, "score");
        });
      });
    },
  );

  it("have shares that add up to 1 and loadings of length 1, the largest positive", () => {
    const { shares, loadings } = principalComponents(columns);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
    for (const loading of loadings) {
      expect(Math.hypot(...loading)).toBeCloseTo(1, 14);
      expect(Math.max(...loading)).toBeGreaterThan(-Math.min(...loading) - 1e-6);
    }
  });

  it("do not depend on the units of the columns if of the correlation matrix", () => {
    const converted = { ...columns, d: (columns.d as number[]).map((x) => 1000 * x - 7) };
    const [one, other] = [principalComponents(columns), principalComponents(converted)];
    one.eigenvalues.forEach((value, k) => {
      expectClose(other.eigenvalues[k] as number, value, 1e-12);
    });
  });

  it("refuse gaps, constants and unequal lengths, by name", () => {
    expect(() => principalComponents({ a: [1, Number.NaN], b: [1, 2] })).toThrow('values of "a"');
    expect(() => principalComponents({ a: [0.1, 0.1], b: [1, 2] })).toThrow(
      'values of "a" are 0.1',
    );
    expect(() => principalComponents({ a: [1, 2, 3], b: [1, 2] })).toThrow("2 values of");
    expect(() => principalComponents({})).toThrow("at least 1 columns");
    expect(() => principalComponents({ a: [1] })).toThrow("at least 2 rows");
  });
});

describe("eigen-decomposition", () => {
  const entry = fc.integer({ min: -9, max: 9 });
  const symmetric = fc
    .integer({ min: 1, max: 7 })
    .chain((size) =>
      fc
        .array(entry, { minLength: size * size, maxLength: size * size })
        .map((flat) =>
          Array.from({ length: size }, (_, i) =>
            Array.from(
              { length: size },
              (__, j) => flat[Math.min(i, j) * size + Math.max(i, j)] as number,
            ),
          ),
        ),
    );

  it("gives vectors that the matrix stretches by the values, from the largest down", () => {
    fc.assert(
      fc.property(symmetric, (matrix) => {
        const { values, vectors } = symmetricEigen(matrix);
        const trace = matrix.reduce((sum, row, i) => sum + (row[i] as number), 0);
        expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(trace, 9);
        vectors.forEach((vector, k) => {
          if (k > 0) expect(values[k]).toBeLessThanOrEqual((values[k - 1] as number) + 1e-12);
          matrix.forEach((row, i) => {
            const image = row.reduce((sum, a, j) => sum + a * (vector[j] as number), 0);
            expect(image).toBeCloseTo((values[k] as number) * (vector[i] as number), 9);
          });
        });
      }),
    );
  });

  it("takes a correlation matrix as it comes", () => {
    const { values } = correlationMatrix({ a: [1, 2, 3, 4], b: [2, 1, 4, 3], c: [4, 1, 2, 3] });
    expect(symmetricEigen(values).values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(3, 12);
  });

  it("refuses what is not symmetric, not square, empty, or has gaps", () => {
    expect(() =>
      symmetricEigen([
        [1, 2],
        [3, 4],
      ]),
    ).toThrow("Entry (2, 1) is 3 and entry (1, 2) is 2");
    expect(() => symmetricEigen([[1, 2]])).toThrow("2 entries in row 1 for 1 rows");
    expect(() => symmetricEigen([])).toThrow("at least 1 rows");
    expect(() => symmetricEigen([[Number.NaN]])).toThrow("missing");
  });
});
