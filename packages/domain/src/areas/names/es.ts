import type { AreaNames } from "../area-names.js";
import { NAMES } from "../data/names-es.js";

/** Names of areas in Spanish, by alpha-3 code, as UNSD gives them. */
export const es: AreaNames = { language: "es", dir: "ltr", names: NAMES };
