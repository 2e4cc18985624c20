import type { AreaNames } from "../area-names.js";
import { NAMES } from "../data/names-ru.js";

/** Names of areas in Russian, by alpha-3 code, as UNSD gives them. */
export const ru: AreaNames = { language: "ru", dir: "ltr", names: NAMES };
