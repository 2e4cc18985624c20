import type { AreaNames } from "../area-names.js";
import { NAMES } from "../data/names-ar.js";

/** Names of areas in Arabic, by alpha-3 code, as UNSD gives them. */
export const ar: AreaNames = { language: "ar", dir: "rtl", names: NAMES };
