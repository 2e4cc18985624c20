import fc from "fast-check";
import { expect, test } from "vitest";
import { type ObservationIdentity, observationKey, parseObservationKey } from "../src/index.js";

const base: ObservationIdentity = { indicator: "internet-use", area: "IND", period: "2018" };

/** Text that is likely to break separators and prototypes. */
const nasty = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.string({
    minLength: 1,
    unit: fc.constantFrom("|", ";", "=", "%", "2", "5", "7", "C", "_T", "a"),
  }),
  fc.constantFrom("__proto__", "constructor", "%7C", "a|b", "\ud800", "2018-03"),
);
const identity: fc.Arbitrary<ObservationIdentity> = fc
  .record(
    {
      indicator: nasty,
      area: nasty,
      period: nasty,
      breakdown: fc.array(fc.tuple(nasty, nasty)).map(
        // dictionaries cannot hold an own "__proto__" made by assignment
        (pairs) => Object.fromEntries(pairs) as Record<string, string>,
      ),
      edition: nasty,
      asOf: nasty,
    },
    { requiredKeys: ["indicator", "area", "period"] },
  )
  .map((fields) => fields as ObservationIdentity);

/** What a key must tell apart, by other means than the key. */
function canonical({
  indicator,
  area,
  period,
  breakdown,
  edition,
  asOf,
}: ObservationIdentity): string {
  const axes = Object.entries(breakdown ?? {})
    .filter(([, category]) => category !== "_T")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([indicator, area, period, axes, edition ?? "", asOf ?? ""]);
}

test("the key is readable", () => {
  expect(observationKey(base)).toBe("internet-use|IND|2018");
  expect(observationKey({ ...base, edition: "a", asOf: "2020-01-01" })).toBe(
    "internet-use|IND|2018||a|2020-01-01",
  );
});

test("order of the breakdown, totals and spelling of the period do not matter", () => {
  const one = observationKey({ ...base, period: "2018-M03", breakdown: { sex: "F", age: "Y15" } });
  const other = observationKey({
    ...base,
    period: "2018-03",
    breakdown: { age: "Y15", sex: "F", urbanisation: "_T" },
  });
  expect(one).toBe(other);
  expect(observationKey({ ...base, breakdown: {} })).toBe(observationKey(base));
  expect(observationKey({ ...base, period: "2014-01-01/P5Y" })).toBe(
    observationKey({ ...base, period: "2014/2018" }),
  );
});

test("two keys are equal exactly if the observations are the same", () => {
  fc.assert(
    fc.property(identity, identity, (a, b) => {
      // Periods of the generator are canonical or no periods at all.
      expect(observationKey(a) === observationKey(b)).toBe(canonical(a) === canonical(b));
    }),
    { numRuns: 1000 },
  );
});

test("a key is read back", () => {
  fc.assert(
    fc.property(identity, (one) => {
      const key = observationKey(one);
      const back = parseObservationKey(key);
      expect(back).toBeDefined();
      expect(canonical(back as ObservationIdentity)).toBe(canonical(one));
      expect(observationKey(back as ObservationIdentity)).toBe(key);
    }),
    { numRuns: 1000 },
  );
});

test("an axis called __proto__ is an axis", () => {
  const breakdown = JSON.parse('{"__proto__":"x"}');
  const back = parseObservationKey(observationKey({ ...base, breakdown }));
  expect(Object.keys(back?.breakdown ?? {})).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(back?.breakdown)).toBe(Object.prototype);
});

test.each(["", "a", "a|b", "a|b|c|d", "a|b|c|d=e=f", "a|b|c||||"])("%j is no key", (text) => {
  expect(parseObservationKey(text)).toBeUndefined();
});
