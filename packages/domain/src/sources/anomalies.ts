import type { Anomaly } from "../vocabulary/evidence-types.js";

/**
 * What is wrong, dated or contradictory in the founding texts, and how it is dealt with here.
 *
 * @example
 * ```ts
 * import { anomalies } from "@vitalcore/domain/sources";
 * anomalies.find(({ id }) => id === "smos-open-source")?.about; // => ["technology/smos"]
 * ```
 */
export const anomalies: readonly Anomaly[] = [
  {
    id: "cite-11-orphan",
    note: "Work [11] of the list of works cited (mobile money) is never called in the text; the figure of 640 million has no number.",
    about: ["statistic/mobile-money-accounts", "source/roser-2023"],
    sources: ["undp-2025#8", "undp-2025#30"],
  },
  {
    id: "cite-1-misplaced",
    note: "The remark on the Sustainable Development Goals carries number [1], which is the Human Development Report of 1994: likely a slip.",
    about: ["framework/sdgs", "source/undp-1994"],
    sources: ["undp-2025#16"],
  },
  {
    id: "ldc-18-percent",
    note: "A gain of 27 points in ten years at 18 percent a year implies a rise from about 6.4 to 33.4 percent if both speak of the share. ITU prints 35 percent for the least developed countries in 2024, which is about 16 percent a year from 8 percent. 18 percent fits the growth of the number of users. The base is kept apart, and the two are never mixed.",
    about: ["statistic/ldc-connectivity-growth", "statistic/ldc-connectivity-gain"],
    sources: ["undp-2025#6"],
  },
  {
    id: "women-16-58",
    note: "UN Women says that one global report suggests a prevalence from 16 to 58 percent: a spread of results of studies. It is neither averaged nor taken as an interval.",
    about: ["statistic/women-online-violence-low", "statistic/women-online-violence-high"],
    sources: ["undp-2025#9", "undp-2025#35"],
  },
  {
    id: "refugees-26-6",
    note: "The text prints 26.6 million; UNHCR Global Trends 2020 prints 26.4 million refugees at the end of 2020 (20.7 under UNHCR, 5.7 under UNRWA).",
    about: ["statistic/refugees-2020"],
    sources: ["course-human-security#76"],
  },
  {
    id: "ncd-75",
    note: "Denominator and reference year are open: the fact sheet is dated 2021 in the note, whereas WHO gives 75 percent for deaths that are not due to the pandemic. Not verified.",
    about: ["statistic/ncd-share-deaths"],
    sources: ["undp-2025#8", "undp-2025#31"],
  },
  {
    id: "migrants-year",
    note: "281 million and 3.6 percent are published in 2024 and describe an earlier year; reference period and year of publication are kept apart.",
    about: ["statistic/migrants-number", "statistic/migrants-share"],
    sources: ["undp-2025#9", "undp-2025#34"],
  },
  {
    id: "openweathermap-open-source",
    note: "Listed among open source tools; its own pages describe a commercial service with paid plans. Marked as disputed, and not taken as a digital public good.",
    about: ["technology/openweathermap", "statistic/openweathermap-users"],
    sources: ["undp-2025#14"],
  },
  {
    id: "smos-open-source",
    note: "Called open source satellite data; it is a product of Earth observation, and so open data.",
    about: ["technology/smos"],
    sources: ["undp-2025#13"],
  },
  {
    id: "four-freedoms-wording",
    note: "The text has inspect, use, modify and distribute; the Free Software Foundation counts run, study, redistribute and distribute modified copies. The four of the text are kept and mapped.",
    about: ["framework/four-freedoms-os"],
    sources: ["undp-2025#3", "undp-2025#12"],
  },
  {
    id: "freedoms-1994",
    note: "The chapter credits the report of 1994 with two freedoms, from want and from fear; dignity is the third in the text of the Trust Fund.",
    about: ["framework/hdr-1994"],
    sources: ["course-human-security#10"],
  },
  {
    id: "principles-number",
    note: "Five principles in the text of the Trust Fund, four in the briefing: there comprehensive is multi-dimensional, and protection and empowerment has no twin.",
    about: ["principle/comprehensive", "principle/protection-and-empowerment"],
    sources: ["untfhs#7", "babbitt-2023#36"],
  },
  {
    id: "values-wording",
    note: "Survival, livelihood and dignity in one text; safety, livelihood and dignity in two others.",
    about: ["core-value/survival", "core-value/safety"],
    sources: ["untfhs#3", "chs-2003-extract#11"],
  },
  {
    id: "sen-year",
    note: "Sen is cited with 1993 in one text and with 1999 in another.",
    about: ["source/sen-1993", "source/sen-1999"],
    sources: ["undp-2025#4", "babbitt-2023#70"],
  },
  {
    id: "martin-owen-year",
    note: "The reading list prints 2008 for International Affairs 86(1); that volume is of 2010.",
    about: ["source/martin-owen-2010"],
    sources: ["babbitt-2023#62"],
  },
  {
    id: "pathways-title",
    note: "Printed as Pathways to Peace; the publication is Pathways for Peace.",
    about: ["source/world-bank-un-2018"],
    sources: ["babbitt-2023#86"],
  },
  {
    id: "images-missing",
    note: "Four figures of the chapter (overview, definition, boundaries, debates) are not in its text. Their content is not covered.",
    about: ["debate/how-to-define"],
    sources: [
      "course-human-security#13",
      "course-human-security#17",
      "course-human-security#21",
      "course-human-security#32",
    ],
  },
  {
    id: "sdg-claim-unquantified",
    note: "Six of the numbers on technology carry neither citation nor year.",
    about: [
      "statistic/linux-share-web-servers",
      "statistic/openmrs-patients",
      "statistic/openmrs-countries",
      "statistic/openweathermap-users",
      "statistic/openssl-connections",
      "statistic/billions-secured",
    ],
    sources: ["undp-2025#14"],
  },
  {
    id: "typo-huma",
    note: "A misprint in the note (huma-centred) is not carried over.",
    sources: ["undp-2025#4"],
  },
  {
    id: "time-bound-2003",
    note: 'The text speaks of 2003 ("today", "nearly ten years later"): what it says is dated.',
    about: [
      "case/afghanistan",
      "case/iraq",
      "case/palestine",
      "case/rwanda-genocide",
      "case/great-lakes",
      "statistic/rwanda-elapsed",
    ],
    sources: ["chs-2003-extract#5", "chs-2003-extract#7"],
  },
];
