/** How the components of a foreign structure are to be understood. */
export interface SdmxReading {
  /**
   * The component that is meant, by the name it has in the file: `{ SERIES: "INDICATOR" }` for SDG data. The
   * components are INDICATOR, REF_AREA, TIME_PERIOD, OBS_VALUE, UNIT_MEASURE, OBS_STATUS and so on.
   */
  readonly components?: Readonly<Record<string, string>>;
  /** Values of components that the file does not have: `{ UNIT_MEASURE: "PERCENT" }`. */
  readonly constants?: Readonly<Record<string, string>>;
}

/** The component that is meant by a name in the file. */
export function meantBy(name: string, { components = {} }: SdmxReading): string {
  return Object.hasOwn(components, name) ? (components[name] as string) : name;
}
