import { nearest } from "@vitalcore/core";

/** What a text that is no code of a list probably was. */
export interface CodeAdvice {
  /** Ends the code of the finding. `form`: the code is there, written otherwise; `unknown`: it is not. */
  readonly kind: "form" | "unknown";
  readonly suggestion: string | undefined;
  readonly advice: string;
}

const INVISIBLE = /[\p{Cf}\p{Cc}\u00A0]/gu;
const MISSING_MARK = /^(?:#?n\/a|n\.a\.?|nan|nil|null|none|missing|unknown|\?+|-+|–|—|\.{2,}|…)$/i;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Letters of other scripts that look like Latin ones, as far as codes are made of them. */
const LOOKALIKES: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Array.from("АВЕКМНОРСТУХІЈЅавекмнорстухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", (letter, i) => [
    letter,
    "ABEKMHOPCTYXIJSabekmhopctyxijsABEZHIKMNOPTYX"[i] as string,
  ]),
);

/** "5-9" that a spreadsheet has turned into "05-Sep", "9-May" or a date. */
function bandOfDate(text: string): string | undefined {
  const dayMonth = /^(\d{1,2})-([A-Za-z]{3})$/.exec(text);
  const monthDay = /^([A-Za-z]{3})-(\d{1,2})$/.exec(text);
  const month = MONTHS.indexOf((dayMonth?.[2] ?? monthDay?.[1] ?? "").toLowerCase()) + 1;
  if (month > 0) {
    const other = Number(dayMonth?.[1] ?? monthDay?.[2]);
    return dayMonth !== null ? `${other}-${month}` : `${month}-${other}`;
  }
  const iso = /^\d{4}-(\d{2})-(\d{2})(?:[ T]00:00:00)?$/.exec(text);
  return iso === null ? undefined : `${Number(iso[1])}-${Number(iso[2])}`;
}

function latinOf(text: string): string {
  return Array.from(text, (letter) => LOOKALIKES.get(letter) ?? letter).join("");
}

/** Whether a text seems to stand for a missing code. */
export function isMissingMark(text: string): boolean {
  return MISSING_MARK.test(text.trim());
}

/** Looks for the code that was meant. The lookup holds the codes by their upper-case form. */
export function codeAdvice(
  text: string,
  codes: ReadonlySet<string>,
  folded: ReadonlyMap<string, string>,
): CodeAdvice {
  const visible = text.replace(INVISIBLE, "").trim();
  const upper = folded.get(visible.toUpperCase());
  if (upper !== undefined && visible === text.trim()) {
    return { kind: "form", suggestion: upper, advice: `Write ${upper}.` };
  }
  if (upper !== undefined) {
    const hidden = (text.match(INVISIBLE) ?? []).map(
      (character) =>
        `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`,
    );
    return {
      kind: "unknown",
      suggestion: upper,
      advice: `Did you mean ${upper}? It holds an invisible character (${hidden.join(", ")}).`,
    };
  }
  if (/^\d+$/.test(visible)) {
    const padded = [...codes].find(
      (code) => /^0\d+$/.test(code) && Number(code) === Number(visible),
    );
    if (padded !== undefined) {
      return {
        kind: "form",
        suggestion: padded,
        advice: `Leading zeros are lost: write ${padded}.`,
      };
    }
  }
  if (isMissingMark(visible)) {
    const advice = "It seems to stand for a missing code: leave the cell empty.";
    return { kind: "unknown", suggestion: undefined, advice };
  }
  const latin = folded.get(latinOf(visible).toUpperCase());
  if (latin !== undefined) {
    return {
      kind: "unknown",
      suggestion: latin,
      advice: `Did you mean ${latin}? It holds a letter of another script that looks alike.`,
    };
  }
  const band = bandOfDate(visible);
  if (band !== undefined) {
    const [from = "", to = ""] = band.split("-");
    const suggestion = codes.has(band)
      ? band
      : codes.has(`${to}-${from}`)
        ? `${to}-${from}`
        : undefined;
    return {
      kind: "unknown",
      suggestion,
      advice: `${suggestion ?? band} turned into a date by a spreadsheet? Format the column as text before entering it.`,
    };
  }
  const suggestion = nearest(visible, codes);
  if (visible.length > 24 || /\s\S+\s/.test(visible)) {
    return {
      kind: "unknown",
      suggestion,
      advice:
        "It looks like a footnote or a title in the data: remove the row, or keep it out of the table.",
    };
  }
  return {
    kind: "unknown",
    suggestion,
    advice:
      suggestion === undefined ? "Nothing in the list is near it." : `Did you mean ${suggestion}?`,
  };
}
