import {
  type Finding,
  MISSING_CODE,
  type Table,
  type TableLike,
  type TextColumn,
  tableFrom,
} from "@vitalcore/core";
import { textView } from "../rules/column-views.js";
import { find } from "./survey-catalog.js";

/** Names of columns that say who somebody is, in the languages of many surveys. */
const NAMES: readonly (readonly [what: string, name: RegExp])[] = [
  [
    "names of people",
    /^(?:(?:full|first|last|sur|given|family|middle|respondent|head|resp|hh)[ _.-]?)?(?:name|names|surname)$|^(?:nombres?|apellidos?|nom|prenoms?|prénoms?|nome|sobrenome|nachname|vorname|имя|фамилия|الاسم|姓名|jina)$/iu,
  ],
  [
    "telephone numbers",
    /(?:^|[ _.-])(?:(?:tele)?phone|tel|mobile|cell(?:phone)?|telefono|teléfono|telefone|portable|whatsapp|msisdn|simu|телефон|هاتف|电话)(?:$|[ _.-]|\d|no$|num)/iu,
  ],
  ["e-mail addresses", /(?:^|[ _.-])(?:e-?mail|correo|courriel)(?:$|[ _.-]|\d)/iu],
  [
    "coordinates",
    /(?:^|[ _.-])(?:gps|lat|latitude|lon|lng|long|longitude|latitud|longitud|coordinates?|geopoint)(?:$|[ _.-]|\d|num)/iu,
  ],
  [
    "dates of birth",
    /^(?:dob|date[ _.-]?of[ _.-]?birth|birth[ _.-]?(?:date|day)|fecha[ _.-]?(?:de[ _.-]?)?nacimiento|date[ _.-]?(?:de[ _.-]?)?naissance|data[ _.-]?(?:de[ _.-]?)?nascimento|geburtsdatum)$/iu,
  ],
  [
    "identity numbers",
    /(?:^|[ _.-])(?:ssn|passport|pasaporte|passeport|national[ _.-]?id|id[ _.-]?card|nid|nin|bvn|aadhaar|cedula|cédula|dni|cpf|curp|cnic|unhcr[ _.-]?id)(?:$|[ _.-]|\d|no$)/iu,
  ],
  [
    "addresses",
    /^(?:(?:home|street|postal)[ _.-]?)?address(?:[ _.-]?\d)?$|^(?:direccion|dirección|adresse|endereco|endereço|адрес|عنوان|地址)$/iu,
  ],
  ["addresses of devices", /^(?:ip|ip[ _.-]?address|imei|mac[ _.-]?address|device[ _.-]?id)$/iu],
];

/** Shapes of values. Each tests a whole cell; free text is searched for the same inside. */
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/u;
const COORDINATES = /[-+]?\d{1,3}\.\d{3,}°?\s*[NSns]?\s*[,; ]\s*[-+]?\d{1,3}\.\d{3,}/;
const PHONE =
  /(?:\+|\b00)\d{1,3}[ ./-]?(?:\(?\d{1,4}\)?[ ./-]?){2,5}\d{2,4}\b|\b0\d{2,4}[ ./-]\d{2,4}[ ./-]?\d{2,4}\b|\b0\d{9,10}\b|\b07\d{8}\b/;
const BIRTHDAY = /^(?:19|20)\d{2}-\d{2}-\d{2}$/;

const CONTENT: readonly (readonly [what: string, form: RegExp])[] = [
  ["e-mail addresses", EMAIL],
  ["coordinates", COORDINATES],
  ["telephone numbers", PHONE],
];

/** Longest part of a cell that is searched, so that a hostile one costs little. */
const LONGEST = 2000;
/** Share of the cells of a shape from which the column is one of identifiers, and not text with some in it. */
const COLUMN_SHARE = 0.5;

/** What to do about identifiers, and what must not be done in violence data. */
const GUIDANCE =
  "Remove the column before the file is shared or stored beside the answers; keep the key apart, under lock.";
const VIOLENCE =
  "In data on violence a name can cost a life (WHO 2001, 2016): remove it now, tell the person responsible for data protection, and search copies and logs.";

function birthdays(column: TextColumn, name: string): boolean {
  const present = column.levels.filter((level) => level.trim() !== "");
  return (
    present.length > 0 &&
    /birth|dob|naiss|nacim|nascim|geburt/i.test(name) &&
    present.every((level) => BIRTHDAY.test(level))
  );
}

interface Sighting {
  readonly what: string;
  readonly cells: number;
  readonly first: number;
  readonly present: number;
}

function sight({ codes, levels }: TextColumn, form: RegExp, what: string): Sighting | undefined {
  const hits = levels.map((level) => form.test(level.slice(0, LONGEST)));
  if (!hits.includes(true)) return undefined;
  let cells = 0;
  let present = 0;
  let first = -1;
  codes.forEach((code, i) => {
    if (code === MISSING_CODE) return;
    present += 1;
    if (hits[code] !== true) return;
    cells += 1;
    if (first < 0) first = i + 1;
  });
  return { what, cells, first, present };
}

/** Options of {@link findIdentifiers}. */
export interface FindIdentifiersOptions {
  /** The file is about violence: guidance says what is at stake. */
  readonly violence?: boolean;
}

/**
 * Looks for columns that say who somebody is: by their names in many languages, and by what their cells look like
 * (e-mail addresses, telephone numbers, coordinates of three and more decimals). Values are never quoted.
 *
 * @returns errors for columns of identifiers; a warning for text with some in it, with its first row.
 * @throws VitalError those of `tableFrom`.
 *
 * @example
 * ```ts
 * import { findIdentifiers } from "@vitalcore/validate/survey";
 * const findings = findIdentifiers({ comment: ["no", "call me on 0700 000 000"], age: [20, 30] });
 * findings.map(({ severity, place }) => [severity, place.column, place.row]); // => [["warning", "comment", 2]]
 * findings[0]?.found; // => undefined
 * ```
 */
export function findIdentifiers(
  input: TableLike,
  options: FindIdentifiersOptions = {},
): readonly Finding[] {
  const table = tableFrom(input) as Table;
  const guidance = options.violence === true ? VIOLENCE : GUIDANCE;
  return table.names.flatMap((name): Finding[] => {
    const byName = NAMES.find(([, form]) => form.test(name.trim()));
    const column = table.column(name);
    if (byName !== undefined) {
      const facts = { what: byName[0], count: ", by its name", guidance };
      return [find("validate/direct-identifier", { place: { column: name }, facts })];
    }
    if (column.kind !== "text") return [];
    const text = textView(table, name);
    if (birthdays(text, name)) {
      const facts = { what: "dates of birth", count: "", guidance };
      return [find("validate/direct-identifier", { place: { column: name }, facts })];
    }
    for (const [what, form] of CONTENT) {
      const sighting = sight(text, form, what);
      if (sighting === undefined) continue;
      const { cells, present, first } = sighting;
      const whole = cells >= COLUMN_SHARE * present && cells > 1;
      const facts = { what, count: ` in ${cells} of ${present} cells`, guidance };
      const severity = whole ? "error" : "warning";
      const place = whole ? { column: name } : { column: name, row: first };
      return [find("validate/direct-identifier", { place, severity, facts })];
    }
    return [];
  });
}
