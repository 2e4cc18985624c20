import { statusLabels } from "@vitalcore/domain";

/** Code lists of SDMX that are known by their names. */
export type CodeListName =
  | "CL_CONF_STATUS"
  | "CL_DECIMALS"
  | "CL_OBS_STATUS"
  | "CL_SEX"
  | "CL_UNIT_MULT";

/**
 * Cross-domain code lists of SDMX (an open standard, ISO 17369): CL_SEX 2.1, CL_OBS_STATUS 2.2, CL_CONF_STATUS 1.3,
 * CL_UNIT_MULT 1.0, CL_DECIMALS 1.0. Lists that are building blocks for codes of one's own, as CL_AGE is, are no
 * closed lists and not here.
 */
const CODE_LISTS: Readonly<Record<Exclude<CodeListName, "CL_OBS_STATUS">, string>> = {
  CL_CONF_STATUS: "A C D E F G M N O S T X",
  CL_DECIMALS: "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
  CL_SEX: "F M _N _O _T _U _Z",
  CL_UNIT_MULT: "0 1 2 3 4 6 9 12 15",
};

/** The codes of a list. */
export function codesOf(list: CodeListName): readonly string[] {
  return list === "CL_OBS_STATUS" ? Object.keys(statusLabels) : CODE_LISTS[list].split(" ");
}
