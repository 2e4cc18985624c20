import { numberColumn, type Table, tableFrom } from "@vitalcore/core";
import {
  answers,
  anyOf,
  dhsDesign,
  difference,
  prevalence,
  type Question,
  type SurveyDesign,
  surveyDesign,
  withColumns,
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

/** The design of the survey, with "any act" ever and in the last 12 months beside the answers. */
export function designOf(women: readonly Woman[]): SurveyDesign {
  const raw = tableFrom(
    women as unknown as readonly Record<string, string | number | null>[],
  ) as Table;
  const read = (period: "life" | "year") =>
    anyOf(ACTS.map((act) => answers(raw, questions(act)[period])));
  const weights = raw.column("d005") as { readonly values: Float64Array };
  const table = withColumns(raw, {
    any_life: read("life"),
    any_12m: read("year"),
    interviewed: numberColumn(weights.values.map((weight) => +(weight > 0))),
  });
  const { strata: _strata, clusters: _clusters, ...spec } = dhsDesign("domestic-violence");
  return surveyDesign(table, { ...spec, strata: "stratum", clusters: "psu" }) as SurveyDesign;
}

/** Everything that the report needs: prevalence by age and place, a comparison, and tables that may be printed. */
export function estimate(women: readonly Woman[]) {
  const asked = designOf(women).subset({
    op: "and",
    args: [users, { op: "==", args: [{ column: "interviewed" }, 1] }],
  });
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
