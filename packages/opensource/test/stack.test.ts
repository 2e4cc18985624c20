import { openSourceFreedomIds } from "@vitalcore/domain/ids";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessFreedoms, assessStack, type StackComponent } from "../src/index.js";

const named = (licenses: readonly (string | undefined)[]): StackComponent[] =>
  licenses.map((license, index) => ({
    name: `part ${index}`,
    ...(license !== undefined && { license }),
  }));

describe("assessStack", () => {
  it("counts what each freedom is granted by, and bounds what is unknown", () => {
    const stack = assessStack(
      named(["MIT", "BUSL-1.1", "LicenseRef-x", undefined, "CC-BY-ND-3.0"]),
    );
    expect(stack.freedoms.use).toMatchObject({
      standing: { granted: 2, limited: 1, withheld: 0, unknown: 2 },
      share: { lower: 0.4, upper: 0.8 },
    });
    expect(stack.freedoms.modify.standing).toEqual({
      granted: 2,
      limited: 0,
      withheld: 1,
      unknown: 2,
    });
    expect(stack.allFour).toMatchObject({ yes: 1, no: 2, unknown: 2 });
    expect(stack.withoutLicense).toBe(1);
  });

  it("does not count as possible what an unknown combination cannot be", () => {
    const { freedoms } = assessStack(named(["BUSL-1.1 AND LicenseRef-x"]));
    expect(freedoms.use).toMatchObject({
      standing: { unknown: 1 },
      share: { lower: 0, upper: 0 },
    });
  });

  it("holds the whole for as free as its least free part", () => {
    const whole = (licenses: (string | undefined)[]) => assessStack(named(licenses)).whole;
    expect(whole(["MIT", "GPL-3.0-only"]).modify.standing).toBe("granted");
    expect(whole(["MIT", "CC-BY-ND-3.0", undefined]).modify.standing).toBe("withheld");
    expect(whole(["MIT", undefined]).modify).toMatchObject({
      standing: "unknown",
      atLeast: "withheld",
      atMost: "granted",
    });
  });

  it("lists the weakest links: withheld, limited, unknown; nearer ones first", () => {
    const stack = assessStack([
      { name: "unknown", depth: 1 },
      { name: "far", license: "JSON", depth: 3 },
      { name: "near", license: "JSON", depth: 1 },
      { name: "none", license: "NONE", depth: 9 },
      { name: "free", license: "MIT", depth: 1 },
    ]);
    expect(stack.weakest.map(({ name, worst, lacks }) => [name, worst, lacks.length])).toEqual([
      ["none", "withheld", 4],
      ["near", "limited", 1],
      ["far", "limited", 1],
      ["unknown", "unknown", 4],
    ]);
    expect(stack.byDepth.map(({ depth, n }) => [depth, n])).toEqual([
      [1, 3],
      [3, 1],
      [9, 1],
    ]);
  });

  it("tells what is granted from what can be made use of", () => {
    const { freedoms } = assessStack([
      { name: "a", license: "MIT", sourceAvailable: false },
      { name: "b", license: "MIT", sourceAvailable: true },
      { name: "c", license: "MIT" },
    ]);
    expect(freedoms.modify.standing.granted).toBe(3);
    expect(freedoms.modify.exercisable).toEqual({ yes: 1, limited: 0, no: 1, unknown: 1 });
  });

  it("leaves excluded components out and takes several licences together", () => {
    const stack = assessStack([
      { name: "test tool", license: "NONE", scope: "excluded" },
      { name: "both", license: ["MIT", "JSON"] },
    ]);
    expect([stack.n, stack.excluded]).toEqual([1, 1]);
    expect(stack.whole.use.standing).toBe("limited");
    expect(stack.weakest[0]?.license).toBe("MIT AND JSON");
  });

  it("finds every component without a licence, with its row and name", () => {
    const { findings } = assessStack(named(["MIT", undefined, " "]));
    expect(findings.map(({ code, place }) => [code, place.row])).toEqual([
      ["opensource/license-missing", 2],
      ["opensource/license-missing", 3],
    ]);
    expect(findings[0]?.message).toContain('Component "part 1"');
  });

  it("says what prose licences probably mean, and reads them only by alias", () => {
    const prose = "The Apache License, Version 2.0";
    const blind = assessStack(named([prose]));
    expect(blind.unreadableLicenses).toBe(1);
    expect(blind.findings[0]?.suggestion).toBe("Apache-2.0");
    const told = assessStack(named([prose]), { aliases: { [prose]: "Apache-2.0" } });
    expect(told.allFour.yes).toBe(1);
  });

  it("has no share without components", () => {
    const empty = assessStack([]);
    expect(empty.freedoms.use.share).toBeNull();
    expect(empty.whole.use.standing).toBe("unknown");
    expect(empty.findings.map(({ code }) => code)).toEqual(["opensource/no-components"]);
    expect(JSON.stringify(empty)).not.toMatch(/NaN|Infinity/);
  });

  it("says that what is no list has no components", () => {
    const { n, findings } = assessStack({ length: 3 } as unknown as StackComponent[]);
    expect([n, findings[0]?.code]).toEqual([0, "opensource/component-shape"]);
  });

  it("takes what no type checker saw", () => {
    const hostile = JSON.parse(
      '[null, 7, {"__proto__": {"license": "MIT"}, "name": "p"}, {"name": 3, "license": {}}, {"name": "d", "depth": -1, "license": ["MIT", 4]}]',
    );
    const stack = assessStack(hostile);
    expect(stack.n).toBe(5);
    expect(stack.allFour.yes).toBe(0);
    expect(stack.findings.filter(({ code }) => code === "opensource/component-shape").length).toBe(
      6,
    );
  });

  it("counts a hundred thousand components without a licence, and lists twenty", () => {
    const stack = assessStack(Array.from({ length: 100_000 }, (_, i) => ({ name: `c${i}` })));
    expect(stack.withoutLicense).toBe(100_000);
    expect(stack.findings.length).toBe(21);
    expect(stack.weakest.map(({ name }) => name).slice(0, 2)).toEqual(["c0", "c1"]);
    expect(stack.weakLinks).toBe(100_000);
  });

  it("shows shares with their bounds", () => {
    expect(String(assessStack(named(["MIT", undefined])))).toContain("50.0 % to 100.0 %");
  });
});

const licenses = fc.constantFrom(
  "MIT",
  "GPL-3.0-only OR JSON",
  "BUSL-1.1",
  "NONE",
  undefined,
  "zzz",
);

describe("laws", () => {
  it("sums to the number of components, and lies within its bounds", () => {
    fc.assert(
      fc.property(fc.array(licenses, { maxLength: 30 }), (list) => {
        const stack = assessStack(named(list));
        for (const freedom of openSourceFreedomIds) {
          const { standing, exercisable, share } = stack.freedoms[freedom];
          const sum = (counts: object) => Object.values(counts).reduce((a, b) => a + b, 0);
          expect([sum(standing), sum(exercisable)]).toEqual([list.length, list.length]);
          if (share !== null) expect(share.lower).toBeLessThanOrEqual(share.upper);
        }
      }),
    );
  });

  it("is the expression that joins all licences with AND", () => {
    const listed = fc.constantFrom(
      "MIT",
      "GPL-3.0-only OR JSON",
      "BUSL-1.1",
      "LicenseRef-x",
      "EPL-2.0",
    );
    fc.assert(
      fc.property(fc.array(listed, { minLength: 1, maxLength: 8 }), (list) => {
        const joined = assessFreedoms({ license: list.map((text) => `(${text})`).join(" AND ") });
        const { whole } = assessStack(named(list));
        for (const freedom of openSourceFreedomIds) {
          const { standing, atLeast, atMost } = joined.freedoms[freedom];
          expect(whole[freedom]).toEqual({ standing, atLeast, atMost });
        }
      }),
    );
  });

  it("does not depend on the order of the components", () => {
    fc.assert(
      fc.property(fc.array(licenses, { maxLength: 12 }), (list) => {
        const there = assessStack(named(list));
        const back = assessStack([...named(list)].reverse());
        expect(back.freedoms).toEqual(there.freedoms);
        expect(back.whole).toEqual(there.whole);
      }),
    );
  });
});
