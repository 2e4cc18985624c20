/** Names of areas in one language. */
export interface AreaNames {
  /** BCP 47 tag. */
  readonly language: string;
  /** Direction of the script, for the `dir` attribute. */
  readonly dir: "ltr" | "rtl";
  /** Short names by alpha-3 code. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * The name of an area in a language.
 *
 * @param names - from `@vitalcore/domain/areas/names/fr` or another of the six languages.
 * @param alpha3 - ISO 3166-1 alpha-3 code.
 * @returns the name, or `undefined` if there is none.
 *
 * @example
 * ```ts
 * import { areaName } from "@vitalcore/domain/areas";
 * import { fr } from "@vitalcore/domain/areas/names/fr";
 * areaName(fr, "DEU"); // => "Allemagne"
 * ```
 */
export function areaName(names: AreaNames, alpha3: string): string | undefined {
  return Object.hasOwn(names.names, alpha3) ? names.names[alpha3] : undefined;
}
