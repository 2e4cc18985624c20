/** The rules that the readers of this package check. */
export const tableCatalog = {
  // The file
  "table/empty-file": {
    severity: "error",
    message: "The file is empty.",
    hint: "Check the download: a header with the names of the columns is needed at least.",
  },
  "table/not-text": {
    severity: "error",
    message: "This is {kind}, not text.",
    hint: "Unpack it, or save it as CSV, and read that.",
  },
  "table/byte-order-mark": {
    severity: "info",
    message: "The text is {encoding}, as its byte order mark says.",
  },
  "table/encoding-guessed": {
    severity: "error",
    message:
      "Line {line}: the bytes are not UTF-8; the file was read as {encoding}, which is a guess.",
    hint: 'If accented letters come out right, pass encoding: "{encoding}"; otherwise pass the right one.',
  },
  "table/damaged-text": {
    severity: "error",
    message: 'Line {line}, column "{column}": a character is lost (U+FFFD).',
    hint: "The bytes are not of the encoding they were read as, here or when the file was made: pass `encoding`, or take the original.",
  },
  "table/line-too-long": {
    severity: "error",
    message:
      "Line {line}: the record that begins here has more than {limit} bytes; nothing was read.",
    hint: "Look for a quote that is never closed, or a file without line ends. If the record is right, raise limits.maxLineBytes.",
  },
  "table/too-many-rows": {
    severity: "error",
    message: "There are more than {limit} rows; nothing was read.",
    hint: "Read the file in parts with readCsvChunks, or raise limits.maxRows.",
  },
  "table/too-many-columns": {
    severity: "error",
    message: "Line {line}: {found} columns are more than {limit}; nothing was read.",
    hint: "Check the delimiter, or raise limits.maxColumns.",
  },
  "table/cr-line-ends": {
    severity: "warning",
    message: "Lines end with CR alone.",
    hint: "Few programs still read that: save the file with LF or CRLF.",
  },
  "table/mixed-line-ends": {
    severity: "warning",
    message: "Lines end in two ways: {crlf} with CRLF and {lf} with LF.",
    hint: "Two files may have been joined: check that all their rows belong here.",
  },
  "table/end-of-file-mark": {
    severity: "warning",
    message: "The file ends with a DOS end-of-file mark (0x1A), which was left out.",
  },
  "table/delimiter-found": {
    severity: "info",
    message: "The delimiter is {found}.",
    hint: "Pass it as `delimiter` if the files that follow are to have the same.",
  },

  // The header
  "table/no-rows": {
    severity: "warning",
    message: "There is a header, and no row under it.",
  },
  "table/missing-column": {
    severity: "error",
    message: 'There is no column "{column}".',
    hint: "The columns are: {columns}.",
  },
  "table/duplicate-header": {
    severity: "error",
    message:
      'Columns {first} and {second} are both called {found}; the second is read as "{column}".',
    hint: "Rename one of them in the file.",
  },
  "table/similar-header": {
    severity: "warning",
    message: 'Columns "{other}" and "{column}" differ only in {difference}.',
    hint: "Rename one of them, or make sure that the right one is used.",
  },
  "table/empty-header": {
    severity: "warning",
    message: 'Column {position} has no name; it is read as "{column}".',
    hint: "Name it in the file, or remove the delimiter that opens it.",
  },
  "table/padded-header": {
    severity: "warning",
    message: 'The name of column "{column}" has spaces around it.',
    hint: "They are part of the name here: remove them in the file, or write them when asking for the column.",
  },

  "table/header-not-found": {
    severity: "error",
    message: "Line {line} is a title, not the header; the header was taken from line {header}.",
    hint: "Remove what stands above the header, or pass skipLines.",
  },
  "table/hxl-tags": {
    severity: "info",
    message: "Line {line} holds HXL hashtags, and was not read as data.",
  },

  // Rows
  "table/ragged-row": {
    severity: "error",
    message: "Line {line}: {found} cells where the header has {expected}; the row was left out.",
    hint: "Quote cells that hold the delimiter. If the header stands further down, pass skipLines.",
  },
  "table/trailing-delimiters": {
    severity: "warning",
    message:
      "Line {line}: {found} cells where the header has {expected}; those beyond are empty and were left out.",
  },
  "table/blank-line": {
    severity: "warning",
    message: "Line {line} holds no values and was left out.",
  },
  "table/repeated-header": {
    severity: "error",
    message: "Line {line} repeats the header and was left out.",
    hint: "Two files may have been joined: check that all their rows belong here.",
  },
  "table/needs-exceljs": {
    severity: "error",
    message: "Excel workbooks are read by the package exceljs, which is not installed.",
    hint: "npm install exceljs",
  },
  "table/not-excel": {
    severity: "error",
    message: "The file is no Excel workbook (.xlsx) that can be read.",
    hint: "Save it as .xlsx, without a password; old .xls files have another form.",
  },
  "table/archive-too-large": {
    severity: "error",
    message: "Unpacked, the workbook has more than {limit} bytes; nothing was read.",
    hint: "Raise the limit if you trust where the file comes from.",
  },
  "table/no-sheet": {
    severity: "error",
    message: "There is no sheet {found}.",
    hint: "There are: {sheets}.",
  },
  "table/other-sheets": {
    severity: "info",
    message: "The sheet {found} was read, others were not: {others}.",
    hint: "Name the sheet if it is another.",
  },
  "table/hidden-cells": {
    severity: "warning",
    message: "Hidden in the workbook, and read like the rest: {what}.",
    hint: "Look whether they belong to the data, and whether they may be seen.",
  },
  "table/merged-cells": {
    severity: "warning",
    message:
      "{count} ranges are merged, the first is {found}: only their first cells hold a value.",
    hint: "Undo the merging and write the value into each cell that it is meant for.",
  },
  "table/formula-value": {
    severity: "info",
    message:
      'Row {line}, column "{column}": values are those that formulas gave when the file was saved.',
  },
  "table/formula-without-value": {
    severity: "error",
    message: 'Row {line}, column "{column}": the file does not hold what the formula gives.',
    hint: "Open and save it in a spreadsheet program, or write values in place of formulas.",
  },
  "table/percent-format": {
    severity: "warning",
    message:
      'Row {line}, column "{column}": cells are shown as per cent and hold proportions (12 % is 0.12).',
    hint: "Declare the unit as a proportion, or multiply by 100.",
  },
  "table/unclosed-quote": {
    severity: "error",
    message: 'Line {line}: the quote that opens in column "{column}" is never closed; {lost}.',
    hint: 'Close it, or double it ("") if it is part of the text.',
  },
  "table/text-after-quote": {
    severity: "error",
    message: 'Line {line}, column "{column}": text follows a closing quote.',
    hint: 'Inside a quoted cell a quote is written twice ("").',
  },
  "table/stray-quote": {
    severity: "warning",
    message:
      'Line {line}, column "{column}": a quote stands inside a cell that does not begin with one.',
    hint: 'It was read as part of the text. Quote the cell and write the quote twice ("").',
  },
  "table/nul-character": {
    severity: "error",
    message: 'Line {line}, column "{column}": the cell holds a NUL character.',
    hint: "The file is damaged, or not of the encoding it was read as.",
  },
  "table/control-character": {
    severity: "warning",
    message:
      'Line {line}, column "{column}": the cell holds an invisible control character ({character}).',
    hint: "Remove it: the cell will not equal one that looks the same.",
  },

  // Cells
  "table/not-a-number": {
    severity: "error",
    message: 'Line {line}, column "{column}": {found} is not a number.',
    hint: "Write digits with the decimal mark of the file, or leave the cell empty; list marks for missing values in `missing`.",
  },
  "table/missing-mark": {
    severity: "error",
    message: 'Line {line}, column "{column}": {found} seems to stand for a missing value.',
    hint: "If it does, list it in `missing` of the column; nothing but the empty cell is missing unasked.",
  },
  "table/grouped-number": {
    severity: "error",
    message:
      'Line {line}, column "{column}": {found} may be a number with thousands marks, or not.',
    hint: "Write it without them (1234567.8).",
  },
  "table/decimal-comma": {
    severity: "error",
    message: 'Line {line}, column "{column}": {found} seems to have a decimal comma.',
    hint: 'If the whole file has, pass decimal: ",".',
  },
  "table/percent-sign": {
    severity: "error",
    message: 'Line {line}, column "{column}": {found} carries its unit.',
    hint: "Write the number alone; whether it is a percentage or a proportion is said by the indicator's unit.",
  },
  "table/censored-number": {
    severity: "error",
    message: 'Line {line}, column "{column}": {found} is a bound, not a value.',
    hint: "Read the column as text and decide what a bound is to mean; it is not missing.",
  },
  "table/spreadsheet-error": {
    severity: "error",
    message: 'Line {line}, column "{column}": {found} is an error of the spreadsheet.',
    hint: "Mend the formula, or leave the cell empty.",
  },
  "table/other-digits": {
    severity: "error",
    message:
      'Line {line}, column "{column}": {found} is written with other digits or signs than 0-9, + and -.',
    hint: "Write it with ASCII digits and a hyphen for minus.",
  },
  "table/number-out-of-range": {
    severity: "error",
    message: 'Line {line}, column "{column}": {found} is too large for a number here.',
    hint: "The largest is 1.8e308: check the cell, or read the column as text.",
  },
  "table/number-underflow": {
    severity: "warning",
    message:
      'Line {line}, column "{column}": {found} is too small for a number here and becomes 0.',
  },
  "table/integer-precision": {
    severity: "warning",
    message:
      'Line {line}, column "{column}": {found} has more digits than a number holds here; the last ones are lost.',
    hint: "Read identifiers as text.",
  },
  "table/not-a-truth-value": {
    severity: "error",
    message: 'Line {line}, column "{column}": {found} is neither true nor false.',
    hint: "Write true or false, or leave the cell empty.",
  },
  "table/text-among-numbers": {
    severity: "info",
    message:
      'Column "{column}" is text: {numbers} cells are numbers, {others} are not (first {found} in row {row}).',
    hint: "Declare the column as numbers, with its marks for missing values, if that is what it is.",
  },
  "table/formula-cell": {
    severity: "warning",
    message:
      'Line {line}, column "{column}": a spreadsheet would run {found} as a formula (CWE-1236).',
    hint: "It is kept as text. Write files for spreadsheets with formulaGuard.",
  },

  // JSON
  "table/json-syntax": {
    severity: "error",
    message: "Line {line}: this is not JSON ({problem}).",
    hint: "{advice}",
  },
  "table/json-too-deep": {
    severity: "error",
    message: "Line {line}: the JSON is nested more than {limit} levels deep; nothing was read.",
    hint: "A table is a list of rows or an object of columns.",
  },
  "table/json-too-large": {
    severity: "error",
    message: "The JSON has {found} bytes, more than {limit}; nothing was read.",
    hint: "Raise limits.maxBytes, or write large tables as CSV and read them as a stream.",
  },
  "table/json-number": {
    severity: "error",
    message: "Line {line}: {found} cannot be held as a number here.",
    hint: "Numbers reach 1.8e308: check it, or write it as text.",
  },
  "table/json-precision": {
    severity: "warning",
    message:
      "Line {line}: {found} has more digits than a number holds here; the last ones are lost.",
    hint: "Write identifiers as text.",
  },
  "table/json-duplicate-key": {
    severity: "warning",
    message: 'Line {line}: the key "{column}" stands twice in one object; the last value counts.',
    hint: "Keep one of them.",
  },

  // The way out
  "table/unsupported-name": {
    severity: "error",
    message: 'Arquero cannot hold a column called "{column}".',
    hint: "Rename it before handing the table on.",
  },

  // Of all
  "table/more-findings": {
    severity: "warning",
    message: "{count} more findings of {rule} are not listed.",
  },

  // Options
  "table/invalid-option": {
    severity: "error",
    message: "The option {option} cannot be {found}.",
    hint: "It must be {wanted}.",
  },
} as const;

/** The rules of this package by code. */
export type TableCatalog = typeof tableCatalog;
