import { checkMethodology, type FrameworkNode, type IndexMethodology } from "@vitalcore/composite";
import type { Finding } from "@vitalcore/core";
import { describe, expect, it } from "vitest";
import { definition, methodology, toy, toyData, toyDefinitions } from "./support/toy.js";

const definitions = ["a", "b", "c"].map((id) => definition(id));
const normalize = { method: "goalposts", worst: 0, best: 1, scale: [1, 100] } as const;
const leaf = (id: string, parent: string, more: Partial<FrameworkNode> = {}): FrameworkNode => ({
  id,
  parent,
  indicator: id,
  ...more,
});

function check(
  nodes: readonly unknown[],
  more: Partial<IndexMethodology> = {},
): readonly Finding[] {
  return checkMethodology(methodology(nodes as FrameworkNode[], { normalize, ...more }), {
    definitions,
  });
}

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);
const pathOf = (finding: Finding | undefined) => finding?.place.path?.join(".");
const good = [{ id: "index" }, leaf("a", "index"), leaf("b", "index")];

describe("a sound methodology", () => {
  it("has no findings", () => {
    expect(check(good)).toEqual([]);
    expect(checkMethodology(toy, { definitions: toyDefinitions })).toEqual([]);
    const data = checkMethodology(toy, {
      definitions: toyDefinitions,
      data: toyData,
      unitColumn: "unit",
    });
    expect(data.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("may be unbalanced, and bring its own definitions", () => {
    const nodes = [
      ...good,
      { id: "group", parent: "index" },
      leaf("c", "group"),
      leaf("own", "group"),
    ];
    expect(check(nodes, { definitions: [definition("own")] })).toEqual([]);
  });
});

describe("the framework", () => {
  it("has an orphan, with the parent that was probably meant", () => {
    const [finding, ...others] = check([{ id: "index" }, leaf("a", "index"), leaf("b", "indx")]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: "composite/unknown-parent",
      place: { node: "b" },
      found: "indx",
      suggestion: "index",
    });
    expect(pathOf(finding)).toBe("nodes.2.parent");
    expect(finding?.hint).toContain('Did you mean "index"?');
  });

  it("has cycles, each named whole and once", () => {
    const nodes = [
      ...good,
      { id: "x", parent: "z" },
      { id: "y", parent: "x" },
      { id: "z", parent: "y" },
      { id: "self", parent: "self" },
      leaf("c", "y"),
    ];
    const cycles = check(nodes).filter(({ code }) => code === "composite/cycle");
    expect(cycles.map(({ facts }) => facts.cycle)).toEqual(["x -> z -> y -> x", "self -> self"]);
  });

  it("has no root, or several", () => {
    const none = codes(check([{ id: "x", parent: "y" }, { id: "y", parent: "x" }, leaf("a", "x")]));
    expect(none).toContain("composite/no-root");
    expect(none).toContain("composite/cycle");
    expect(codes(check([]))).toEqual(["composite/no-root"]);
    const [several] = check([...good, { id: "second" }, leaf("c", "second")]);
    expect(several).toMatchObject({
      code: "composite/several-roots",
      facts: { roots: ["index", "second"] },
    });
  });

  it("uses an id twice, or nearly so, or one that is none", () => {
    const twice = check([...good, leaf("a", "index")]);
    expect(twice[0]).toMatchObject({
      code: "composite/duplicate-id",
      facts: { firstPath: "nodes.1.id" },
    });
    expect(pathOf(twice[0])).toBe("nodes.3.id");
    expect(codes(check([...good, { ...leaf("c", "index"), id: "A" }]))).toEqual([
      "composite/near-duplicate-id",
    ]);
    for (const id of ["a b", "__proto__", "toString", "unit", "-x", "a:b", "é".repeat(101)]) {
      expect(codes(check([...good, { ...leaf("c", "index"), id }])), id).toEqual([
        "composite/invalid-id",
      ]);
    }
    for (const id of ["été", "Gov.Eff", "4g_coverage", "人"]) {
      expect(check([...good, { ...leaf("c", "index"), id }]), id).toEqual([]);
    }
  });

  it("has empty nodes, indicators with children, only children, and an index that is an indicator", () => {
    expect(codes(check([...good, { id: "empty", parent: "index" }]))).toEqual([
      "composite/empty-node",
    ]);
    expect(check([...good, leaf("c", "a")])[0]).toMatchObject({
      code: "composite/indicator-with-children",
      place: { node: "a" },
      facts: { children: ["c"] },
    });
    expect(codes(check([{ id: "index" }, leaf("a", "index")]))).toEqual(["composite/single-child"]);
    expect(codes(check([{ id: "a", indicator: "a" }]))).toEqual(["composite/root-is-leaf"]);
  });

  it("is ten thousand levels deep, or twenty thousand indicators wide", () => {
    const deep: FrameworkNode[] = [{ id: "n0" }];
    for (let i = 1; i < 10_000; i++) deep.push({ id: `n${i}`, parent: `n${i - 1}` });
    deep.push(leaf("a", "n9999"), leaf("b", "n9999"));
    const findings = check(deep);
    expect(new Set(codes(findings))).toEqual(new Set(["composite/single-child"]));
    const ring = deep.slice(1, 10_000).concat({ id: "n0", parent: "n9999" });
    const [cycle] = check(ring).filter(({ code }) => code === "composite/cycle");
    expect(String(cycle?.facts.cycle)).toContain("(9990 more)");

    const width = 20_000;
    const ids = Array.from({ length: width }, (_, i) => `i${i}`);
    const wide = [{ id: "index" }, ...ids.map((id) => leaf(id, "index", { weight: 1 / width }))];
    const many = { definitions: ids.map((id) => definition(id)) };
    expect(checkMethodology(methodology(wide, { normalize }), many)).toEqual([]);
    const orphans = wide.map((node) =>
      node.parent === undefined ? node : { ...node, parent: "elsewhere" },
    );
    expect(checkMethodology(methodology(orphans, { normalize }), many)).toHaveLength(width + 1);
  });
});

describe("weights", () => {
  const weigh = (...weights: readonly unknown[]) =>
    check([
      { id: "index" },
      ...["a", "b", "c"].map((id, i) => ({
        ...leaf(id, "index"),
        ...(weights[i] !== undefined && { weight: weights[i] }),
      })),
    ]);

  it.each([
    [-1, -1],
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [null, null],
    ["0,5", "0,5"],
    [1e200, 1e200],
  ])("of %s are refused", (weight, found) => {
    const findings = weigh(weight, 1, 1);
    expect(findings).toMatchObject([
      { code: "composite/invalid-weight", place: { node: "a" }, found },
    ]);
    expect(pathOf(findings[0])).toBe("nodes.1.weight");
  });

  it("are given for all siblings, or for none", () => {
    expect(weigh()).toEqual([]);
    expect(weigh(1, undefined, 2)).toMatchObject([
      { code: "composite/missing-weight", place: { node: "b" }, facts: { siblings: ["a", "c"] } },
    ]);
  });

  it("are not all zero", () => {
    expect(weigh(0, 0, 0)).toMatchObject([
      { code: "composite/zero-weights", place: { node: "index" } },
    ]);
    expect(weigh(0, 0, 1)).toEqual([]);
  });

  it("are relative, but a near miss of 1 or 100 that rounding does not explain is worth a look", () => {
    expect(weigh(0.333, 0.333, 0.333)).toEqual([]);
    expect(weigh(0.33, 0.33, 0.33)).toEqual([]);
    expect(weigh(2, 3, 4)).toEqual([]);
    expect(weigh(50, 25, 25)).toEqual([]);
    expect(weigh(0.6, 0.3, 0.07)).toMatchObject([
      { code: "composite/weights-sum", facts: { sum: 0.97, whole: 1 } },
    ]);
    expect(weigh(50, 25, 22)).toMatchObject([
      { code: "composite/weights-sum", facts: { sum: 97, whole: 100 } },
    ]);
  });
});

describe("indicators", () => {
  const only = (more: Partial<FrameworkNode>, direction?: Parameters<typeof definition>[1]) =>
    checkMethodology(
      methodology([{ id: "index" }, leaf("a", "index", more), leaf("b", "index")], { normalize }),
      {
        definitions: [definition("a", direction), definition("b")],
      },
    );

  it("have no definition, with the one that was probably meant", () => {
    const [finding] = checkMethodology(
      methodology([...good, { id: "x", parent: "index", indicator: "life-expectency" }], {
        normalize,
      }),
      {
        definitions: [...definitions, definition("life-expectancy")],
      },
    );
    expect(finding).toMatchObject({
      code: "composite/unknown-indicator",
      suggestion: "life-expectancy",
    });
  });

  it("count twice, which is worth a warning", () => {
    const [finding] = check([...good, { id: "again", parent: "index", indicator: "a" }]);
    expect(finding).toMatchObject({
      code: "composite/double-counting",
      severity: "warning",
      facts: { nodes: ["a", "again"] },
    });
  });

  it("have two definitions that differ", () => {
    const own = definition("a", "higherBetter", { unit: "PERCENT" });
    expect(codes(check(good, { definitions: [own] }))).toEqual(["composite/definition-overruled"]);
    expect(check(good, { definitions: [definition("a")] })).toEqual([]);
    expect(codes(check(good, { definitions: [{ id: "a" } as never] }))).toEqual([
      "composite/wrong-type",
    ]);
    const defined = (list: unknown) =>
      checkMethodology(methodology(good, { normalize }), { definitions: list as never });
    const [again] = defined([definition("a"), definition("b"), definition("a", "higherWorse")]);
    expect([again?.code, pathOf(again)]).toEqual([
      "composite/duplicate-definition",
      "options.definitions.2",
    ]);
    // Without a direction nothing may be taken for better.
    const { direction: _, ...aimless } = definition("a");
    expect(codes(defined([aimless, definition("b")]))).toEqual([
      "composite/wrong-type",
      "composite/unknown-indicator",
    ]);
    expect(codes(defined({ a: definition("a") }))[0]).toBe("composite/wrong-type");
  });

  it("are ambiguous, until someone decides in writing", () => {
    expect(only({}, "ambiguous")).toMatchObject([
      { code: "composite/ambiguous-direction", place: { node: "a" } },
    ]);
    expect(
      only({ direction: { value: "higherBetter", reason: "Agreed in 2025." } }, "ambiguous"),
    ).toEqual([]);
    expect(codes(only({ direction: { value: "higherBetter", reason: " " } }, "ambiguous"))).toEqual(
      ["composite/wrong-type"],
    );
    expect(codes(only({ direction: { value: "ambiguous" as never, reason: "?" } }))).toEqual([
      "composite/unknown-option",
    ]);
  });

  it("have goalposts that are equal, missing or against the direction", () => {
    expect(only({ normalize: { worst: 5, best: 5 } })).toMatchObject([
      { code: "composite/equal-goalposts", found: 5 },
    ]);
    expect(only({ normalize: { worst: 1, best: 0 } })).toMatchObject([
      {
        code: "composite/goalposts-against-direction",
        facts: { worst: 1, best: 0, direction: "higherBetter" },
      },
    ]);
    expect(codes(only({ normalize: { worst: 0, best: 1 } }, "higherWorse"))).toEqual([
      "composite/goalposts-against-direction",
    ]);
    const decided = {
      direction: { value: "higherWorse", reason: "Here it harms." },
      normalize: { worst: 1, best: 0 },
    } as const;
    expect(only(decided)).toEqual([]);
    expect(only({ normalize: { worst: 0, best: 2 } }, "targetOne")).toMatchObject([
      { code: "composite/best-off-target", found: 2, facts: { target: 1 } },
    ]);
    const bare = methodology(good, { normalize: { method: "goalposts", worst: 0 } });
    expect(checkMethodology(bare, { definitions })).toMatchObject([
      { code: "composite/no-goalposts", place: { node: "a" }, facts: { lacking: ["best"] } },
      { code: "composite/no-goalposts", place: { node: "b" } },
    ]);
    expect(codes(only({ normalize: { worst: 0, best: null as never } }))).toEqual([
      "composite/wrong-type",
    ]);
  });

  it("have goalposts without a logarithm", () => {
    expect(only({ normalize: { transform: "ln", worst: 0, best: 10 } })).toMatchObject([
      {
        code: "composite/goalpost-outside-transform",
        found: 0,
        facts: { option: "worst", bound: 0 },
      },
    ]);
    expect(only({ normalize: { transform: "ln1p", worst: 0, best: 10 } })).toEqual([]);
    const logs = { method: "min-max", transform: "ln" } as const;
    expect(only({ normalize: logs }, "targetZero")).toMatchObject([
      { code: "composite/target-outside-transform", facts: { target: 0, bound: 0 } },
    ]);
    expect(only({ normalize: logs }, "targetOne")).toEqual([]);
    expect(codes(only({ normalize: { transform: "ln1p", worst: -1, best: 10 } }))).toEqual([
      "composite/goalpost-outside-transform",
    ]);
  });

  it("have options of another method, or none", () => {
    expect(only({ normalize: { method: "min-max", worst: 3, clamp: true } })).toMatchObject([
      { code: "composite/misplaced-option", facts: { option: "worst", kind: "min-max" } },
      { code: "composite/misplaced-option", facts: { option: "clamp" } },
    ]);
    expect(codes(checkMethodology(methodology(good), { definitions }))).toEqual([
      "composite/no-method",
      "composite/no-method",
    ]);
  });
});

describe("options", () => {
  it("stand where they have no effect", () => {
    const nodes = [
      { id: "index", normalize: { clamp: true } },
      leaf("a", "index", { aggregate: { atLeast: 1 } }),
      leaf("b", "index"),
    ];
    expect(check(nodes)).toMatchObject([
      {
        code: "composite/misplaced-option",
        place: { node: "index" },
        facts: { option: "normalize" },
      },
      { code: "composite/misplaced-option", place: { node: "a" }, facts: { option: "aggregate" } },
    ]);
  });

  it("are misspelt, and are told so without a string of consequences", () => {
    const nodes = [
      { id: "index", agregate: { method: "geometric" } },
      leaf("a", "index", { normalize: { method: "goalpost" as never } }),
      leaf("b", "index", { normalize: { transform: "log" as never } }),
    ];
    expect(check(nodes)).toMatchObject([
      { code: "composite/unknown-field", suggestion: "aggregate" },
      { code: "composite/unknown-option", found: "goalpost", suggestion: "goalposts" },
      { code: "composite/unknown-option", found: "log" },
    ]);
    const nonsense = methodology(good, { normalize: { method: "magic" as never } });
    expect(codes(checkMethodology(nonsense, { definitions }))).toEqual([
      "composite/unknown-option",
    ]);
  });

  it("are out of bounds", () => {
    const findings = check(
      [{ id: "index", aggregate: { atLeast: -0.1 } }, leaf("a", "index"), leaf("b", "index")],
      {
        aggregate: { atLeast: 50 },
        screening: { indicatorsAtLeast: 65 },
        ranks: { digits: 1.5 },
      },
    );
    expect(findings.map((finding) => [finding.code, pathOf(finding), finding.found])).toEqual([
      ["composite/out-of-bounds", "screening.indicatorsAtLeast", 65],
      ["composite/out-of-bounds", "ranks.digits", 1.5],
      ["composite/out-of-bounds", "aggregate.atLeast", 50],
      ["composite/out-of-bounds", "nodes.0.aggregate.atLeast", -0.1],
    ]);
    expect(codes(check(good, { normalize: { ...normalize, scale: [100, 1] } }))).toContain(
      "composite/empty-scale",
    );
    expect(codes(check(good, { normalize: { method: "z-score", sd: 0 } }))).toEqual([
      "composite/out-of-bounds",
    ]);
    expect(check(good, { ranks: { digits: null } })).toEqual([]);
  });

  it("name periods that are none, or a window that is empty", () => {
    expect(check(good, { select: { from: "2020-H1" } })).toMatchObject([
      { code: "composite/invalid-period", suggestion: "2020-S1" },
    ]);
    expect(codes(check(good, { select: { from: "2019", to: "2018" } }))).toEqual([
      "composite/empty-window",
    ]);
    const nodes = [
      { id: "index" },
      leaf("a", "index", { select: { from: "2020" } }),
      leaf("b", "index"),
    ];
    const [finding, ...others] = check(nodes, { select: { to: "2018-12-31" } });
    expect(others).toEqual([]);
    expect([finding?.code, pathOf(finding)]).toEqual(["composite/empty-window", "nodes.1.select"]);
    expect(check(good, { select: { from: "2018", to: "2018" } })).toEqual([]);
  });
});

describe("means that meet a zero", () => {
  const nodes = [
    { id: "index" },
    { id: "group", parent: "index" },
    leaf("c", "index"),
    leaf("a", "group"),
    leaf("b", "group"),
  ];
  const scaled = (scale: readonly [number, number], aggregate: IndexMethodology["aggregate"]) =>
    check(nodes, {
      normalize: { ...normalize, scale },
      ...(aggregate !== undefined && { aggregate }),
    });

  it.each(["geometric", "harmonic"] as const)(
    "%s: are refused until they are chosen, once and at the node concerned",
    (method) => {
      expect(scaled([0, 100], { method })).toMatchObject([
        {
          code: "composite/zero-in-mean",
          place: { node: "group" },
          facts: { child: "a", method, least: 0 },
        },
        // The index itself meets a zero by its own child.
        { code: "composite/zero-in-mean", place: { node: "index" }, facts: { child: "c" } },
      ]);
      expect(scaled([0, 100], { method, zeros: "annul" })).toEqual([]);
      expect(scaled([1, 100], { method })).toEqual([]);
      expect(codes(scaled([-1, 1], { method, zeros: "annul" }))).toEqual([
        "composite/negative-in-mean",
        "composite/negative-in-mean",
      ]);
      expect(scaled([0, 100], { method: "arithmetic" })).toEqual([]);
    },
  );

  it("see a zero through an arithmetic mean below, but not one without weight", () => {
    const above = nodes.map((node) =>
      node.id === "index" ? { ...node, aggregate: { method: "geometric" as const } } : node,
    );
    const normalize0 = { ...normalize, scale: [0, 1] } as const;
    expect(check(above, { normalize: normalize0 })).toMatchObject([
      { code: "composite/zero-in-mean", place: { node: "index" } },
    ]);
    const light = above.map((node) => ({
      ...node,
      ...(node.id === "c" && { weight: 0 }),
      ...(node.id === "group" && { weight: 1 }),
    }));
    const [finding] = check(light, { normalize: normalize0 });
    expect(finding?.facts.child).toBe("group");
  });
});

describe("documents of any kind", () => {
  it.each([
    undefined,
    null,
    3,
    "x",
    [],
    {},
    { nodes: 3 },
    { nodes: [null, 1, "a", []] },
    { nodes: [{}] },
  ])("%j is refused without a crash", (document) => {
    const findings = checkMethodology(document as never);
    expect(findings.length).toBeGreaterThan(0);
    for (const { message, hint } of findings) {
      expect(message).not.toMatch(/undefined is|\{\w+\}|\[object/);
      expect(hint ?? "").not.toMatch(/\{\w+\}/);
    }
  });

  it("do not inherit fields, nor reach a prototype", () => {
    const inherited = Object.create(toy) as IndexMethodology;
    expect(codes(checkMethodology(inherited))).toContain("composite/missing-field");
    const hostile = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":1,"kind":"IndexMethodology","version":1,"id":"x","title":"x","nodes":[]}',
    );
    expect(codes(checkMethodology(hostile))).toEqual([
      "composite/unknown-field",
      "composite/unknown-field",
      "composite/no-root",
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("of another kind or version are refused", () => {
    expect(
      codes(checkMethodology({ ...toy, version: 2 } as never, { definitions: toyDefinitions })),
    ).toEqual(["composite/wrong-type"]);
    expect(
      codes(checkMethodology({ ...toy, kind: "Index" } as never, { definitions: toyDefinitions })),
    ).toEqual(["composite/wrong-type"]);
  });
});
