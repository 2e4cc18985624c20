import type { IndexResult } from "@vitalcore/composite";
import type { Alternative } from "../alternatives.js";
import { html } from "./html.js";
import type { Pictures } from "./page.js";

/** The pictures of the report. */
export function pictures(_result: IndexResult, _others: readonly Alternative[]): Pictures {
  return { ranking: html``, coverage: html`` };
}
