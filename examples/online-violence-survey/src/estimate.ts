import {
  dhsDesign,
  difference,
  type PreparedSurvey,
  prepareSurvey,
  prevalence,
  type Question,
  type SurveyDesign,
  type SurveyRecipe,
} from "@vitalcore/survey";
import { publicationTable } from "@vitalcore/survey/publication";
import { ACTS, type Woman } from "./synthetic-survey.js";

const users = { op: "==", args: [{ column: "internet" }, 1] } as const;

/** Only users of the internet are asked; the last 12 months follow a yes. Not asked is not no. */
function questions(act: string): { readonly life: Question; readonly year: Question } {
  const codes = { yes: 1, no: 2, dontKnow: 8, refused: 9 };
  const life: Question = { column: `${act}_life`, ...codes, asked: users };
  return { life, year: { column: `${act}_12m`, ...codes, after: life } };
}

/** How the file is read: JSON, so that the next round can be read the same way, or the change be seen. */
const recipe: SurveyRecipe = {
  version: 1,
  title: "Technology-facilitated violence (synthetic)",
  design: {
    ...dhsDesign("domestic-violence", { strata: "stratum" }),
    clusters: "psu",
  },
  columns: { interviewed: { op: ">", args: [{ column: "d005" }, 0] } },
  outcomes: {
    any_life: { anyOf: ACTS.map((act) => questions(act).life) },
    any_12m: { anyOf: ACTS.map((act) => questions(act).year) },
  },
};

function read(women: readonly Woman[]): PreparedSurvey {
  return prepareSurvey(
    women as unknown as readonly Record<string, string | number | null>[],
    recipe,
  );
}

/** The design of the survey, with "any act" ever and in the last 12 months beside the answers. */
export function designOf(women: readonly Woman[]): SurveyDesign {
  return read(women).design;
}

/** Everything that the report needs: prevalence by age and place, a comparison, and tables that may be printed. */
export function estimate(women: readonly Woman[]) {
  const asked = read(women).asked("any_life").subset({ column: "interviewed" });
  const periods = { lifetime: "any_life", "last 12 months": "any_12m" } as const;
  return {
    overall: Object.entries(periods).map(([period, column]) => ({
      period,
      result: prevalence(asked, column),
    })),
    byAge: prevalence(asked, "any_12m", { by: "age" }),
    byPlace: prevalence(asked, "any_12m", { by: "place" }),
    gap: difference(
      asked,
      { column: "any_12m", event: 1 },
      { by: "place", of: ["urban", "rural"] },
    ),
    tables: Object.entries(periods).map(([period, column]) =>
      publicationTable(asked, column, {
        rows: "age",
        columns: "place",
        counts: { threshold: 5, source: "rule of this example: no count of 1 to 4" },
        reliability: ["nchs-proportion-2017", "dhs"],
        title: `Women who use the internet: any act, ${period} (synthetic data), percent`,
      }),
    ),
  };
}
