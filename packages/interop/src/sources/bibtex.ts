import { VitalError } from "@vitalcore/core";
import type { Source, SourceName } from "@vitalcore/domain";
import { find } from "../catalog.js";

/** Entry types of BibTeX by type of CSL; the others are @misc. */
const ENTRY_TYPES: Readonly<Record<string, string>> = {
  "article-journal": "article",
  "article-magazine": "article",
  "article-newspaper": "article",
  book: "book",
  chapter: "incollection",
  "paper-conference": "inproceedings",
  report: "techreport",
  thesis: "phdthesis",
};

/** Where the publisher stands. */
const PUBLISHER_FIELDS: Readonly<Record<string, string>> = {
  techreport: "institution",
  phdthesis: "school",
};

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const LATEX: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "{": "{\\textbraceleft}",
  "}": "{\\textbraceright}",
  "~": "{\\textasciitilde}",
  "^": "{\\textasciicircum}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
  "%": "\\%",
};

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

/** Text for LaTeX; letters of all scripts stay as they are, in UTF-8. */
function latex(text: string): string {
  return oneLine(text).replace(/[\\{}~^$&#_%]/g, (mark) => LATEX[mark] as string);
}

/** Links are read as they are, but braces would unbalance the entry. */
function verbatim(text: string): string {
  return oneLine(text).replace(
    /[\\{}\s]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

/** A name; empty if nothing of it can be seen. */
function nameText({ literal, family, given }: SourceName): string {
  if (oneLine(literal ?? family ?? given ?? "") === "") return "";
  if (literal !== undefined) return `{${latex(literal)}}`;
  // In braces, a name is not taken apart: "United Nations" is no Mr Nations, and an "and" in it divides nothing.
  if (family === undefined || oneLine(given ?? "") === "") {
    return `{${latex(family ?? given ?? "")}}`;
  }
  return `{${latex(family)}}, {${latex(given ?? "")}}`;
}

/** Keys that every BibTeX reads, each once. */
function keysOf(sources: readonly Source[]): readonly string[] {
  const taken = new Set<string>();
  return sources.map(({ id }) => {
    const plain = id.normalize("NFKD").replace(/[^A-Za-z0-9:.+/-]+/g, "-") || "source";
    let key = plain;
    for (let number = 2; taken.has(key.toLowerCase()); number++) key = `${plain}-${number}`;
    taken.add(key.toLowerCase());
    return key;
  });
}

function fieldsOf(source: Source, entryType: string): readonly (readonly [string, string])[] {
  const { title, author = [], publisher, issued, edition, DOI, URL } = source;
  const names = author.map(nameText).filter((name) => name !== "");
  const [year, month, day] = issued?.["date-parts"][0] ?? [];
  const braced = (text: string): string => `{${text}}`;
  return (
    [
      ["title", `{{${latex(title)}}}`],
      ["author", names.length > 0 && braced(names.join(" and "))],
      [
        PUBLISHER_FIELDS[entryType] ?? "publisher",
        publisher !== undefined && braced(latex(publisher)),
      ],
      ["year", year !== undefined && braced(String(year))],
      ["month", month !== undefined && (MONTHS[month - 1] ?? false)],
      ["day", day !== undefined && braced(String(day))],
      ["edition", edition !== undefined && braced(latex(edition))],
      ["doi", DOI !== undefined && braced(verbatim(DOI))],
      ["url", URL !== undefined && braced(verbatim(URL))],
      ["urldate", source.retrieved !== undefined && braced(latex(source.retrieved))],
      ["copyright", source.license !== undefined && braced(latex(source.license))],
      ["note", source.note !== undefined && braced(latex(source.note))],
    ] as const
  ).filter((field): field is readonly [string, string] => field[1] !== false);
}

/**
 * Writes sources as BibTeX, in UTF-8. What LaTeX would take for a command is escaped; titles and names of organizations
 * are in braces, so that styles do not change them; keys are the ids as far as BibTeX allows.
 *
 * @throws VitalError `interop/repeated-source`.
 *
 * @example
 * ```ts
 * import { bibTeX } from "@vitalcore/interop/sources";
 * const author = [{ literal: "Commission on Human Security" }];
 * bibTeX([{ id: "chs-2003", type: "report", title: "Human Security Now", author, issued: { "date-parts": [[2003]] } }]); // => "@techreport{chs-2003,\n  title = {{Human Security Now}},\n  author = {{Commission on Human Security}},\n  year = {2003},\n}\n"
 * ```
 */
export function bibTeX(sources: readonly Source[]): string {
  const seen = new Set<string>();
  const repeated = sources.filter(({ id }) => seen.has(id) || !seen.add(id));
  if (repeated.length > 0) {
    throw new VitalError(repeated.map(({ id }) => find("interop/repeated-source", { found: id })));
  }
  const keys = keysOf(sources);
  return sources
    .map((source, i) => {
      const entryType = Object.hasOwn(ENTRY_TYPES, source.type)
        ? (ENTRY_TYPES[source.type] as string)
        : "misc";
      const fields = fieldsOf(source, entryType).map(([name, value]) => `  ${name} = ${value},\n`);
      return `@${entryType}{${keys[i]},\n${fields.join("")}}\n`;
    })
    .join("\n");
}
