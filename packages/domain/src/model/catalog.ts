import { type Finder, finder } from "@vitalcore/core";

/** The rules of models, packs and threat assessments. */
export const modelCatalog = {
  "domain/unknown-concept": {
    severity: "error",
    message: "There is no concept {found}.",
    hint: 'References have the form "threat/poverty".',
  },
  "domain/pack-shape": {
    severity: "error",
    message: "{path}: {found}, and {wanted} is needed.",
  },
  "domain/pack-missing": {
    severity: "error",
    message: "{path}: {what} is missing.",
  },
  "domain/pack-unknown-field": {
    severity: "error",
    message: "{path}: there is no field {found} here.",
    hint: "Known: {known}.",
  },
  "domain/pack-too-deep": {
    severity: "error",
    message: "The pack is nested more than {limit} levels deep.",
  },
  "domain/pack-id": {
    severity: "error",
    message: "{path}: {found} is no id of {origin}.",
    hint: 'Write "{origin}:" and then lower-case words joined by hyphens, 64 characters at most.',
  },
  "domain/pack-duplicate": {
    severity: "error",
    message: "{path}: {found} is there already.",
    hint: "An id stands for one thing only; core definitions cannot be replaced.",
  },
  "domain/pack-unknown-target": {
    severity: "error",
    message: "{path}: there is no {kind} {found}.",
    hint: "Nearest: {nearest}.",
  },
  "domain/pack-closed": {
    severity: "error",
    message: "{path}: {found} is not one of {known}.",
  },
  "domain/pack-cycle": {
    severity: "error",
    message: "{path}: {found} is broader than itself, by way of {through}.",
    hint: "Take one of these relations away.",
  },
  "domain/pack-range": {
    severity: "error",
    message: "{path}: the range runs from {least} to {most}.",
    hint: "Write the smaller bound first.",
  },
  "domain/pack-home": {
    severity: "error",
    message: "{path}: the home {found} is not among the dimensions.",
  },
  "domain/pack-requires": {
    severity: "error",
    message:
      "{path}: the pack is made for version {found} of the vocabulary, and this is {version}.",
  },
  "domain/pack-conflict": {
    severity: "error",
    message: "{path}: {found} disagrees with what is there, {held}.",
    hint: "A label or mapping that is there cannot be changed; add one in another language or scheme.",
  },
  "domain/assessment-shape": {
    severity: "error",
    message: "{path}: {found}, and {wanted} is needed.",
  },
  "domain/assessment-missing": {
    severity: "error",
    message: "{path}: {what} is missing.",
  },
  "domain/assessment-unknown-field": {
    severity: "error",
    message: "{path}: there is no field {found} here.",
    hint: "Known: {known}.",
  },
  "domain/assessment-unknown": {
    severity: "error",
    message: "{path}: there is no {kind} {found}.",
    hint: "Nearest: {nearest}. What is defined by the community goes under community.",
  },
  "domain/assessment-unevidenced": {
    severity: "warning",
    message: "{path}: the rating of {criterion} names no evidence.",
    hint: "Name the evidence, or say in the note why there is none.",
  },
  "domain/assessment-standpoint": {
    severity: "warning",
    message: "The assessor states {what}.",
    hint: "Reflective practice asks for both: what is taken for granted, and from where it is seen.",
  },
  "domain/assessment-both-sides": {
    severity: "info",
    message: "{found} is named as provider and as threat.",
    hint: "That may be right: a state can be both. Say in the note which part of it does what.",
  },
  "domain/assessment-open": {
    severity: "info",
    outcome: "not-evaluable",
    message: 'The question "{question}" has no answer yet.',
  },
} as const;

export const find: Finder<typeof modelCatalog> = /* @__PURE__ */ finder(modelCatalog);
