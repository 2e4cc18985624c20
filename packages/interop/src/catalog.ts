import { type Finder, finder } from "@vitalcore/core";

/**
 * The rules of the exchange formats, by code: what a translation has to cover.
 *
 * @example
 * ```ts
 * import { interopCatalog } from "@vitalcore/interop";
 * interopCatalog["interop/invalid-iri"].severity; // => "error"
 * ```
 */
export const interopCatalog = {
  // Reading observations
  "interop/missing-column": {
    severity: "error",
    message: 'There is no column "{column}", and no constant stands for it.',
    hint: "The columns are: {columns}. Name the column that holds it, or give a constant.",
  },
  "interop/unused-column": {
    severity: "warning",
    message: 'Column "{column}" is no field of an observation, and is not read.',
    hint: "{remedy}",
  },
  "interop/cell": {
    severity: "error",
    message: "Row {row}: {column} is {found}, and {wanted} is needed.",
  },
  "interop/incomplete-interval": {
    severity: "error",
    message: "Row {row}: of the bounds and the level of an interval, only {given} is given.",
    hint: "An interval needs {columns}: leave out all of them, or give a constant for the level.",
  },
  "interop/conflicting-status": {
    severity: "warning",
    message:
      "Row {row}: the main status is {found}, and the full list, {statuses}, says otherwise.",
    hint: "The list is read. The main status is the one that comes first in the hierarchy of SDMX (2019).",
  },
  "interop/unit-multiplier": {
    severity: "info",
    message: "{rows} values were multiplied by 10^{found}, as UNIT_MULT says (first: row {row}).",
  },
  "interop/not-an-observation": {
    severity: "warning",
    message: "{rows} rows are no observations, and are not read: {reason} (first: row {row}).",
  },
  "interop/repeated-observation": {
    severity: "error",
    message: "Observations {firstRow} and {row} have the same key, {observation}.",
    hint: "This format holds one observation for a key: keep one, or tell them apart by `edition` or `asOf`.",
  },
  "interop/json-syntax": {
    severity: "error",
    message: "This is not JSON: {reason}.",
  },
  "interop/shape": {
    severity: "error",
    message: "{at} is {found}, and {wanted} is needed.",
  },
  "interop/no-table": {
    severity: "error",
    message: "There is no {wanted}.",
    hint: "{remedy}",
  },
  // Writing
  "interop/sub-field": {
    severity: "error",
    message:
      'Row {row}: {column} is {found}, which holds the separator of several values, "{separator}".',
    hint: "Codes of status are single letters.",
  },
  "interop/invalid-option": {
    severity: "error",
    message: "The option {option} is {found}, and {wanted} is needed.",
  },
  "interop/invalid-iri": {
    severity: "error",
    message: "{at}: {found} is not an absolute IRI.",
    hint: "It has a scheme, and no spaces, quotes, angle brackets, braces, bars, carets or backslashes.",
  },
  "interop/invalid-text": {
    severity: "error",
    message:
      "{at}: the text {found} holds half of a surrogate pair, which is no character of Unicode.",
    hint: "The text was cut in the middle of a character: mend it at its source.",
  },
  "interop/language-tag": {
    severity: "error",
    message: "{at}: {found} is not a language tag.",
    hint: "Write it as BCP 47 has it: en, fr, zh-Hans.",
  },
  "interop/repeated-language": {
    severity: "error",
    message: "{at}: the language {found} occurs twice, case apart.",
    hint: "SKOS S14: a concept has one preferred label for a language.",
  },
  // Vocabularies
  "interop/no-label": {
    severity: "error",
    message: "{concept} has no label, or an empty one.",
    hint: 'Give at least one preferred label: { en: { preferred: "…" } }.',
  },
  "interop/repeated-concept": {
    severity: "error",
    message: "{found} is defined twice.",
    hint: "Ids are unique over all schemes and concepts (SKOS S9: a scheme is no concept).",
  },
  "interop/unknown-concept": {
    severity: "error",
    message: "{concept}: {relation} names {found}, which is not in these schemes.",
    hint: "Export its scheme together with this one, or link to it as a mapping.",
  },
  "interop/broader-cycle": {
    severity: "error",
    message: "{concept} is broader than itself: {cycle}.",
  },
  "interop/related-and-broader": {
    severity: "error",
    message: "{concept} and {found} are related, and one is broader than the other.",
    hint: "SKOS S27: related concepts are not in one line of broader ones.",
  },
  "interop/repeated-label": {
    severity: "error",
    message: "{concept}: the label {found} ({language}) occurs twice.",
    hint: "SKOS S13: a label is either the preferred one or an alternative, and each is said once.",
  },
  "interop/conflicting-mapping": {
    severity: "error",
    message: "{concept} has the mapping {found} twice, as {relation}.",
    hint: "SKOS S27 and S46: these exclude each other.",
  },
  // Graphs
  "interop/repeated-node": {
    severity: "error",
    message: "There are two nodes with the id {found}.",
  },
  "interop/unknown-node": {
    severity: "error",
    message: "Edge {row} leads {direction} {found}, and there is no such node.",
    hint: "Add the node, or leave the edge out.",
  },
  // Sources
  "interop/repeated-source": {
    severity: "error",
    message: "There are two sources with the id {found}.",
  },
} as const;

export const find: Finder<typeof interopCatalog> = /* @__PURE__ */ finder(interopCatalog);
