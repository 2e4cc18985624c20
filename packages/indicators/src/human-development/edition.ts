/** Lowest and highest value of a component: 0 and 1 of its index. */
export type Goalpost = readonly [lowest: number, highest: number];

/** Goalposts of the four components of the Human Development Index. */
export interface HdiGoalposts {
  /** Years. */
  readonly lifeExpectancy: Goalpost;
  /** Years. */
  readonly expectedSchooling: Goalpost;
  /** Years. */
  readonly meanSchooling: Goalpost;
  /** International dollars at the price base of the edition. */
  readonly gniPerPerson: Goalpost;
}

/** What is particular to one edition of the Human Development Report. */
export interface HdrEdition {
  readonly id: string;
  readonly title: string;
  /** Unit of incomes: the base year of the purchasing power parities is part of it. */
  readonly incomeUnit: "PPP_DOLLAR_2017" | "PPP_DOLLAR_2021";
  /** Share of seats that stands for none in the Gender Inequality Index, as a proportion. */
  readonly seatsFloor: number;
  /** Highest values in the edition's own series, which scale the planetary pressures; tonnes per person. */
  readonly pressureMaxima?: {
    readonly carbonDioxide: number;
    readonly materialFootprint: number;
  };
}

/**
 * The goalposts of the Human Development Index since 2014. Those of income hold at the price base of
 * each edition.
 *
 * Source: UNDP (2022, 2024, 2025), Human Development Report, technical note 1.
 */
export const hdiGoalposts: HdiGoalposts = {
  lifeExpectancy: [20, 85],
  expectedSchooling: [0, 18],
  meanSchooling: [0, 15],
  gniPerPerson: [100, 75_000],
};

/**
 * The Human Development Report 2021/2022.
 *
 * Source: UNDP (2022), technical notes 4 and 6; floor and maxima as they reproduce its published series.
 */
export const hdr2021: HdrEdition = {
  id: "hdr2021-22",
  title: "Human Development Report 2021/2022",
  incomeUnit: "PPP_DOLLAR_2017",
  seatsFloor: 0.001,
  pressureMaxima: { carbonDioxide: 68.72381244, materialFootprint: 107.42 },
};

/**
 * The Human Development Report 2023/2024. The maxima of its planetary pressures are not known here: give
 * them to `phdi`.
 *
 * Source: UNDP (2024), technical note 4; floor as it reproduces the published values of 2022.
 */
export const hdr2023: HdrEdition = {
  id: "hdr2023-24",
  title: "Human Development Report 2023/2024",
  incomeUnit: "PPP_DOLLAR_2017",
  seatsFloor: 0.001,
};

/**
 * The Human Development Report 2025.
 *
 * Source: UNDP (2025), technical notes 4 and 6; floor and maxima as they reproduce its published series.
 */
export const hdr2025: HdrEdition = {
  id: "hdr2025",
  title: "Human Development Report 2025",
  incomeUnit: "PPP_DOLLAR_2021",
  seatsFloor: 0.0001,
  pressureMaxima: { carbonDioxide: 76.61294863, materialFootprint: 90.2669 },
};
