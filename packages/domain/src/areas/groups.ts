import { VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";
import * as data from "./data/groups.js";

/** Ids of the groups of areas. */
export type AreaGroupId =
  | "ldc"
  | "lldc"
  | "sids"
  | "income-high"
  | "income-upper-middle"
  | "income-lower-middle"
  | "income-low"
  | "hdi-very-high"
  | "hdi-high"
  | "hdi-medium"
  | "hdi-low"
  | "undp-arab-states"
  | "undp-east-asia-pacific"
  | "undp-europe-central-asia"
  | "undp-latin-america-caribbean"
  | "undp-south-asia"
  | "undp-sub-saharan-africa";

/** What a classification is, when it held, and who made it. */
export interface Classification {
  readonly name: string;
  /** First day (YYYY-MM-DD) for which the membership is known here. */
  readonly from: string;
  /** Last day for which it is known. */
  readonly until: string;
  readonly source: string;
}

/** A spell of membership. */
export interface Membership {
  /** Alpha-3 code. */
  readonly area: string;
  /** First day, where it is not that of the classification. */
  readonly from?: string;
  /** The day on which it left the group. */
  readonly left?: string;
}

/** A group of areas, dated: membership changes. */
export interface AreaGroup extends Classification {
  readonly id: AreaGroupId;
  readonly members: readonly Membership[];
}

const LDC: Classification = {
  name: "Least developed countries",
  from: "1971-12-31",
  until: "2025-12-31",
  source:
    "UN Committee for Development Policy: list of least developed countries, with the years of inclusion and the dates of graduation. Inclusion is counted from 31 December of its year.",
};
const LANDLOCKED: Classification = {
  name: "Landlocked developing countries",
  from: "2026-05-15",
  until: "2026-05-15",
  source: "UNSD, M49, as in datasets/country-codes of 15 May 2026.",
};
const ISLANDS: Classification = { ...LANDLOCKED, name: "Small island developing States" };
const INCOME: Omit<Classification, "name"> = {
  from: "2024-07-01",
  until: "2025-06-30",
  source: "World Bank, country classification for fiscal year 2025 (GNI per person of 2023).",
};
const HDI: Omit<Classification, "name"> = {
  from: "2023-01-01",
  until: "2023-12-31",
  source: "UNDP, Human Development Report 2025: groups by the HDI of 2023.",
};
const UNDP: Omit<Classification, "name"> = {
  from: "2025-05-06",
  until: "2025-05-06",
  source: "UNDP, Human Development Report 2025: developing regions.",
};

function members(codes: string): readonly Membership[] {
  return Array.from({ length: codes.length / 3 }, (_, i) => ({
    area: codes.slice(3 * i, 3 * i + 3),
  }));
}

function spells(packed: string): readonly Membership[] {
  return packed.split("|").map((spell) => {
    const left = spell.slice(7);
    const from = `${spell.slice(3, 7)}-12-31`;
    const area = spell.slice(0, 3);
    return left === "" ? { area, from } : { area, from, left };
  });
}

function makeGroups(): readonly AreaGroup[] {
  const income = (id: AreaGroupId, name: string, codes: string): AreaGroup => {
    return { id, name, ...INCOME, members: members(codes) };
  };
  const hdi = (id: AreaGroupId, level: string, codes: string): AreaGroup => {
    return { id, name: `${level} human development`, ...HDI, members: members(codes) };
  };
  const undp = (id: AreaGroupId, name: string, codes: string): AreaGroup => {
    return { id, name, ...UNDP, members: members(codes) };
  };
  return [
    { id: "ldc", ...LDC, members: spells(data.LDC_SPELLS) },
    { id: "lldc", ...LANDLOCKED, members: members(data.LLDC) },
    { id: "sids", ...ISLANDS, members: members(data.SIDS) },
    income("income-high", "High income", data.INCOME_HIGH),
    income("income-upper-middle", "Upper middle income", data.INCOME_UPPER_MIDDLE),
    income("income-lower-middle", "Lower middle income", data.INCOME_LOWER_MIDDLE),
    income("income-low", "Low income", data.INCOME_LOW),
    hdi("hdi-very-high", "Very high", data.HDI_VERY_HIGH),
    hdi("hdi-high", "High", data.HDI_HIGH),
    hdi("hdi-medium", "Medium", data.HDI_MEDIUM),
    hdi("hdi-low", "Low", data.HDI_LOW),
    undp("undp-arab-states", "Arab States", data.UNDP_ARAB_STATES),
    undp("undp-east-asia-pacific", "East Asia and the Pacific", data.UNDP_EAST_ASIA_PACIFIC),
    undp("undp-europe-central-asia", "Europe and Central Asia", data.UNDP_EUROPE_CENTRAL_ASIA),
    undp(
      "undp-latin-america-caribbean",
      "Latin America and the Caribbean",
      data.UNDP_LATIN_AMERICA_CARIBBEAN,
    ),
    undp("undp-south-asia", "South Asia", data.UNDP_SOUTH_ASIA),
    undp("undp-sub-saharan-africa", "Sub-Saharan Africa", data.UNDP_SUB_SAHARAN_AFRICA),
  ];
}

/**
 * Groups of areas: least developed, landlocked developing and small island developing countries, the
 * World Bank's income groups, UNDP's regions and HDI groups. Each says for which days its membership is
 * known, and from which source.
 *
 * @example
 * ```ts
 * import { areaGroups } from "@vitalcore/domain/areas";
 * areaGroups.find(({ id }) => id === "income-low")?.until; // => "2025-06-30"
 * ```
 */
export const areaGroups: readonly AreaGroup[] = /* @__PURE__ */ makeGroups();

/**
 * The alpha-3 codes of a group's members on a day.
 *
 * @param on - YYYY-MM-DD; the last day that is known if left out.
 * @throws VitalError `domain/unknown-group`; `domain/group-date` for a day on which the membership is not
 *   known here: it is not guessed.
 *
 * @example
 * ```ts
 * import { groupMembers } from "@vitalcore/domain/areas";
 * groupMembers("ldc").length; // => 44
 * groupMembers("ldc", "2024-06-01").includes("STP"); // => true
 * groupMembers("ldc", "2025-01-01").includes("STP"); // => false
 * ```
 */
export function groupMembers(id: AreaGroupId, on?: string): readonly string[] {
  const group = areaGroups.find((candidate) => candidate.id === id);
  if (group === undefined) {
    const facts = { groups: areaGroups.map((candidate) => candidate.id) };
    throw new VitalError([find("domain/unknown-group", { found: id, facts })]);
  }
  const { from, until } = group;
  const day = on ?? until;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < from || day > until) {
    throw new VitalError([
      find("domain/group-date", { found: day, facts: { group: group.name, from, until } }),
    ]);
  }
  return group.members
    .filter((member) => (member.from ?? from) <= day && day < (member.left ?? "9999"))
    .map(({ area }) => area);
}

/**
 * The groups to which an area belongs, each on the last day for which the group is known.
 *
 * @param area - alpha-3 code.
 *
 * @example
 * ```ts
 * import { groupsOf } from "@vitalcore/domain/areas";
 * groupsOf("NPL").map(({ id }) => id).slice(0, 3); // => ["ldc", "lldc", "income-lower-middle"]
 * ```
 */
export function groupsOf(area: string): readonly AreaGroup[] {
  return areaGroups.filter(({ id }) => groupMembers(id).includes(area));
}
