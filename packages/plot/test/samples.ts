import type {
  CoverageMatrixInput,
  CoverageStatus,
  ProfileInput,
  RangesInput,
  RankedBarsInput,
  ScatterInput,
} from "@vitalcore/plot";

/** Small inputs with all that is awkward: missing values, long names, other scripts, hostile text. */

export const HOSTILE = '</title><script>alert("1")</script>&\u0000\u202E';

const names = [
  ["NOR", "Norway"],
  ["SAU", "المملكة العربية السعودية والمنطقة المحيطة بها"],
  ["HKG", "中华人民共和国香港特别行政区政府统计处和其他机构的名单"],
  ["GBR", "United Kingdom of Great Britain and Northern Ireland and the Overseas Territories"],
  ["NAM", "Namibia"],
  ["BAD", HOSTILE],
  ["ERI", "Eritrea"],
] as const;

export const ranked: RankedBarsInput = {
  title: "A ranking",
  scoreLabel: "Index, 1-100",
  highlight: ["NAM"],
  domain: [0, 100],
  rows: names.map(([unit, label], i) => ({
    unit,
    label,
    score: i === 6 ? null : i === 5 ? Number.NaN : 95 - 13 * i,
    rank: i > 4 ? null : i + 1,
    ...(i < 3 && { interval: [90 - 13 * i, 98 - 13 * i] as const }),
  })),
};

export const rankedMany: RankedBarsInput = {
  title: "Many, in groups",
  rows: Array.from({ length: 64 }, (_, i) => ({
    unit: `u${i}`,
    label: `Unit ${i + 1}`,
    score: 80 - 2 * i,
    rank: i + 1,
    group: `Group ${(i % 7) + 1}`,
  })),
};

export const rankedTop: RankedBarsInput = { ...rankedMany, title: "Both ends", top: 3 };

export const ranged: RangesInput = {
  title: "Ranks over all scenarios",
  valueLabel: "Rank",
  highlight: ["NAM"],
  reference: 4,
  notes: ["Of twelve scenarios."],
  rows: names.map(([id, label], i) => ({
    id,
    label,
    low: i === 6 ? null : Math.max(1, i - 1),
    high: i === 6 ? null : i === 0 ? 1 : i + 3,
    value: i === 5 ? Number.NaN : i + 1,
    ...(i === 1 && { lowLabel: "as it is", highLabel: HOSTILE }),
    ...(i === 2 && { text: HOSTILE }),
  })),
};

export const rangedMany: RangesInput = {
  title: "Many ranges, in groups",
  valueLabel: "Index",
  digits: 1,
  rows: Array.from({ length: 64 }, (_, i) => ({
    id: `u${i}`,
    label: `Unit ${i + 1}`,
    low: 80.5 - i,
    high: 84 - i + (i % 5),
    value: 82 - i,
    group: `Group ${(i % 3) + 1}`,
  })),
};

const dimensions = ["economic", "food", "health", "political"];

export const profiled: ProfileInput = {
  unit: "NAM",
  label: "Namibia",
  title: "Namibia over the dimensions",
  domain: [0, 100],
  scores: dimensions.map((node, i) => ({
    node,
    label: i === 1 ? HOSTILE : `${node} security`,
    score: i === 2 ? null : 20 + 25 * i,
  })),
  reference: dimensions.slice(0, 3).map((node, i) => ({
    node,
    min: 5 * i,
    median: 50,
    max: 90 + i,
    ...(i === 0 && { values: [0, 30, 50, 50, null, 90] }),
  })),
};

const statuses: CoverageStatus[] = ["present", "present", "flagged", "missing", "present"];
const indicators = [
  "Income",
  "Life expectancy",
  `Food ${HOSTILE}`,
  "Homicide per 100,000 people a year, as reported",
];

export const covered: CoverageMatrixInput = {
  title: "Which values are there",
  units: names.map(([unit, label]) => ({ unit, label })),
  indicators: indicators.map((label, i) => ({ indicator: `i${i}`, label })),
  cells: names.slice(0, 6).flatMap(([unit], row) =>
    indicators.map((_, i) => ({
      unit,
      indicator: `i${i}`,
      status: statuses[(row * 2 + i * 3) % statuses.length] as CoverageStatus,
      ...(row === 1 && { note: "definition differs" }),
    })),
  ),
};

export const scattered: ScatterInput = {
  title: "Two values",
  x: { label: "GNI per person, 2021 PPP $", scale: "log" },
  y: { label: "Life expectancy, years" },
  points: names.map(([unit, label], i) => ({
    unit,
    label,
    x: i === 6 ? null : 1000 * 2 ** i,
    y: i === 3 ? Number.NaN : 60 + 3 * i,
    group: i % 2 === 0 ? "Even" : "Odd",
  })),
};
