import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { oneAtATime } from "@vitalcore/composite/sensitivity";
import { rankSets } from "@vitalcore/composite/uncertainty";
import { ranges } from "@vitalcore/plot/node";
import { describe, expect, test } from "vitest";
import { choicesOf } from "../src/choices.js";
import { compute } from "../src/compute.js";
import { doubtOf, rankInterval } from "../src/doubt.js";
import { dataOptions } from "../src/one-at-a-time.js";

/** `UPDATE_PICTURES=1 npx vitest run examples/digital-human-security` draws the pictures of the guide anew. */
const update = process.env.UPDATE_PICTURES === "1";
const folder = new URL("../../../docs/guides/pictures/", import.meta.url);
const NUMBER = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g;

const computed = await compute();
const doubt = await doubtOf(computed);
const labelOf = new Map(computed.result.units.map(({ unit, label }) => [unit, label]));

function ranks() {
  const first = computed.result.units.filter(({ rank }) => rank !== null && rank <= 20);
  return ranges({
    title: "Ranks of the first twenty in nine of ten scenarios",
    valueLabel: "Rank",
    rows: first.map(({ unit, label, rank }) => {
      const [low, high] = rankInterval(doubt, unit) ?? [null, null];
      return { id: unit, label, low, high, value: rank };
    }),
  });
}

/** The rank of one country when one choice is made differently. */
async function tornado() {
  const { choices, observations } = choicesOf(computed);
  const varied = new Set(doubt.scenarios.factors.map(({ id }) => id));
  const weights = doubt.scenarios.factors.find(({ id }) => id === "weights");
  const factors = [
    ...choices.map(({ factor }) => factor).filter(({ id }) => varied.has(id)),
    ...(weights === undefined ? [] : [weights]),
  ];
  const found = await oneAtATime(
    observations,
    computed.methodology,
    { kind: "UncertaintySpec", version: 1, factors },
    { ...dataOptions, output: { kind: "rank", unit: "USA" } },
  );
  const names: Readonly<Record<string, string>> = {
    mean: "Arithmetic mean, not geometric",
    conflict: "INFORM's node on conflict",
    displaced: "Displaced: missing, not zero",
    internet: "Older vintage of internet use",
    weights: "Weights, up to 25 % off",
  };
  const own = computed.result.units.find(({ unit }) => unit === "USA")?.rank ?? 0;
  return ranges({
    title: `Rank of ${labelOf.get("USA")} when one choice is made differently`,
    valueLabel: "Rank",
    reference: own,
    rows: found.map(({ factor, low, high }) => ({
      id: factor,
      label: names[factor] ?? factor,
      low,
      high,
    })),
  });
}

const drawnTornado = await tornado();

/** Ten regions of a survey: estimates in per cent and their standard errors. */
function confidenceSets() {
  const regions = [
    ["North", 61.2, 1.4],
    ["Coast", 60.1, 1.1],
    ["Capital", 59.8, 0.8],
    ["Lakes", 57.4, 1.6],
    ["Valley", 52.0, 1.3],
    ["Hills", 51.5, 1.9],
    ["East", 51.1, 1.2],
    ["Plains", 44.7, 2.6],
    ["South", 41.9, 1.5],
    ["Islands", 33.0, 2.2],
  ] as const;
  const sets = rankSets(
    regions.map(([, estimate]) => estimate),
    regions.map(([, , error]) => error),
  );
  return ranges({
    title: "Ranks of ten regions with 95 % confidence, all at once",
    valueLabel: "Rank",
    rows: regions.map(([label], i) => ({
      id: label,
      label,
      low: sets.best[i] ?? null,
      high: sets.worst[i] ?? null,
      value: sets.rank[i] ?? null,
    })),
  });
}

/** Elements, attributes and texts, with `#` for each number; and the numbers. */
function structure(svg: string) {
  return {
    shape: svg.replace(/></g, ">\n<").replace(NUMBER, "#"),
    numbers: (svg.match(NUMBER) ?? []).map(Number),
  };
}

describe("the pictures of the guide to uncertainty are those of the libraries", () => {
  test.each([
    ["uncertainty-ranks", ranks()],
    ["uncertainty-tornado", drawnTornado],
    ["uncertainty-sets", confidenceSets()],
  ])("%s", (name, picture) => {
    const file = new URL(`${name}.svg`, folder);
    const svg = picture.toSVG();
    if (update) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, `${svg}\n`);
    }
    expect(existsSync(file), "draw it with UPDATE_PICTURES=1").toBe(true);
    const drawn = structure(svg);
    const stored = structure(readFileSync(file, "utf8").trimEnd());
    expect(drawn.shape).toBe(stored.shape);
    drawn.numbers.forEach((number, i) => {
      expect(number).toBeCloseTo(stored.numbers[i] as number, 2);
    });
  });
});
