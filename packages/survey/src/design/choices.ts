import type { Finding } from "@vitalcore/core";
import { find } from "../catalog.js";

/** The values that an option may have, as keys, so that the compiler misses none of them. */
export type Choices<Value extends string> = Readonly<Record<Value, true>>;

/** The values themselves. */
export function valuesOf<Value extends string>(choices: Choices<Value>): Value[] {
  return Object.keys(choices) as Value[];
}

/** Reports a value that is none of the choices: notebooks and JavaScript do not check types. */
export function checkChoice(
  option: string,
  found: unknown,
  choices: Choices<string>,
  findings: Finding[],
): void {
  if (found === undefined || (typeof found === "string" && Object.hasOwn(choices, found))) return;
  const wanted = `one of ${Object.keys(choices).join(", ")}`;
  findings.push(find("survey/option", { found: String(found), facts: { option, wanted } }));
}
