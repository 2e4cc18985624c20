import {
  type Column,
  columnLength,
  countMissing,
  type Finding,
  MISSING_CODE,
  type Table,
  type TableLike,
  type TextColumn,
  tableFrom,
} from "@vitalcore/core";
import { plainNumber, textView } from "../rules/column-views.js";
import { find } from "./survey-catalog.js";

interface NamedKind {
  readonly what: string;
  readonly name: RegExp;
  /** What a number has to be like: "owns_phone" is answered by 1 and 2. */
  readonly holds: (number: string) => boolean;
}

const hasDigits =
  (least: number) =>
  (number: string): boolean =>
    number.replace(/\D/g, "").length >= least;

/** Names of columns that say who somebody is, in the languages of many surveys. */
const NAMES: readonly NamedKind[] = [
  {
    what: "names of people",
    name: /^(?:(?:full|first|last|sur|given|family|middle|maiden|nick|user|respondent|head|resp|hh|child|mother|father|husband|wife|patient|victim|survivor|contact|member)(?:'?s)?[ _.-]?)*(?:name|names|surname)(?:[ _.-]?(?:of[ _.-]?(?:the[ _.-]?)?)?(?:respondent|head|child|mother|patient|victim|survivor))?(?:[ _.-]?\d+)?$|^(?:(?:primer|segundo)[ _.-]?)?(?:nombres?|apellidos?)(?:[ _.-]?(?:completos?|paterno|materno|y[ _.-]apellidos?|del?[ _.-].+))?$|^(?:nom|prenoms?|prénoms?)(?:[ _.-]?(?:complet|de[ _.-]famille|et[ _.-]pr[eé]noms?))?$|^(?:nome|sobrenome)(?:[ _.-]?completo)?$|^(?:nachname|vorname|familienname|cognome|nama(?:[ _.-]lengkap)?|jina|ad[ _.-]?soyad|isim|имя|фамилия|фио|اسم|الاسم(?:[ _.-]الكامل)?|نام|नाम|নাম|姓名|名前|氏名|이름|tên)$/iu,
    holds: () => false,
  },
  {
    what: "telephone numbers",
    name: /(?:^|[ _.-])(?:(?:tele)?phone|tel|telephon(?:e|nummer)|téléphone|telefon(?:nummer)?|mobile|cell(?:phone)?|celular|telefono|teléfono|telefone|portable|handynummer|whatsapp|msisdn|simu|телефон|هاتف|电话)(?:$|[ _.-]|\d|no$|num)/iu,
    holds: hasDigits(3),
  },
  {
    what: "e-mail addresses",
    name: /(?:^|[ _.-])(?:e-?mail|correo|courriel)(?:$|[ _.-]|\d)/iu,
    holds: () => false,
  },
  {
    what: "coordinates",
    name: /(?:^|[ _.-])(?:gps|lat|latitude|lon|lng|long|longitude|latitud|longitud|coordinates?|coordonn[eé]es|coordenadas|geo[ _.-]?point|geo[ _.-]?location)(?:$|[ _.-]|\d|num)/iu,
    holds: (number) => number.includes("."),
  },
  {
    what: "dates of birth",
    name: /^(?:dob|date[ _.-]?of[ _.-]?birth|birth[ _.-]?(?:date|day)|fecha[ _.-]?(?:de[ _.-]?)?nacimiento|date[ _.-]?(?:de[ _.-]?)?naissance|data[ _.-]?(?:de[ _.-]?)?nascimento|geburtsdatum)$/iu,
    holds: hasDigits(4),
  },
  {
    what: "identity numbers",
    name: /(?:^|[ _.-])(?:ssn|social[ _.-]security|passport|pasaporte|passeport|national[ _.-]?id|id[ _.-]?card|identity[ _.-]?card|voter[ _.-]?id|ration[ _.-]?card|nid|nin|bvn|aadhaar|cedula|cédula|dni|cpf|curp|cnic|nik|iban|unhcr[ _.-]?id)(?:$|[ _.-]|\d|no$)/iu,
    holds: hasDigits(3),
  },
  {
    what: "addresses",
    name: /^(?:(?:home|street|postal|residential|current|full)[ _.-]?)?address(?:[ _.-]?(?:line[ _.-]?)?\d)?$|^(?:direccion|dirección|domicilio|adresse|anschrift|indirizzo|endereco|endereço|alamat|адрес|عنوان|地址)$/iu,
    holds: () => false,
  },
  {
    what: "addresses of devices",
    name: /^(?:ip|ip[ _.-]?address|imei|mac[ _.-]?address|device[ _.-]?id)$/iu,
    holds: hasDigits(6),
  },
];

/** The spellings of a name that patterns may know: as it is, and with the words of "phoneNumber" apart. */
function spellings(name: string): readonly string[] {
  const composed = name
    .trim()
    .normalize("NFC")
    .replace(/^[_.]+/, "");
  return [composed, composed.replace(/(\p{Ll})(\p{Lu})/gu, "$1_$2")];
}

/** Answers to the question whether there is such a thing. */
const ANSWER =
  /^(?:yes|no|y|n|true|false|oui|non|s[ií]|sim|não|nao|ja|nein|да|нет|نعم|لا|是|否|ndiyo|hapana|don'?t know|refused)$/iu;

/** Whether a column may hold what its name says; one without any cell is taken at its name. */
function mayHold(column: Column, holds: NamedKind["holds"]): boolean {
  if (countMissing(column) === columnLength(column)) return true;
  if (column.kind === "boolean") return false;
  if (column.kind === "number") {
    return column.values.some((value) => !Number.isNaN(value) && holds(String(value)));
  }
  const present = column.levels.filter((level) => level.trim() !== "");
  return (
    present.length === 0 ||
    present.some((level) => {
      const isNumber = !Number.isNaN(plainNumber(level));
      return isNumber ? holds(level.trim()) : !ANSWER.test(level.trim());
    })
  );
}

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
    const column: Column = table.column(name);
    const titles = spellings(name);
    const byName = NAMES.find(
      (kind) => titles.some((title) => kind.name.test(title)) && mayHold(column, kind.holds),
    );
    if (byName !== undefined) {
      const facts = { what: byName.what, count: ", by its name", guidance };
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
