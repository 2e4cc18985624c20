import { finder } from "@vitalcore/core";

/** What is found in tables that are described by CSV on the Web. */
export const csvwCatalog = {
  "validate/csvw-invalid": {
    severity: "error",
    message: "{property}: {problem}.",
    hint: "See the metadata vocabulary for tabular data of the W3C (2015).",
  },
  "validate/csvw-ignored": {
    severity: "warning",
    message: "{property} is ignored: {problem}.",
    hint: "See the metadata vocabulary for tabular data of the W3C (2015).",
  },
  "validate/csvw-not-found": {
    severity: "error",
    message: "{file} is not there.",
    hint: "Its address is resolved against that of the metadata.",
  },
  "validate/csvw-not-described": {
    severity: "warning",
    message: "The metadata in {file} do not mention this table: they are left aside.",
  },
  "validate/csvw-columns": {
    severity: "error",
    message: "The table has {found} columns, its description {described}.",
  },
  "validate/csvw-title": {
    severity: "error",
    message: "Column {position} has the title {found}, and the description {described}.",
    hint: "Titles are compared letter by letter, in the language of the table.",
  },
  "validate/csvw-required": {
    severity: "error",
    message: 'Line {line}, column "{column}": a value is required.',
  },
  "validate/csvw-value": {
    severity: "error",
    message: 'Line {line}, column "{column}": {found} {problem}.',
  },
  "validate/csvw-key": {
    severity: "error",
    message: "Line {line}: the primary key {key} was on line {firstLine} already.",
  },
  "validate/csvw-reference": {
    severity: "error",
    message: "Line {line}: {key} is in {count} rows of {table}, and one is needed.",
  },
} as const;

export const find = /* @__PURE__ */ finder(csvwCatalog);
