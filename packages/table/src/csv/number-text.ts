/** What a text says as a number: a value, a value with a reservation, or why there is none. */
export type NumberReading =
  | { readonly value: number; readonly problem?: NumberProblem }
  | { readonly value?: undefined; readonly problem: NumberProblem; readonly suggestion?: string };

export type NumberProblem =
  | "table/not-a-number"
  | "table/missing-mark"
  | "table/grouped-number"
  | "table/decimal-comma"
  | "table/percent-sign"
  | "table/censored-number"
  | "table/spreadsheet-error"
  | "table/other-digits"
  | "table/number-out-of-range"
  | "table/number-underflow"
  | "table/integer-precision";

/** The mark between whole and decimal digits. */
export type DecimalMark = "." | ",";

// Written so that matching is linear also in a cell of a million digits.
const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const PLAIN_WITH_COMMA = /^[+-]?(?:\d+(?:,\d*)?|,\d+)(?:[eE][+-]?\d+)?$/;
const WHOLE = /^[+-]?\d+$/;
const HAS_VALUE = /^[^eE]*[1-9]/;

const MISSING_MARKS = /^(?:\.{1,3}|…|:|\*|[-–—]+|x|n|na|n\/a|n\.a\.?|nan|nil|none|null|missing)$/i;
/** In the languages of Excel: "#VALUE!", "#WERT!", "#¡VALOR!", "#NOM?", "#N/D", "#NV", and cells that were too narrow. */
const SPREADSHEET_ERRORS = /^#(?:N\/[ABD]!?|I\/T|NV|[¡¿]?\p{Lu}[\p{Lu}/0]*[!?]|#*)$/u;
const CENSORED = /^(?:[<>≤≥]=?|&[lg]t;)\s*[+-]?[\d.,]+\s*%?$/;
const GROUPED = /^[+-]?\d{1,3}(?:([,.'’_\s])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;
const OTHER_DIGITS = /[−﹣－＋\p{Nd}]/u;

/** The number as JavaScript writes it, if the text is one in the plain way of data files. */
function plain(text: string, decimal: DecimalMark): string | undefined {
  if (decimal === ".") return PLAIN.test(text) ? text : undefined;
  return PLAIN_WITH_COMMA.test(text) ? text.replace(",", ".") : undefined;
}

function withAsciiDigits(text: string): string {
  // NFKC takes care of full-width and mathematical forms; U+2212 has none.
  return text
    .normalize("NFKC")
    .replace(/−/g, "-")
    .replace(/\p{Nd}/gu, asciiDigit);
}

/** Unicode keeps the ten digits of a script together, zero first, on a run of ten code points. */
function asciiDigit(digit: string): string {
  let code = digit.codePointAt(0) as number;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code--;
    value++;
  }
  return String(value);
}

function problemOf(text: string): { problem: NumberProblem; suggestion?: string } {
  if (text === "" || MISSING_MARKS.test(text)) return { problem: "table/missing-mark" };
  if (SPREADSHEET_ERRORS.test(text)) return { problem: "table/spreadsheet-error" };
  if (CENSORED.test(text)) return { problem: "table/censored-number" };
  if (text.endsWith("%")) return { problem: "table/percent-sign" };
  if (GROUPED.test(text)) return { problem: "table/grouped-number" };
  if (/^[+-]?\d+,\d+$/.test(text)) {
    return { problem: "table/decimal-comma", suggestion: text.replace(",", ".") };
  }
  const ascii = OTHER_DIGITS.test(text) ? withAsciiDigits(text) : text;
  if (ascii !== text && PLAIN.test(ascii)) {
    return { problem: "table/other-digits", suggestion: ascii };
  }
  return { problem: "table/not-a-number" };
}

/**
 * Reads a text that ought to be a number. Spaces around it do not matter; everything else that is
 * not digits with a decimal mark and perhaps an exponent is a problem that is named, never a guess.
 */
export function readNumber(cell: string, decimal: DecimalMark): NumberReading {
  const text = cell.trim();
  const digits = plain(text, decimal);
  if (digits === undefined) return problemOf(text);
  const value = Number(digits);
  if (!Number.isFinite(value)) return { problem: "table/number-out-of-range" };
  if (value === 0 && HAS_VALUE.test(digits)) return { value, problem: "table/number-underflow" };
  if (!Number.isSafeInteger(value) && WHOLE.test(digits)) {
    return BigInt(digits) === BigInt(value)
      ? { value }
      : { value, problem: "table/integer-precision" };
  }
  return { value };
}

/**
 * The number that a text of unknown meaning surely is, or `undefined`. Stricter than
 * {@link readNumber}: what may be a code or a telephone number (`004`, `+358`) stays text, and so
 * does what a number could not hold.
 */
export function surelyNumber(cell: string, decimal: DecimalMark): number | undefined {
  const text = withoutSpaces(cell);
  if (/^\+|^-?0\d/.test(text)) return undefined;
  const { value, problem } = readPlain(text, decimal);
  return problem === undefined ? value : undefined;
}

/** Spaces around numbers say nothing; tabs and line ends there are odd enough to keep the text. */
function withoutSpaces(cell: string): string {
  const isSpace = (at: number) => cell[at] === " " || cell[at] === "\u00A0";
  let from = 0;
  let to = cell.length;
  while (isSpace(from)) from++;
  while (to > from && isSpace(to - 1)) to--;
  return cell.slice(from, to);
}

function readPlain(text: string, decimal: DecimalMark): NumberReading {
  return plain(text, decimal) === undefined
    ? { problem: "table/not-a-number" }
    : readNumber(text, decimal);
}

/** So many digits fit into a number exactly, and so many decimals into a power of ten. */
const EXACT_DIGITS = 15;

/**
 * The number that some characters are, if they are a short decimal in the plainest form (`12`, `-3.50`): else NaN, and
 * {@link readNumber} has to tell. With at most 15 digits both the digits and the power of ten are exact, so that one
 * division rounds as reading the text does (Clinger 1990).
 */
export function shortDecimal(
  codes: Uint8Array | Uint16Array,
  from: number,
  to: number,
  decimal: DecimalMark | "none",
): number {
  const mark = decimal === "none" ? -1 : decimal.charCodeAt(0);
  const negative = codes[from] === 45;
  const start = negative ? from + 1 : from;
  if (to - start > EXACT_DIGITS + 1 || to <= start) return Number.NaN;
  let digits = 0;
  let markAt = -1;
  for (let i = start; i < to; i++) {
    const code = codes[i] as number;
    if (code >= 48 && code <= 57) digits = digits * 10 + (code - 48);
    else if (code === mark && markAt < 0) markAt = i;
    else return Number.NaN;
  }
  const whole = (markAt < 0 ? to : markAt) - start;
  const decimals = markAt < 0 ? 0 : to - markAt - 1;
  // No digit on one side of the mark, zeros before the first digit, more digits than are exact.
  if (whole === 0 || (markAt >= 0 && decimals === 0)) return Number.NaN;
  if (whole > 1 && codes[start] === 48) return Number.NaN;
  if (whole + decimals > EXACT_DIGITS) return Number.NaN;
  const size = digits / (POWERS_OF_TEN[decimals] as number);
  return negative ? -size : size;
}

const POWERS_OF_TEN: readonly number[] = /* @__PURE__ */ Array.from(
  { length: EXACT_DIGITS + 1 },
  (_, exponent) => Number(`1e${exponent}`),
);
