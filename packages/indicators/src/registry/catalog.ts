import { type Finder, finder } from "@vitalcore/core";

/** The rules of computing by id. */
export const registryCatalog = {
  "indicators/no-calculator": {
    severity: "error",
    message: "There is no calculator for {found}.",
    hint: "{remedy}",
  },
  "indicators/calculator-input": {
    severity: "error",
    message: "{name}, input {input}: {problem}.",
    hint: "The inputs are: {inputs}.",
  },
} as const;

export const find: Finder<typeof registryCatalog> = /* @__PURE__ */ finder(registryCatalog);
