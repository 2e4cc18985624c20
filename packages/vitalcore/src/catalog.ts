import { type Finder, finder } from "@vitalcore/core";

/** What the command line itself checks. */
export const cliCatalog = {
  "vitalcore/unreadable-file": {
    severity: "error",
    message: "{file} cannot be read: {reason}.",
    hint: "Paths are relative to the folder in which the command runs.",
  },
  "vitalcore/unwritable-file": {
    severity: "error",
    message: "{file} cannot be written: {reason}.",
    hint: "Name a file in a folder that exists and that you may write to.",
  },
  "vitalcore/invalid-json": {
    severity: "error",
    message: "{file} is not JSON: {reason}.",
  },
  "vitalcore/unknown-format": {
    severity: "error",
    message: "{file} is neither CSV nor JSON by its name.",
    hint: "Name it .csv, .tsv or .json.",
  },
  "vitalcore/unit-column": {
    severity: "error",
    message: "{file} is a wide table, and --unit does not say which column names the units.",
    hint: "Its columns are: {columns}. A table of observations has a column indicator.",
  },
  "vitalcore/table-option": {
    severity: "error",
    message: "--table {found} does not say which file has which name.",
    hint: "Write --table name=file.csv, with the name that the rules use.",
  },
} as const;

export const find: Finder<typeof cliCatalog> = finder(cliCatalog);
