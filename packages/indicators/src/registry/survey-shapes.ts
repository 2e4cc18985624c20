import * as z from "zod";

const cell = /* @__PURE__ */ z.union([z.number(), z.string(), z.boolean(), z.null()]);
const code = /* @__PURE__ */ z.union([z.number(), z.string(), z.boolean()]);
const codes = /* @__PURE__ */ z.union([code, z.array(code)]);
const name = /* @__PURE__ */ z.string().min(1);

/** Columns of microdata by name. */
export const columns = /* @__PURE__ */ z.record(z.string(), z.array(cell));

/** A group's label. */
export const label = cell;

/** How the sample was drawn: the survey library checks what it says. */
export const design = /* @__PURE__ */ z.looseObject({});

/** Where the data say who a row is, to be checked against the universe of the indicator. */
export const universe = /* @__PURE__ */ z.exactOptional(
  z.strictObject({
    age: z.exactOptional(name),
    sex: z.exactOptional(z.strictObject({ column: name, female: cell, male: cell })),
  }),
);

/** What all estimates take: data, design, groups. */
export const sample = {
  data: columns,
  design,
  universe,
  by: /* @__PURE__ */ z.exactOptional(z.union([name, z.array(name)])),
  level: /* @__PURE__ */ z.exactOptional(z.number().gt(0).lt(1)),
} as const;

/** How the survey asked for a trait. */
export const trait: z.ZodType<unknown> = /* @__PURE__ */ z.lazy(() =>
  z.union([
    z.strictObject({
      column: name,
      yes: codes,
      no: codes,
      noAnswer: z.exactOptional(z.array(code)),
    }),
    z.strictObject({ column: name, atLeast: z.number() }),
    z.strictObject({ all: z.array(trait).min(1) }),
  ]),
);

const answerCodes = /* @__PURE__ */ z.strictObject({
  yes: code,
  no: code,
  dontKnow: z.exactOptional(code),
  refused: z.exactOptional(code),
});

/** A questionnaire on online violence. */
export const questionnaire = /* @__PURE__ */ z.strictObject({
  module: z.exactOptional(z.strictObject({ column: name, done: code })),
  filter: z.exactOptional(z.strictObject({ column: name, asked: code, notAsked: code })),
  acts: z
    .array(
      z.strictObject({
        id: name,
        lifetime: name,
        recent: z.exactOptional(name),
        recalls: z.exactOptional(z.record(name, name)),
        frequency: z.exactOptional(name),
        severe: z.exactOptional(z.boolean()),
      }),
    )
    .min(1),
  codes: answerCodes,
  frequency: z.exactOptional(
    z.strictObject({
      answers: z.record(name, code),
      repeated: z.array(name),
      scores: z.exactOptional(z.record(name, z.number().min(0))),
      noAnswer: z.exactOptional(z.array(code)),
    }),
  ),
});

const after = /* @__PURE__ */ z.exactOptional(z.strictObject({ column: name, is: codes }));

/** A further question to victims, or to all. */
export const followUp = /* @__PURE__ */ z.union([
  z.strictObject({
    column: name,
    answers: z.record(name, codes),
    noAnswer: z.exactOptional(z.array(code)),
    after,
  }),
  z.strictObject({ columns: z.record(name, name), codes: answerCodes, after }),
]);

/** A yes/no question. */
export const yesNo = /* @__PURE__ */ z.strictObject({ column: name, codes: answerCodes });

/** Which answers make a victim. */
export const victims = {
  questionnaire,
  period: /* @__PURE__ */ z.exactOptional(
    z.union([z.enum(["lifetime", "12 months"]), z.strictObject({ recall: name })]),
  ),
  acts: /* @__PURE__ */ z.exactOptional(z.array(name).min(1)),
  policy: /* @__PURE__ */ z.exactOptional(
    z.enum([
      "yes-dominates",
      "all-required",
      "dont-know-as-no",
      "refused-excluded",
      "dont-know-as-no-refused-excluded",
      "any-answer",
      "missing-as-no",
    ]),
  ),
} as const;

/** Whose prevalence: to be chosen, since each is another number. */
export const denominator = /* @__PURE__ */ z.enum([
  "asked",
  "all-declared-zero",
  "all-upper-bound",
]);

/** How groups are written as breakdowns. */
export const axes = /* @__PURE__ */ z.exactOptional(
  z.record(
    name,
    z.strictObject({ axis: name, categories: z.exactOptional(z.record(z.string(), name)) }),
  ),
);
