import { type Finding, isVitalError } from "@vitalcore/core";
import {
  allowsNull,
  type EstimateLike,
  forbidsValue,
  type IndicatorDefinition,
  type Observation,
  type ObservationParameters,
  type ObsStatus,
  observationKey,
  observe,
  unitOf,
} from "@vitalcore/domain";
import { find } from "./catalog.js";

/** Observations that a calculator gives, and what it found on the way. */
export interface Calculated {
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
}

/**
 * The value of an observation as a proportion; `null` where it has none, or where its unit is no multiple
 * of a proportion, or where it lies outside 0 to 1: these are reported.
 */
export function proportionOf(observation: Observation, findings: Finding[]): number | null {
  const { area, period, indicator, unit, value } = observation;
  if (value === null) return null;
  const perProportion = unitOf(unit)?.perProportion;
  if (perProportion !== undefined) {
    const proportion = value / perProportion;
    if (proportion >= 0 && proportion <= 1) return proportion;
  }
  const facts = { area, period, name: indicator, unit };
  const place = { observation: observationKey(observation), unit: area };
  findings.push(find("indicators/not-a-share", { place, found: value, facts }));
  return null;
}

/** Codes that speak of the missing value itself, or say that all is well: not passed on to what is derived. */
const OWN_STATUS: ReadonlySet<ObsStatus> = new Set(["A", "H", "L", "M", "O", "Q"]);

/** What is said of a derived observation beside what its inputs say. */
export interface Remarks {
  readonly status?: readonly ObsStatus[];
  readonly note?: string;
  /** Axis of the inputs that the derived observation no longer has. */
  readonly withoutAxis?: string;
  /** What the calculator was told beyond its inputs; the parameters of these stay with them. */
  readonly parameters?: ObservationParameters;
  /** What is known of the uncertainty of the value, on its scale. */
  readonly uncertainty?: Pick<EstimateLike, "standardError" | "interval" | "n">;
}

/**
 * An observation derived from others of the same area and period; its value is a proportion, or in the
 * unit of the definition where that is no multiple of one. Their sources, editions,
 * notes and the status codes that speak of quality are passed on; a missing value gets status "O" if no
 * other code says why.
 *
 * @returns the observation, or nothing where an input is faulty itself (an unknown area, say): reported.
 */
export function derive(
  definition: IndicatorDefinition,
  value: number | null,
  inputs: readonly [Observation, ...Observation[]],
  findings: Finding[],
  remarks: Remarks = {},
): Observation[] {
  try {
    return [derived(definition, value, inputs, remarks)];
  } catch (error) {
    if (!isVitalError(error)) throw error;
    findings.push(...error.findings);
    return [];
  }
}

function derived(
  definition: IndicatorDefinition,
  value: number | null,
  inputs: readonly [Observation, ...Observation[]],
  remarks: Remarks,
): Observation {
  const { area, period, breakdown = {} } = inputs[0];
  const axes = Object.entries(breakdown).filter(([axis]) => axis !== remarks.withoutAxis);
  const join = (texts: readonly (string | undefined)[]) => distinct(texts).join("; ") || undefined;
  return observe(
    definition,
    { value, ...scaleOf(definition), ...remarks.uncertainty },
    withoutUndefined({
      area,
      period,
      breakdown: axes.length > 0 ? Object.fromEntries(axes) : undefined,
      edition: join(inputs.map(({ edition }) => edition)),
      parameters: remarks.parameters,
      source: join(inputs.map(({ source }) => source)),
      note: join([remarks.note, ...inputs.map(({ note }) => note)]),
      status: statusOf(value, inputs, remarks.status ?? []),
    }),
  );
}

/** Shares and rates are given as proportions; what is no multiple of one is in the unit itself. */
function scaleOf({ unit }: IndicatorDefinition): { unit: string } | { scale: "proportion" } {
  return unitOf(unit)?.perProportion === undefined ? { unit } : { scale: "proportion" };
}

function statusOf(
  value: number | null,
  inputs: readonly Observation[],
  own: readonly ObsStatus[],
): readonly ObsStatus[] | undefined {
  const inherited = inputs.flatMap(({ status = [] }) =>
    status.filter((code) => !OWN_STATUS.has(code)),
  );
  const codes = distinct([...own, ...inherited]).filter(
    (code) => value === null || !forbidsValue(code),
  );
  if (value === null && !codes.some(allowsNull)) return ["O", ...codes];
  return codes.length > 0 ? codes : undefined;
}

function distinct<Value>(values: readonly (Value | undefined)[]): Value[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

type Defined<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

function withoutUndefined<Fields extends { area: string; period: string }>(
  fields: Fields,
): Defined<Fields> & Pick<Fields, "area" | "period"> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Defined<Fields> & Pick<Fields, "area" | "period">;
}
