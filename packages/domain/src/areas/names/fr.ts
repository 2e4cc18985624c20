import type { AreaNames } from "../area-names.js";
import { NAMES } from "../data/names-fr.js";

/** Names of areas in French, by alpha-3 code, as UNSD gives them. */
export const fr: AreaNames = { language: "fr", dir: "ltr", names: NAMES };
