import { VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { HdiComponents } from "./components.js";
import { type HdiGoalposts, type HdrEdition, hdiGoalposts } from "./edition.js";
import { type GdiComponents, gdi } from "./gdi.js";
import { type GiiComponents, gii } from "./gii.js";
import { type Hdi, hdi } from "./hdi.js";
import { type DimensionInequality, ihdi } from "./ihdi.js";
import { logarithmicMean } from "./logarithmic-mean.js";
import { type PhdiComponents, phdi } from "./phdi.js";
import { shapleyParts } from "./shapley.js";

/** By how much an index changed, and through what: the parts add up to the change, in points of the index. */
export interface IndexChange<Part extends string> {
  readonly from: number;
  readonly to: number;
  readonly change: number;
  readonly parts: Readonly<Record<Part, number>>;
}

type Dimension = "health" | "education" | "income";
const DIMENSIONS = ["health", "education", "income"] as const;

/** What the Inequality-adjusted Human Development Index is made of at one time. */
export interface IhdiInput {
  readonly components: HdiComponents;
  /** Atkinson measures as proportions. */
  readonly inequality: DimensionInequality;
}

/** Parts of a change of the inequality-adjusted index. */
export type IhdiPart = Dimension | `inequality.${Dimension}`;

/**
 * Decomposes the change of the Inequality-adjusted Human Development Index between two times: what health, education and
 * income contributed, and what inequality in each did (less inequality contributes above zero). Logarithmic means make
 * the parts add up exactly, whatever the order.
 *
 * @param from - components and inequality at the first time.
 * @param to - the same at the second time, of the same edition.
 * @param goalposts - of the report since 2014 if left out.
 * @throws VitalError `indicators/invalid-input` (also where an index of a dimension is 0, or an inequality 1: these have no
 *   logarithm), `indicators/not-a-proportion`.
 *
 * Source: UNDP (2025), technical note 2; Ang (2004), Decomposition analysis for policymaking in energy, Energy Policy 32 (the
 * LMDI method).
 *
 * @example
 * ```ts
 * import { ihdiChange } from "@vitalcore/indicators/human-development";
 * const components = { lifeExpectancy: 60, expectedSchooling: 8, meanSchooling: 4, gniPerPerson: 2000 };
 * const before = { components, inequality: { health: 0.3, education: 0.4, income: 0.2 } };
 * const after = { components, inequality: { health: 0.2, education: 0.4, income: 0.25 } };
 * const { change, parts } = ihdiChange(before, after);
 * change; // => 0.007482
 * parts["inequality.health"]; // => 0.014481
 * parts["inequality.income"]; // => -0.006999
 * ```
 */
export function ihdiChange(
  from: IhdiInput,
  to: IhdiInput,
  goalposts: HdiGoalposts = hdiGoalposts,
): IndexChange<IhdiPart> {
  const [first, second] = [from, to].map(({ components, inequality }) => {
    const index = hdi(components, goalposts);
    return { index, inequality, value: ihdi(index.value, inequality).value };
  }) as [IhdiState, IhdiState];
  requireLogarithms([
    ...indicesOf("first", first.index),
    ...indicesOf("second", second.index),
    ...equalityOf("first", from.inequality),
    ...equalityOf("second", to.inequality),
  ]);
  const weight = logarithmicMean(first.value, second.value) / 3;
  const parts = DIMENSIONS.flatMap((name): [IhdiPart, number][] => [
    [name, weight * Math.log(second.index[name] / first.index[name])],
    [
      `inequality.${name}`,
      weight * (Math.log1p(-second.inequality[name]) - Math.log1p(-first.inequality[name])),
    ],
  ]);
  return changed(first.value, second.value, Object.fromEntries(parts) as Record<IhdiPart, number>);
}

interface IhdiState {
  readonly index: Hdi;
  readonly inequality: DimensionInequality;
  readonly value: number;
}

/** Parts of a change of the Gender Development Index. */
export type GdiPart = `${"female" | "male"}.${Dimension}`;

/**
 * Decomposes the change of the Gender Development Index between two times: what health, education and income of women
 * contributed, and those of men (whose gains lower the index). A rise towards parity that comes from men who fall behind
 * is seen here.
 *
 * @param from - components of women and men at the first time.
 * @param to - the same at the second time, of the same edition.
 * @param goalposts - of the report since 2014 if left out.
 * @throws VitalError `indicators/invalid-input`, also where an index of a dimension is 0: it has no logarithm.
 *
 * Source: UNDP (2025), technical note 3; Ang (2004), as `ihdiChange`.
 *
 * @example
 * ```ts
 * import { gdiChange } from "@vitalcore/indicators/human-development";
 * const person = { lifeExpectancy: 70, expectedSchooling: 10, meanSchooling: 6, gniPerPerson: 5000 };
 * const before = { female: { ...person, meanSchooling: 4 }, male: person };
 * const { parts, change } = gdiChange(before, { female: person, male: person });
 * Math.abs(parts["female.education"] - change) < 1e-12; // => true
 * ```
 */
export function gdiChange(
  from: GdiComponents,
  to: GdiComponents,
  goalposts: HdiGoalposts = hdiGoalposts,
): IndexChange<GdiPart> {
  const [first, second] = [gdi(from, goalposts), gdi(to, goalposts)];
  requireLogarithms([
    ...indicesOf("first", first.female, "women's "),
    ...indicesOf("first", first.male, "men's "),
    ...indicesOf("second", second.female, "women's "),
    ...indicesOf("second", second.male, "men's "),
  ]);
  const [before, after] = [first.value as number, second.value as number];
  const weight = logarithmicMean(before, after) / 3;
  const parts = DIMENSIONS.flatMap((name): [GdiPart, number][] => [
    [`female.${name}`, weight * Math.log(second.female[name] / first.female[name])],
    [`male.${name}`, weight * Math.log(first.male[name] / second.male[name])],
  ]);
  return changed(before, after, Object.fromEntries(parts) as Record<GdiPart, number>);
}

/** Parts of a change of the Gender Inequality Index: shares are those of both sexes together. */
export type GiiPart =
  | "maternalMortality"
  | "adolescentBirths"
  | "seats"
  | "secondaryEducation"
  | "labourForce";

const GII_PARTS: readonly GiiPart[] = [
  "maternalMortality",
  "adolescentBirths",
  "seats",
  "secondaryEducation",
  "labourForce",
];

/**
 * Decomposes the change of the Gender Inequality Index between two times into its five indicators. The index is no product,
 * so each part is the mean over all orders in which they could have changed one after the other (Shapley's value).
 *
 * @param from - components at the first time.
 * @param to - at the second time, of the same edition.
 * @param edition - of the report, for its floor: see `hdr2025`.
 * @returns contributions in points of the index; below zero is less inequality.
 * @throws VitalError as `gii`.
 *
 * Source: UNDP (2025), technical note 4; Shorrocks (2013), Journal of Economic Inequality 11.
 *
 * @example
 * ```ts
 * import { giiChange, hdr2025 } from "@vitalcore/indicators/human-development";
 * const before = {
 *   maternalMortality: 150,
 *   adolescentBirths: 60,
 *   female: { seats: 0.1, secondaryEducation: 0.4, labourForce: 0.5 },
 *   male: { secondaryEducation: 0.6, labourForce: 0.8 },
 * };
 * const after = { ...before, maternalMortality: 100, female: { ...before.female, seats: 0.3 } };
 * const { change, parts } = giiChange(before, after, hdr2025);
 * parts.labourForce; // => 0
 * Math.abs(parts.seats + parts.maternalMortality - change) < 1e-12; // => true
 * ```
 */
export function giiChange(
  from: GiiComponents,
  to: GiiComponents,
  edition: Pick<HdrEdition, "seatsFloor">,
): IndexChange<GiiPart> {
  const valueWith = (later: ReadonlySet<GiiPart>) => {
    const of = (part: GiiPart) => (later.has(part) ? to : from);
    const share = (part: "secondaryEducation" | "labourForce", sex: "female" | "male") =>
      of(part)[sex][part];
    const menSeats = of("seats").male.seats;
    return gii(
      {
        maternalMortality: of("maternalMortality").maternalMortality,
        adolescentBirths: of("adolescentBirths").adolescentBirths,
        female: {
          seats: of("seats").female.seats,
          secondaryEducation: share("secondaryEducation", "female"),
          labourForce: share("labourForce", "female"),
        },
        male: {
          ...(menSeats !== undefined && { seats: menSeats }),
          secondaryEducation: share("secondaryEducation", "male"),
          labourForce: share("labourForce", "male"),
        },
      },
      edition,
    ).value;
  };
  const [first, second] = [gii(from, edition).value, gii(to, edition).value];
  return changed(first, second, shapleyParts(GII_PARTS, valueWith));
}

/** Parts of a change of the index adjusted for planetary pressures. */
export type PhdiPart = keyof PhdiComponents;

/**
 * Decomposes the change of the Planetary pressures-adjusted Human Development Index between two times into human
 * development, emissions and material footprint, each the mean over all orders of change (Shapley's value).
 *
 * @param from - components at the first time.
 * @param to - at the second time, of the same edition.
 * @param maxima - highest values of the edition: `hdr2025.pressureMaxima`.
 * @throws VitalError as `phdi`.
 *
 * Source: UNDP (2025), technical note 6; Shorrocks (2013), as `giiChange`.
 *
 * @example
 * ```ts
 * import { hdr2025, phdiChange } from "@vitalcore/indicators/human-development";
 * const { change, parts } = phdiChange(
 *   { hdi: 0.9, carbonDioxide: 10, materialFootprint: 30 },
 *   { hdi: 0.9, carbonDioxide: 5, materialFootprint: 30 },
 *   hdr2025.pressureMaxima!,
 * );
 * parts.hdi; // => 0
 * Math.abs(parts.carbonDioxide - change) < 1e-12; // => true
 * ```
 */
export function phdiChange(
  from: PhdiComponents,
  to: PhdiComponents,
  maxima: NonNullable<HdrEdition["pressureMaxima"]>,
): IndexChange<PhdiPart> {
  const names = ["hdi", "carbonDioxide", "materialFootprint"] as const;
  const valueWith = (later: ReadonlySet<PhdiPart>) => {
    const at = (name: PhdiPart) => (later.has(name) ? to : from)[name];
    const components = {
      hdi: at("hdi"),
      carbonDioxide: at("carbonDioxide"),
      materialFootprint: at("materialFootprint"),
    };
    return phdi(components, maxima).value;
  };
  const [first, second] = [phdi(from, maxima).value, phdi(to, maxima).value];
  return changed(first, second, shapleyParts(names, valueWith));
}

function changed<Part extends string>(
  from: number,
  to: number,
  parts: Readonly<Record<Part, number>>,
): IndexChange<Part> {
  return { from, to, change: to - from, parts };
}

const indicesOf = (time: string, index: Hdi, of = "") =>
  DIMENSIONS.map((name): [string, number] => [
    `the ${of}${name} index at the ${time} time`,
    index[name],
  ]);

const equalityOf = (time: string, inequality: DimensionInequality) =>
  DIMENSIONS.map((name): [string, number] => [
    `1 less the inequality of ${name} at the ${time} time`,
    1 - inequality[name],
  ]);

function requireLogarithms(values: readonly (readonly [name: string, value: number])[]): void {
  const findings = values
    .filter(([, value]) => value === 0)
    .map(([name, found]) => {
      const facts = { name, wanted: "a number above 0, which has a logarithm," };
      return find("indicators/invalid-input", { found, facts });
    });
  if (findings.length > 0) throw new VitalError(findings);
}
