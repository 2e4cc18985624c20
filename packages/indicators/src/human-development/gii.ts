import { between, positive, requireInputs } from "../input-checks.js";
import type { HdrEdition } from "./edition.js";

/** Shares of one sex, as proportions. */
export interface EmpowermentAndWork {
  /** Share of the seats in parliament. Of men: what women do not hold, if left out. */
  readonly seats?: number;
  /** Share of people of 25 and over with at least some secondary education. */
  readonly secondaryEducation: number;
  /** Share of people of 15 and over in the labour force. */
  readonly labourForce: number;
}

/** What the Gender Inequality Index is made of. */
export interface GiiComponents {
  /** Maternal deaths per 100,000 live births. */
  readonly maternalMortality: number;
  /** Births per 1,000 women of 15 to 19. */
  readonly adolescentBirths: number;
  readonly female: EmpowermentAndWork & { readonly seats: number };
  readonly male: EmpowermentAndWork;
}

/** The Gender Inequality Index with its parts. */
export interface Gii {
  /** 0 (equal) to 1, unrounded. */
  readonly value: number;
  /** Geometric mean over the dimensions of women, and of men. */
  readonly female: number;
  readonly male: number;
  /** Harmonic mean of both. */
  readonly equallyDistributed: number;
  /** What it would be if women and men had the same: the reference. */
  readonly reference: number;
}

const LEAST_MORTALITY = 10;
const MOST_MORTALITY = 1000;

/**
 * The Gender Inequality Index: what is lost to inequality between women and men in reproductive health,
 * empowerment and the labour market. Maternal mortality counts between 10 and 1,000; a parliament without
 * women counts with the floor of the edition, which decides the value of such countries.
 *
 * @param components - deaths per 100,000 births, births per 1,000, and proportions.
 * @param edition - of the report, for its floor: see `hdr2025`.
 * @throws VitalError `indicators/not-a-proportion`, `indicators/invalid-input`.
 *
 * Source: UNDP (2025), Human Development Report 2025, technical note 4; Seth (2009), Inequality, interactions
 * and human development, Journal of Human Development and Capabilities 10.
 *
 * @example
 * ```ts
 * import { gii, hdr2025, published } from "@vitalcore/indicators/human-development";
 * const { value } = gii(
 *   {
 *     maternalMortality: 150,
 *     adolescentBirths: 60,
 *     female: { seats: 0.25, secondaryEducation: 0.4, labourForce: 0.5 },
 *     male: { secondaryEducation: 0.6, labourForce: 0.8 },
 *   },
 *   hdr2025,
 * );
 * published(value); // => 0.478
 * ```
 */
export function gii(components: GiiComponents, edition: Pick<HdrEdition, "seatsFloor">): Gii {
  checkComponents(components, edition);
  const { female, male, maternalMortality, adolescentBirths } = components;
  const { seatsFloor } = edition;
  const hasFloor = female.seats < seatsFloor;
  const seats = hasFloor ? seatsFloor : female.seats;
  const menSeats = hasFloor ? 1 - seatsFloor : (male.seats ?? 1 - female.seats);
  const mortality = Math.min(MOST_MORTALITY, Math.max(LEAST_MORTALITY, maternalMortality));
  const health = Math.sqrt(LEAST_MORTALITY / mortality / adolescentBirths);
  const power = {
    female: Math.sqrt(seats * female.secondaryEducation),
    male: Math.sqrt(menSeats * male.secondaryEducation),
  };
  const ofWomen = Math.cbrt(health * power.female * female.labourForce);
  const ofMen = Math.cbrt(power.male * male.labourForce);
  const equallyDistributed = ofWomen === 0 || ofMen === 0 ? 0 : 2 / (1 / ofWomen + 1 / ofMen);
  const reference = Math.cbrt(
    ((health + 1) / 2) *
      ((power.female + power.male) / 2) *
      ((female.labourForce + male.labourForce) / 2),
  );
  return {
    value: 1 - equallyDistributed / reference,
    female: ofWomen,
    male: ofMen,
    equallyDistributed,
    reference,
  };
}

function checkComponents(
  { maternalMortality, adolescentBirths, female, male }: GiiComponents,
  { seatsFloor }: Pick<HdrEdition, "seatsFloor">,
): void {
  const both = (name: "secondaryEducation" | "labourForce") => ({
    name: `${name} of women and men`,
    value: 0,
    wanted: "a share above 0 for one of the sexes at least",
    isMet: !(female[name] === 0 && male[name] === 0),
  });
  requireInputs(
    [
      between("maternalMortality", maternalMortality, 0, 100_000, "deaths per 100,000 live births"),
      positive("adolescentBirths", adolescentBirths, "a positive number of births per 1,000 women"),
      positive("the floor of the edition", seatsFloor),
      both("secondaryEducation"),
      both("labourForce"),
    ],
    {
      "female.seats": female.seats,
      "female.secondaryEducation": female.secondaryEducation,
      "female.labourForce": female.labourForce,
      ...(male.seats !== undefined && { "male.seats": male.seats }),
      "male.secondaryEducation": male.secondaryEducation,
      "male.labourForce": male.labourForce,
    },
  );
}
