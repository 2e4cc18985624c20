import type { Finding } from "@vitalcore/core";
import { find } from "./observation-catalog.js";
import type { Sighting } from "./sighting.js";

/** What a calculator is told, by the name of the parameter: plain JSON without lists and objects. */
export type ObservationParameters = Readonly<Record<string, string | number | boolean | null>>;

function isPlain(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return value === null || typeof value === "string" || typeof value === "boolean";
}

/** What is wrong with the parameters of an observation of any origin. */
export function parameterFindings(
  parameters: unknown,
  { label, place }: Pick<Sighting, "label" | "place">,
): readonly Finding[] {
  if (parameters === undefined) return [];
  const at = { ...place, column: "parameters" };
  const wrong = (found: unknown) =>
    find("domain/parameter", { place: at, found, facts: { label } });
  if (typeof parameters !== "object" || parameters === null || Array.isArray(parameters)) {
    return [wrong(parameters)];
  }
  return Object.entries(parameters)
    .filter(([name, value]) => name === "" || name === "__proto__" || !isPlain(value))
    .map(([name, value]) => wrong(`${name}: ${textOf(value)}`));
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
