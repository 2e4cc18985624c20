import { readDocument, type Shape } from "@vitalcore/core/documents";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const shape: Shape = {
  is: "object",
  fields: {
    kind: { is: "constant", value: "Thing", required: true },
    weights: {
      is: "either",
      of: [
        { is: "text" },
        { is: "object", fields: { column: { is: "text", required: true }, by: { is: "number" } } },
      ],
    },
    clusters: { is: "either", of: [{ is: "text" }, { is: "list", of: { is: "text" } }] },
    method: { is: "option", of: ["mean", "median"], allows: (name) => name.startsWith("my:") },
    range: { is: "pair" },
    sizes: { is: "record", of: { is: "number" } },
    noise: {
      is: "variant",
      by: "type",
      of: {
        uniform: { spread: { is: "number", required: true } },
        none: {},
      },
    },
    exact: { is: "flag" },
    limit: { is: "number-or-null" },
    note: { is: "anything" },
  },
};

const misfitsOf = (document: unknown) =>
  readDocument(document, shape).misfits.map(({ misfit, path }) => [misfit, path.join(".")]);

describe("readDocument", () => {
  it.each([
    [{ kind: "Thing" }],
    [{ kind: "Thing", weights: "w", clusters: ["a", "b"], method: "my:own", range: [0, 1] }],
    [
      {
        kind: "Thing",
        weights: { column: "w", by: 10 },
        clusters: "a",
        sizes: { é: 1, constructor: 2 },
      },
    ],
    [
      {
        kind: "Thing",
        noise: { type: "uniform", spread: 1 },
        exact: false,
        limit: null,
        note: [{}],
      },
    ],
    [{ kind: "Thing", noise: { type: "none" } }],
  ])("takes what fits, as it is: %j", (document) => {
    expect(readDocument(document, shape)).toEqual({ value: document, misfits: [] });
  });

  it.each<[string, unknown, [misfit: string, path: string][]]>([
    ["nothing", undefined, [["wrong-type", ""]]],
    ["a list", [], [["wrong-type", ""]]],
    ["no kind", {}, [["missing-field", "kind"]]],
    ["an inherited kind", Object.create({ kind: "Thing" }), [["missing-field", "kind"]]],
    ["another kind", { kind: "Other" }, [["wrong-type", "kind"]]],
    ["a slip in a name", { kind: "Thing", cluster: "a" }, [["unknown-field", "cluster"]]],
    ["a slip in an option", { kind: "Thing", method: "medain" }, [["unknown-option", "method"]]],
    ["an option that is no text", { kind: "Thing", method: 3 }, [["wrong-type", "method"]]],
    ["blank text", { kind: "Thing", weights: " " }, [["wrong-type", "weights"]]],
    ["neither of two", { kind: "Thing", clusters: 7 }, [["wrong-type", "clusters"]]],
    ["a part of one of two", { kind: "Thing", clusters: ["a", 7] }, [["wrong-type", "clusters.1"]]],
    [
      "a lacking part",
      { kind: "Thing", weights: { by: 1 } },
      [["missing-field", "weights.column"]],
    ],
    ["half a pair", { kind: "Thing", range: [1] }, [["wrong-type", "range"]]],
    ["text among numbers", { kind: "Thing", sizes: { a: 1, b: "2" } }, [["wrong-type", "sizes.b"]]],
    [
      "a name that reaches for a prototype",
      JSON.parse('{"kind":"Thing","sizes":{"__proto__":1}}'),
      [["wrong-type", "sizes.__proto__"]],
    ],
    ["no variant", { kind: "Thing", noise: {} }, [["missing-field", "noise.type"]]],
    [
      "an unknown variant, whose fields cannot be told",
      { kind: "Thing", noise: { type: "unifrom", spread: 1 } },
      [["unknown-option", "noise.type"]],
    ],
    [
      "a field of another variant",
      { kind: "Thing", noise: { type: "none", spread: 1 } },
      [["unknown-field", "noise.spread"]],
    ],
    ["not a number", { kind: "Thing", limit: Number.NaN }, [["wrong-type", "limit"]]],
    [
      "several at once",
      { kinds: "Thing", exact: "yes", range: null },
      [
        ["unknown-field", "kinds"],
        ["missing-field", "kind"],
        ["wrong-type", "range"],
        ["wrong-type", "exact"],
      ],
    ],
  ])("tells %s", (_, document, misfits) => {
    expect(misfitsOf(document)).toEqual(misfits);
  });

  it("reads a misspelt option as the one that was meant, and drops what is wrong", () => {
    const document = { kind: "Thing", method: "medain", exact: 1, clusterz: "a" };
    expect(readDocument(document, shape).value).toEqual({ kind: "Thing", method: "median" });
  });

  it("takes numbers that are none where they are judged later", () => {
    const later: Shape = { is: "list", of: { is: "number", finite: false } };
    expect(readDocument([Number.NaN, 1], later).misfits).toEqual([]);
    expect(readDocument([Number.NaN, "1"], later).misfits.map(({ path }) => path)).toEqual([[1]]);
  });

  it("neither throws nor keeps an unknown field, whatever it is given", () => {
    const known = shape.is === "object" ? Object.keys(shape.fields) : [];
    fc.assert(
      fc.property(fc.anything(), (document) => {
        const { value, misfits } = readDocument(document, shape);
        const isRecord = typeof document === "object" && document !== null;
        if (!isRecord) expect(misfits.length).toBeGreaterThan(0);
        for (const key of Object.keys((value as object | undefined) ?? {})) {
          expect(known).toContain(key);
        }
      }),
    );
  });
});
