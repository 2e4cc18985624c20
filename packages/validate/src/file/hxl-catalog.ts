import { finder } from "@vitalcore/core";

/** What is found in files of the Humanitarian Exchange Language. */
export const hxlCatalog = {
  "validate/hxl-untagged": {
    severity: "error",
    message: "There is no row of hashtags within the first {most} rows.",
    hint: "HXL has one below the headings: #country+code,#date,#indicator+value+num.",
  },
  "validate/hxl-no-tag": {
    severity: "warning",
    message:
      "Line {line}: {found} stands among hashtags and is none: its column is not read by programs.",
    hint: "Write # before it, or leave the cell empty.",
  },
  "validate/hxl-tag-twice": {
    severity: "warning",
    message: "Line {line}: the hashtag {found} stands twice.",
    hint: "Tell the columns apart by attributes: #targeted+f, #targeted+m.",
  },
} as const;

export const find = /* @__PURE__ */ finder(hxlCatalog);
