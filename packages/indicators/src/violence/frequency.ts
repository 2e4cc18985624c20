import {
  type Column,
  type Finding,
  MISSING_BOOLEAN,
  requireColumns,
  type Table,
  type TableLike,
  tableFrom,
  tableOf,
  throwIfErrors,
} from "@vitalcore/core";
import { notNegative, requireInputs } from "../input-checks.js";
import { anyTrue, OPEN, readAnswer } from "./answers.js";
import { find } from "./catalog.js";
import { withActs } from "./derive-violence.js";
import type { FrequencyAnswers, ViolenceQuestionnaire } from "./questionnaire.js";
import { severityScore } from "./response.js";
import { readStatuses, STATUS, type Statuses, UNIVERSE } from "./statuses.js";

/** The acts whose frequency is read, and the names of what is derived. */
export interface FrequencyOptions {
  /** Ids of the acts; all acts of the questionnaire if left out. */
  readonly acts?: readonly string[];
  /** What the names of the derived columns begin with; `frequency_` if left out. */
  readonly prefix?: string;
}

/** The table with a column for each act and frequency, one for repetition, and one for the severity score. */
export interface DerivedFrequency {
  readonly table: Table;
  /** Names of the derived columns by act, then by answer. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Column of whether any act was met more than once; missing for who is no victim. */
  readonly repeated: string;
  /** Column of the severity score, 0 to 100; only with severities. */
  readonly severity: string | null;
  readonly findings: readonly Finding[];
}

/**
 * Derives how often acts were met in the last twelve months: for each act and answer whether it is that, missing for whoever did not
 * meet the act; whether a victim met any act more than once (no only if all acts that she met are known to be single);
 * and, with severities, the score of {@link severityScore} of everybody who answered all acts.
 *
 * @param data - a row for each respondent.
 * @param questionnaire - acts with `recent` and `frequency` columns, and what the codes of `frequency` mean.
 * @param options - `acts`; `severity`: severities by act, for the score.
 * @returns the table with further columns, and their names.
 * @throws VitalError `indicators/unknown-code`, `indicators/questionnaire`, `indicators/invalid-input`,
 *   `core/unknown-column`.
 *
 * Source: UNSD (2014), Guidelines for Producing Statistics on Violence against Women, on frequency; Hegarty, Bush and
 * Sheehan (2005), The composite abuse scale, Violence and Victims 20.
 *
 * @example
 * ```ts
 * import { booleansOf } from "@vitalcore/core";
 * import { deriveFrequency } from "@vitalcore/indicators/violence";
 * const { table, columns, repeated } = deriveFrequency(
 *   { threat: [1, 1, 2], threat_12m: [1, 1, null], often: [1, 3, null] },
 *   {
 *     acts: [{ id: "threat", lifetime: "threat", recent: "threat_12m", frequency: "often" }],
 *     codes: { yes: 1, no: 2 },
 *     frequency: { answers: { often: 1, sometimes: 2, once: 3 }, repeated: ["often", "sometimes"] },
 *   },
 * );
 * [...booleansOf(table, columns.threat!.once!)]; // => [0, 1, 255]
 * [...booleansOf(table, repeated)]; // => [1, 0, 255]
 * ```
 */
export function deriveFrequency(
  data: TableLike,
  questionnaire: ViolenceQuestionnaire,
  options: FrequencyOptions & { readonly severity?: Readonly<Record<string, number>> } = {},
): DerivedFrequency {
  const { prefix = "frequency_", severity } = options;
  const table = tableFrom(data);
  const chosen = withActs(questionnaire, options.acts);
  const frequency = requireFrequency(chosen);
  requireColumns(
    table,
    chosen.acts.map((act) => act.frequency as string),
  );
  const findings: Finding[] = [];
  const statuses = readStatuses(table, chosen, "12 months", findings);
  const answers = chosen.acts.map((act, i) =>
    onPath(readAnswer(table, act.frequency as string, frequency), statuses, i),
  );
  const names = Object.keys(frequency.answers);
  const isRepeated = names.map((name) => frequency.repeated.includes(name));
  const derived: [string, Column][] = chosen.acts.flatMap(({ id }, i) =>
    names.map((name, answer): [string, Column] => [
      `${prefix}${id}_${name}`,
      { kind: "boolean", values: truths(answers[i] as Uint8Array, (each) => each === answer) },
    ]),
  );
  const more = chosen.acts.map((_, i) =>
    repeats(answers[i] as Uint8Array, statuses.acts[i] as Uint8Array, isRepeated),
  );
  derived.push([
    `${prefix}repeated`,
    { kind: "boolean", values: ofVictims(anyTrue(more, table.length), statuses) },
  ]);
  if (severity !== undefined) {
    const values = scores(chosen, frequency, answers, statuses, severity);
    derived.push([`${prefix}severity`, { kind: "number", values }]);
  }
  return {
    table: tableOf(
      [...table.names.map((name): [string, Column] => [name, table.column(name)]), ...derived],
      { identifying: table.identifying },
    ),
    columns: Object.fromEntries(
      chosen.acts.map(({ id }) => [
        id,
        Object.fromEntries(names.map((name) => [name, `${prefix}${id}_${name}`])),
      ]),
    ),
    repeated: `${prefix}repeated`,
    severity: severity === undefined ? null : `${prefix}severity`,
    findings,
  };
}

function requireFrequency({ acts, frequency }: ViolenceQuestionnaire): FrequencyAnswers {
  const problem = (name: string, found: unknown, wanted: string) =>
    find("indicators/questionnaire", { found, facts: { name, wanted } });
  const known = Object.keys(frequency?.answers ?? {});
  throwIfErrors([
    ...(known.length === 0 ? [problem("frequency", null, "what its codes mean")] : []),
    ...acts
      .filter((act) => act.frequency === undefined)
      .map(({ id }) => problem(`the column of the frequency of ${id}`, null, "its name")),
    ...(frequency?.repeated ?? [])
      .filter((name) => !known.includes(name))
      .map((name) => problem("a repeated answer", name, `one of ${known.join(", ")}`)),
  ]);
  return frequency as FrequencyAnswers;
}

/** Answers of whoever met the act; all else is blank. */
function onPath(answers: Uint8Array, { universe, acts }: Statuses, act: number): Uint8Array {
  const met = acts[act] as Uint8Array;
  return answers.map((answer, row) =>
    universe[row] === UNIVERSE.asked && met[row] === STATUS.yes ? answer : OPEN.blank,
  );
}

function truths(answers: Uint8Array, is: (answer: number) => boolean): Uint8Array {
  return answers.map((answer) => (answer >= OPEN.noAnswer ? MISSING_BOOLEAN : Number(is(answer))));
}

/** Whether an act was met more than once; not if it was not met. */
function repeats(
  answers: Uint8Array,
  statuses: Uint8Array,
  isRepeated: readonly boolean[],
): Uint8Array {
  return answers.map((answer, row) => {
    if (statuses[row] === STATUS.no) return 0;
    if (statuses[row] !== STATUS.yes || answer >= OPEN.noAnswer) return MISSING_BOOLEAN;
    return Number(isRepeated[answer]);
  });
}

function ofVictims(values: Uint8Array, { universe, acts }: Statuses): Uint8Array {
  return values.map((value, row) =>
    universe[row] === UNIVERSE.asked && acts.some((statuses) => statuses[row] === STATUS.yes)
      ? value
      : MISSING_BOOLEAN,
  );
}

function scores(
  { acts }: ViolenceQuestionnaire,
  { answers: codes, scores: of = {} }: FrequencyAnswers,
  answers: readonly Uint8Array[],
  { universe, acts: statuses }: Statuses,
  severity: Readonly<Record<string, number>>,
): Float64Array {
  const names = Object.keys(codes);
  requireInputs([
    ...names.map((name) => notNegative(`the score of "${name}"`, of[name])),
    ...acts.map(({ id }) => notNegative(`the severity of ${id}`, severity[id])),
  ]);
  const points = names.map((name) => of[name] as number);
  const scale = { severity, mostFrequent: Math.max(...points) };
  return Float64Array.from(universe, (where, row) => {
    if (where !== UNIVERSE.asked) return Number.NaN;
    const each = acts.map((_, i) => {
      if (statuses[i]?.[row] === STATUS.no) return 0;
      const answer = answers[i]?.[row] as number;
      return answer >= OPEN.noAnswer ? Number.NaN : (points[answer] as number);
    });
    if (each.some(Number.isNaN)) return Number.NaN;
    return severityScore(
      Object.fromEntries(acts.map(({ id }, i) => [id, each[i] as number])),
      scale,
    );
  });
}
