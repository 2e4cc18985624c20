import type { AreaNames } from "../area-names.js";
import { NAMES } from "../data/names-en.js";

/** Names of areas in English, by alpha-3 code, as UNSD gives them. */
export const en: AreaNames = { language: "en", dir: "ltr", names: NAMES };
