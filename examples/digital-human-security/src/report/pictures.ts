import type { IndexResult } from "@vitalcore/composite";
import { html } from "./html.js";
import type { Pictures } from "./page.js";

/** The pictures of the report. */
export function pictures(_result: IndexResult): Pictures {
  return { ranking: html``, coverage: html`` };
}
