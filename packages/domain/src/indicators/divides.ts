import type { IndicatorDefinition } from "../indicator-definition.js";
import { internetUse } from "./connectivity.js";
import { divide } from "./families.js";

const urban = { code: "U", people: "urban people" } as const;
const rural = { code: "R", people: "rural people" } as const;
const surveys = {
  publisher: "National ICT surveys",
  dataset: "Household survey microdata",
} as const;

/** Urban-rural gap in internet use: share of urban people minus share of rural people who use the internet, in percentage points. Unit: `PERCENTAGE_POINT`. */
export const urbanRuralGap: IndicatorDefinition = /* @__PURE__ */ divide({
  of: internetUse,
  axis: "urbanisation",
  upper: urban,
  lower: rural,
  form: "difference",
  override: {
    id: "urban-rural-gap",
    name: "Urban-rural gap in internet use",
    definition:
      "Share of urban people minus share of rural people who use the internet, in percentage points.",
    dimensions: ["community", "economic"],
    groups: ["people-in-remote-areas"],
    notes: "Signed. Definitions of urban differ by country: name the one that was used.",
  },
});

/** Urban-rural ratio of internet use: share of urban people who use the internet divided by the share of rural people. Unit: `RATIO`. */
export const urbanRuralRatio: IndicatorDefinition = /* @__PURE__ */ divide({
  of: internetUse,
  axis: "urbanisation",
  upper: urban,
  lower: rural,
  form: "ratio",
  override: {
    id: "urban-rural-ratio",
    name: "Urban-rural ratio of internet use",
    definition: "Share of urban people who use the internet divided by the share of rural people.",
    dimensions: ["community", "economic"],
    groups: ["people-in-remote-areas"],
    notes: "Never recompute it from rounded shares.",
  },
});

/** Generational gap in internet use: share of young people (15 to 24) minus share of older people (65 and over unless stated) who use the internet, in percentage points. Unit: `PERCENTAGE_POINT`. */
export const generationalGap: IndicatorDefinition = /* @__PURE__ */ divide({
  of: internetUse,
  axis: "age",
  upper: { code: "15-24", people: "people aged 15 to 24" },
  lower: { code: "65+", people: "people aged 65 and over" },
  form: "difference",
  override: {
    id: "generational-gap",
    name: "Generational gap in internet use",
    definition:
      "Share of young people (15 to 24) minus share of older people (65 and over unless stated) who use the internet, in percentage points.",
    dimensions: ["community", "economic", "health"],
    freedoms: ["live-in-dignity"],
    threats: ["digital-exclusion", "inaccessible-digital-services"],
    groups: ["older-people", "youth"],
    parameters: { olderFrom: [65] },
    notes: "Signed. State the age at which older people begin.",
  },
});

/** Income gap in internet use: share of the richest fifth minus share of the poorest fifth who use the internet, in percentage points. Unit: `PERCENTAGE_POINT`. */
export const incomeGapInternet: IndicatorDefinition = /* @__PURE__ */ divide({
  of: internetUse,
  axis: "income",
  upper: { code: "Q5", people: "people in the richest fifth" },
  lower: { code: "Q1", people: "people in the poorest fifth" },
  form: "difference",
  override: {
    id: "income-gap-internet",
    name: "Income gap in internet use",
    definition:
      "Share of the richest fifth minus share of the poorest fifth who use the internet, in percentage points.",
    dimensions: ["community", "economic"],
    threats: ["digital-exclusion", "economic-inequality"],
    groups: ["low-income-communities"],
    source: {
      publisher: "National ICT surveys; DHS; MICS",
      dataset: "Household survey microdata",
    },
    notes:
      "Signed. It looks at the two ends alone; the slope index and the concentration index use all fifths.",
  },
});

/** Disability gap in internet use: share of people without disability minus share of people with disability who use the internet, in percentage points. Unit: `PERCENTAGE_POINT`. */
export const disabilityGapInternet: IndicatorDefinition = /* @__PURE__ */ divide({
  of: internetUse,
  axis: "disability",
  upper: { code: "PWD", people: "people without disability" },
  lower: { code: "PD", people: "people with disability" },
  form: "difference",
  override: {
    id: "disability-gap-internet",
    name: "Disability gap in internet use",
    definition:
      "Share of people without disability minus share of people with disability who use the internet, in percentage points.",
    dimensions: ["community", "economic", "political"],
    freedoms: ["live-in-dignity"],
    threats: ["inaccessible-digital-services", "digital-exclusion"],
    sdg: [],
    source: surveys,
    notes: "Signed. Disability by the short set of the Washington Group.",
    unverified: ["the codes PD and PWD, taken from memory of the SDG code list"],
  },
});
