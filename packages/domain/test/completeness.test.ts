import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { claims } from "../src/claims/index.js";
import { everything } from "../src/everything.js";
import { createModel } from "../src/model/index.js";
import { anomalies, sources } from "../src/sources/index.js";
import { statistics } from "../src/statistics/index.js";
import type { Reference, Technology, Threat } from "../src/vocabulary/index.js";
import { measures, technologies, threats } from "../src/vocabulary/index.js";

/** What a reader found in the founding texts before any record was written: see SOURCES.md. */
interface Item {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly refs: readonly string[];
  readonly category?: string;
  readonly affectsDimensions?: readonly string[];
  readonly underminesFreedoms?: readonly string[];
  readonly affectedGroups?: readonly string[];
  readonly digital?: boolean;
  readonly parent?: string;
  readonly strategy?: readonly string[];
  readonly safeguardsDimensions?: readonly string[];
  readonly flag?: string;
  readonly bound?: "lower";
  readonly citation?: string | null;
}
interface Inventory {
  readonly texts: readonly { readonly id: string }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly items: readonly Item[];
  readonly statistics: readonly (Item & { valueText: string; value: number | null })[];
  readonly claims: readonly (Item & { polarity: string; hedge: string })[];
  readonly sources: readonly (Item & { year: number | string | null })[];
  readonly anomalies: readonly Item[];
}

const inventory = JSON.parse(
  readFileSync(new URL("fixtures/founding-texts-inventory.json", import.meta.url), "utf8"),
) as Inventory;
const model = createModel(everything);

/** Items without a record, each with the reason. At most 3 % may stand here. */
const leftOut: Readonly<Record<string, string>> = {};

/** The texts cite some works more than once; each has one record. */
const sourceRecords: Readonly<Record<string, string>> = {
  "undp-ref-1": "undp-1994",
  "undp-ref-2": "chs-2003",
  "undp-ref-3": "chiappero-martinetti-2020",
  "undp-ref-4": "byskov-2022",
  "undp-ref-5": "undp-2022",
  "undp-ref-6": "undp-oset-2024",
  "undp-ref-7": "un-2023",
  "undp-ref-8": "itu-2024",
  "undp-ref-9": "mofa-japan-bluebook",
  "undp-ref-10": "mofa-japan-2022",
  "undp-ref-11": "roser-2023",
  "undp-ref-12": "who-2021",
  "undp-ref-13": "world-bank-2023",
  "undp-ref-14": "bartlett-2019",
  "undp-ref-15": "iom-2024",
  "undp-ref-16": "un-women-2022",
  "undp-ref-17": "undp-singapore-2024",
  "leir-reading-01": "booth-2005",
  "leir-reading-02": "chs-2003",
  "leir-reading-03": "gasper-2005",
  "leir-reading-04": "martin-owen-2010",
  "leir-reading-05": "macfarlane-khong-2006",
  "leir-reading-06": "owen-2008",
  "leir-reading-07": "unsg-2010",
  "leir-reading-08": "sen-1999",
  "leir-reading-09": "tadjbakhsh-chenoy-2007",
  "leir-reading-10": "tripp-2013",
  "leir-reading-11": "undp-1994",
  "leir-reading-12": "undp-2022",
  "leir-reading-13": "untfhs-2022",
  "leir-reading-14": "untfhs-2015",
  "leir-reading-15": "world-bank-un-2018",
  "sen-1993": "sen-1993",
  "leir-brief": "babbitt-2023",
  "unhcr-2020": "unhcr-2020",
};

/** Years that the texts print differently from the record, and why. */
const correctedYears: Readonly<Record<string, string>> = {
  "leir-reading-04": "International Affairs 86(1) is of 2010",
};

function referenceOf({ id }: Item): Reference {
  const [kind = "", slug = ""] = id.split("/");
  return `${kind.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}/${slug}` as Reference;
}

const slugs = (list: readonly string[] = []) => list.map((id) => id.split("/")[1]);

test("every item has its record, with label, definition and all its paragraphs", () => {
  const missing = inventory.items.filter((item) => !model.has(referenceOf(item)));
  const total = inventory.items.length + inventory.statistics.length + inventory.claims.length;
  expect(Object.keys(leftOut).length / (total + inventory.sources.length)).toBeLessThanOrEqual(
    0.03,
  );
  expect(missing.map(({ id }) => id)).toEqual(Object.keys(leftOut));
  for (const item of inventory.items) {
    if (Object.hasOwn(leftOut, item.id)) continue;
    const { labels, definition, sources: cited, basis } = model.concept(referenceOf(item));
    expect(labels, item.id).toHaveProperty("en");
    expect(model.label(referenceOf(item)), item.id).toMatch(/\S/);
    expect(definition, item.id).toMatch(/^\S.*[.?]$/);
    expect(cited, item.id).toEqual(expect.arrayContaining([...item.refs]));
    expect(basis, item.id).toBe("text");
  }
});

test("there are as many of each kind as were counted, and more only where they are marked", () => {
  for (const [kind, count] of Object.entries(inventory.counts)) {
    const kebab = kind.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
    const inFixture = inventory.items.filter((item) => item.kind === kind);
    if (inFixture.length === 0) continue;
    expect(inFixture, kind).toHaveLength(count);
    const known = new Set(inFixture.map(referenceOf));
    const added = model.references().filter((r) => r.startsWith(`${kebab}/`) && !known.has(r));
    // Concepts that the texts use without a heading of their own; all other additions are ours.
    for (const reference of added.filter((each) => !each.startsWith("concept/"))) {
      expect(model.concept(reference).basis, reference).toBe("own");
    }
  }
  expect(Object.keys(threats)).toHaveLength(99);
});

test("threats say of themselves what was read", () => {
  for (const item of inventory.items.filter(({ kind }) => kind === "threat")) {
    const threat: Threat = threats[item.id.split("/")[1] as keyof typeof threats];
    expect(threat.category, item.id).toBe(item.category);
    const dimensions = [...threat.affects, ...(threat.affectsIndirectly ?? [])];
    expect(dimensions.sort(), item.id).toEqual(slugs(item.affectsDimensions).sort());
    expect([...threat.undermines].sort()).toEqual(slugs(item.underminesFreedoms).sort());
    expect(threat.fallsOn ?? [], item.id).toEqual(slugs(item.affectedGroups));
    expect(threat.digital ?? false, item.id).toBe(item.digital);
    if (item.parent !== undefined) {
      expect(threat.broader).toBe(item.parent.split("/")[1]);
    }
  }
});

test("measures and technologies keep strategies and dimensions", () => {
  for (const item of inventory.items) {
    const id = item.id.split("/")[1] ?? "";
    if (item.kind === "measure") {
      const { strategies } = measures[id as keyof typeof measures];
      expect([...strategies], item.id).toEqual(slugs(item.strategy));
    }
    if (item.kind === "technology") {
      const { safeguards = [], endangers = [] }: Technology =
        technologies[id as keyof typeof technologies];
      const touched = new Set([...safeguards, ...endangers]);
      // The texts also name what a technology endangers; some of that is our reading.
      expect([...touched], item.id).toEqual(
        expect.arrayContaining(slugs(item.safeguardsDimensions)),
      );
    }
  }
});

test("every statistic is there as printed", () => {
  for (const item of inventory.statistics) {
    const record = statistics.find(({ id }) => `stat/${id}` === item.id);
    expect(record, item.id).toBeDefined();
    expect(record?.printed).toBe(item.valueText);
    expect(record?.value).toBe(item.value);
    expect(record?.sources).toEqual(item.refs);
    if (item.flag !== undefined) expect(record?.flags?.length, item.id).toBeGreaterThan(0);
    if (item.bound !== undefined) expect(record?.bound).toBe(item.bound);
    if (item.citation !== null) expect(record?.cited, item.id).toBeDefined();
  }
  expect(statistics).toHaveLength(inventory.statistics.length);
});

test("every claim is there, with its paragraphs", () => {
  for (const item of inventory.claims) {
    const record = claims.find(({ id }) => `claim/${id}` === item.id);
    expect(record?.sources, item.id).toEqual(item.refs);
    // What the reader put into words of the effect ("lower conflict") may stand as the polarity instead.
    if (["supports", "aggravates"].includes(item.polarity)) {
      expect([item.polarity, "reduces"]).toContain(record?.polarity);
    }
    if (["may", "can", "often", "asserted", "implied"].includes(item.hedge)) {
      expect(record?.hedge, item.id).toBe(item.hedge);
    }
  }
  expect(claims).toHaveLength(inventory.claims.length);
});

test("every text and every cited work has its record, with its year", () => {
  const byId = new Map(sources.map((source) => [source.id, source]));
  for (const { id } of inventory.texts) expect(byId.has(id), id).toBe(true);
  for (const item of inventory.sources) {
    const short = item.id.split("/")[1] ?? "";
    const record = byId.get(sourceRecords[short] ?? "");
    expect(record, item.id).toBeDefined();
    if (typeof item.year === "number" && !Object.hasOwn(correctedYears, short)) {
      expect(record?.issued?.["date-parts"][0]?.[0], item.id).toBe(item.year);
    }
  }
});

test("every anomaly is told", () => {
  expect(anomalies.map(({ id }) => `anomaly/${id}`)).toEqual(
    inventory.anomalies.map(({ id }) => id),
  );
});
