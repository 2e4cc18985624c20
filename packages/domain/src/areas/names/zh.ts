import type { AreaNames } from "../area-names.js";
import { NAMES } from "../data/names-zh.js";

/** Names of areas in Chinese, by alpha-3 code, as UNSD gives them. */
export const zh: AreaNames = { language: "zh", dir: "ltr", names: NAMES };
