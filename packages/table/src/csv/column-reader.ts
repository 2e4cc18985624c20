import { type Column, codedColumn, MISSING_BOOLEAN, MISSING_CODE } from "@vitalcore/core";
import type { FindingList } from "../finding-list.js";
import { CellTexts } from "./cell-texts.js";
import { type DecimalMark, readNumber, shortDecimal, surelyNumber } from "./number-text.js";
import type { CsvColumn } from "./options.js";
import type { PlainText } from "./plain-text.js";

/** Where a cell stands. */
export interface CellPlace {
  readonly line: number;
  readonly row: number;
}

/** Takes the cells of one column from top to bottom, and gives the column. */
export interface ColumnReader {
  read(cell: string, at: CellPlace): void;
  /** Takes a cell that stands in a text as it is, without quotes. */
  readPlain(block: PlainText, from: number, to: number, at: CellPlace): void;
  /** The column so far; the reader begins anew. */
  finish(): Column;
}

/** What a column reader needs to know. */
export interface ColumnSettings {
  readonly name: string;
  readonly missing: ReadonlySet<string>;
  readonly decimal: DecimalMark;
  /** Values are not quoted in findings. */
  readonly withhold: boolean;
  readonly findings: FindingList;
}

class TextCells {
  private codes: number[] = [];
  private codeOf = new Map<string, number>();
  private nMissing = 0;

  /** Adds a cell; gives its code. */
  add(cell: string | null): number {
    if (cell === null) {
      this.nMissing += 1;
      return this.addCode(MISSING_CODE);
    }
    let code = this.codeOf.get(cell);
    if (code === undefined) {
      code = this.codeOf.size;
      this.codeOf.set(cell, code);
    }
    return this.addCode(code);
  }

  addCode(code: number): number {
    this.codes.push(code);
    return code;
  }

  column(): Column {
    return codedColumn(new Int32Array(this.codes), [...this.codeOf.keys()], this.nMissing);
  }
}

/** Texts that a spreadsheet runs (OWASP, CSV Injection); a sign before digits alone is a number or a telephone. */
const FORMULA = /^(?:[=@\t\r][\s\S]|[+-][\s\S]*[A-Za-z(*/!|]|[+-]\d[\s\S]*[+-])/;

function reportFormula(cell: string, at: CellPlace, settings: ColumnSettings): void {
  const { name, withhold, findings } = settings;
  const place = { line: at.line, row: at.row, column: name };
  findings.add("table/formula-cell", { place, found: cell, withhold });
}

/** Whether a number stands for a missing value: then no cell is a number before that is looked up. */
function holdsNumber(missing: ReadonlySet<string>): boolean {
  return [...missing].some((mark) => /\d/.test(mark));
}

/** Whether a cell has to be looked at as a formula: the first character tells. */
function mayRun(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return (
    (first === 61 || first === 64 || first === 43 || first === 45 || first === 9 || first === 13) &&
    FORMULA.test(cell) &&
    surelyNumber(cell, ".") === undefined
  );
}

export function textReader(settings: ColumnSettings): ColumnReader {
  const { missing } = settings;
  const known = new CellTexts();
  let cells = new TextCells();
  const read = (cell: string, at: CellPlace): number => {
    if (cell === "" || missing.has(cell)) return cells.add(null);
    if (mayRun(cell)) reportFormula(cell, at, settings);
    return cells.add(cell);
  };
  return {
    read,
    readPlain(block, from, to, at) {
      const slot = known.slot(block, from, to);
      if (slot < 0) {
        read(block.text.slice(from, to), at);
        return;
      }
      const code = known.noteIn(slot);
      if (code >= 0) {
        cells.addCode(code);
        return;
      }
      const cell = known.textIn(slot);
      const found = read(cell, at);
      // What is reported is reported each time.
      if (!mayRun(cell)) known.note(slot, found);
    },
    finish() {
      const column = cells.column();
      cells = new TextCells();
      known.forgetNotes();
      return column;
    },
  };
}

export function numberReader(settings: ColumnSettings): ColumnReader {
  const { name, missing, decimal, withhold, findings } = settings;
  let values: number[] = [];
  const report = (reading: ReturnType<typeof readNumber>, cell: string, at: CellPlace): void => {
    if (reading.problem === undefined) return;
    const suggestion = "suggestion" in reading && !withhold ? reading.suggestion : undefined;
    const place = { line: at.line, row: at.row, column: name };
    findings.add(reading.problem, { place, found: cell, withhold, suggestion });
  };
  const read = (cell: string, at: CellPlace): void => {
    if (cell === "" || missing.has(cell) || missing.has(cell.trim())) {
      values.push(Number.NaN);
      return;
    }
    const reading = readNumber(cell, decimal);
    if (reading.problem !== undefined) report(reading, cell, at);
    values.push(reading.value ?? Number.NaN);
  };
  const numbersMayBeMissing = holdsNumber(missing);
  return {
    read,
    readPlain({ text, codes }, from, to, at) {
      const value = numbersMayBeMissing ? Number.NaN : shortDecimal(codes, from, to, decimal);
      if (Number.isNaN(value)) read(text.slice(from, to), at);
      else values.push(value);
    },
    finish() {
      const column = { kind: "number", values: new Float64Array(values) } as const;
      values = [];
      return column;
    },
  };
}

export function booleanReader(settings: ColumnSettings): ColumnReader {
  const { name, missing, withhold, findings } = settings;
  let bytes: number[] = [];
  const read = (cell: string, at: CellPlace): void => {
    const text = cell.trim();
    if (cell === "" || missing.has(cell) || missing.has(text)) {
      bytes.push(MISSING_BOOLEAN);
    } else if (/^(?:true|false)$/i.test(text)) {
      bytes.push(text.length === 4 ? 1 : 0);
    } else {
      const place = { line: at.line, row: at.row, column: name };
      findings.add("table/not-a-truth-value", { place, found: cell, withhold });
      bytes.push(MISSING_BOOLEAN);
    }
  };
  return {
    read,
    readPlain: ({ text }, from, to, at) => read(text.slice(from, to), at),
    finish() {
      const column = { kind: "boolean", values: new Uint8Array(bytes) } as const;
      bytes = [];
      return column;
    },
  };
}

/** Whether a cell begins with a letter of the alphabet: then it is no number. */
function startsLikeWord(cell: string): boolean {
  const letter = cell.charCodeAt(0) | 32;
  return letter >= 97 && letter <= 122;
}

/**
 * Reads numbers as long as every present cell surely is one, and turns to text at the first that is
 * not. What numbers would not say again in the same way ("1.50") is kept until then.
 */
export function inferringReader(settings: ColumnSettings): ColumnReader {
  const { name, missing, decimal, withhold, findings } = settings;
  let values: number[] = [];
  let spelled = new Map<number, string>();
  let text: TextCells | undefined;
  let numbers = 0;
  let others = 0;
  let first: { cell: string; at: CellPlace } | undefined;
  const known = new CellTexts();
  // A decimal comma is never what JavaScript writes.
  const mark = decimal === "." ? "." : "none";
  const numbersMayBeMissing = holdsNumber(missing);

  const turnToText = (): TextCells => {
    const cells = new TextCells();
    values.forEach((value, i) => {
      cells.add(Number.isNaN(value) ? null : (spelled.get(i) ?? String(value)));
    });
    values = [];
    spelled = new Map();
    return cells;
  };

  const read = (cell: string, at: CellPlace): void => {
    const absent = cell === "" || missing.has(cell);
    const value = absent
      ? Number.NaN
      : startsLikeWord(cell)
        ? undefined
        : surelyNumber(cell, decimal);
    if (!absent && value !== undefined) numbers++;
    if (value === undefined) {
      others++;
      first ??= { cell, at: { ...at } };
      text ??= turnToText();
    }
    if (text !== undefined) {
      if (!absent && mayRun(cell)) reportFormula(cell, at, settings);
      text.add(absent ? null : cell);
      return;
    }
    if (!absent && String(value) !== cell) spelled.set(values.length, cell);
    values.push(value as number);
  };

  return {
    read,
    readPlain(block, from, to, at) {
      if (text !== undefined || numbersMayBeMissing) {
        const slot = known.slot(block, from, to);
        read(slot < 0 ? block.text.slice(from, to) : known.textIn(slot), at);
        return;
      }
      const value = shortDecimal(block.codes, from, to, mark);
      // A zero at the end, a tiny number: these may be spelled as JavaScript would not.
      const mayDiffer = block.codes[to - 1] === 48 || Math.abs(value) < 1e-6;
      if (Number.isNaN(value) || (mayDiffer && String(value) !== block.text.slice(from, to))) {
        read(block.text.slice(from, to), at);
        return;
      }
      numbers++;
      values.push(value);
    },
    finish() {
      // Mostly numbers: the reader of the table will wonder why it is text.
      if (first !== undefined && numbers >= others) {
        const place = { line: first.at.line, row: first.at.row, column: name };
        const facts = { numbers, others };
        findings.add("table/text-among-numbers", { place, found: first.cell, withhold, facts });
      }
      const column: Column = text?.column() ?? {
        kind: "number",
        values: new Float64Array(values),
      };
      [values, spelled, text, numbers, others, first] = [[], new Map(), undefined, 0, 0, undefined];
      return column;
    },
  };
}

const READERS: Readonly<Record<CsvColumn["type"], (settings: ColumnSettings) => ColumnReader>> = {
  text: textReader,
  number: numberReader,
  boolean: booleanReader,
};

/** The reader of a column that is described. */
export function declaredReader(type: CsvColumn["type"], settings: ColumnSettings): ColumnReader {
  return READERS[type](settings);
}
