import { prevalenceRatio } from "../../violence/prevalence-ratio.js";
import { darkFigure, platformActionRate } from "../../violence/response.js";
import {
  amount,
  type CalculatorEntry,
  calculator,
  partOfWhole,
  proportion,
  share,
  wholeCount,
} from "../calculator.js";

/** What of online violence follows from published figures; prevalence itself needs microdata. */
export function violenceCalculators(): readonly CalculatorEntry[] {
  return [
    [
      "tfvaw-platform-action-rate",
      calculator({ reports: wholeCount, actioned: wholeCount }, (i) =>
        share(platformActionRate(i).value),
      ),
    ],
    [
      "tfvaw-dark-figure",
      calculator(
        { reported: proportion },
        ({ reported }) => share(darkFigure({ reported, surveyed: 0, recorded: 0 }).unreported),
        { observed: { reported: "reportingRate" } },
      ),
    ],
    [
      "tfvaw-gender-ratio",
      calculator(
        {
          female: proportion,
          femaleStandardError: amount,
          male: proportion,
          maleStandardError: amount,
        },
        (i) => {
          const { value, interval } = prevalenceRatio(
            { prevalence: i.female, standardError: i.femaleStandardError },
            { prevalence: i.male, standardError: i.maleStandardError },
          );
          return { value, interval, unit: "RATIO" };
        },
      ),
    ],
    ["tfvaw-legal-coverage", partOfWhole()],
    ["tfvaw-conviction-attrition", partOfWhole()],
  ];
}
