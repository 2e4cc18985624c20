/** What a text that is no number probably was, in a sentence; and the number, where there is only one reading. */
export interface NumberAdvice {
  readonly advice: string;
  readonly suggestion?: string | undefined;
}

const KINDS: readonly (readonly [form: RegExp, advice: string])[] = [
  [
    /^#(?:N\/[ABD]!?|I\/T|NV|[¡¿]?\p{L}[\p{L}/0]*[!?]|#+)/iu,
    "It is an error of the spreadsheet: mend the formula, or leave the cell empty.",
  ],
  [
    /^(?:\.\.+|…|n\/?a\.?|nan|null|none|missing|-+|–|—|x)$/i,
    "It seems to stand for a missing value: say so when reading, or leave the cell empty.",
  ],
  [/^\s*[<>≤≥]\s*\d/, "It is a bound, not a value: keep it as text and decide what it is to mean."],
  [
    /%\s*$/,
    "It carries its unit: write the number alone, and say in the unit whether it is a percentage.",
  ],
  [
    /^\(.*\)$/,
    "Parentheses mean few cases in survey reports and minus in accounts: write the number, and a status.",
  ],
  [
    /^[+-]?\d{1,3}(?:[,'’   ]\d{3})+(?:\.\d+)?$/,
    "It may have thousands marks: write it without them.",
  ],
  [/^[+-]?\d+,\d+$/, "It seems to have a decimal comma: write a point."],
  [/^[=+@]/, "It is a formula of a spreadsheet: write its value."],
  [
    /^[+-]?(?:inf|infinity)$/i,
    "Infinity is not a value: mend what was divided by zero, or leave the cell empty.",
  ],
];

/** Digits of other scripts and the signs that look like minus, as ASCII. */
function asciiDigits(text: string): string {
  return text.replace(/[−–]/g, "-").replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) as number;
    // Decimal digits stand in runs of ten, one for a script; those of mathematics follow on one another.
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  });
}

export function numberAdvice(text: string): NumberAdvice {
  const trimmed = text.trim();
  const ascii = asciiDigits(trimmed);
  if (ascii !== trimmed && /^[+-]?\d+(?:\.\d+)?$/.test(ascii)) {
    return {
      advice: `Write it with ASCII digits and a hyphen for minus: ${ascii}.`,
      suggestion: ascii,
    };
  }
  const kind = KINDS.find(([form]) => form.test(trimmed));
  return { advice: kind?.[1] ?? "Write digits with a decimal point, or leave the cell empty." };
}
