import type { Observation, ObservationParameters, ObserveContext } from "@vitalcore/domain";

/** Options by name, as inputs have them: what was not given is left out. */
export type Told = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * An observation, or the context of one, with what its calculator was told; what the calculator says goes before what the
 * caller says.
 */
export function withParameters<Of extends Observation | ObserveContext>(of: Of, told: Told): Of {
  const parameters = { ...of.parameters, ...given(told) };
  return Object.keys(parameters).length > 0 ? { ...of, parameters } : of;
}

/** What was told, without what was not given. */
export function given(told: Told): ObservationParameters {
  return Object.fromEntries(
    Object.entries(told).filter(([, value]) => value !== undefined),
  ) as ObservationParameters;
}

/** A list as one parameter: JSON, since the names in it may hold any separator. */
export function listed(names: readonly unknown[]): string {
  return JSON.stringify(names);
}
