import type { Factor, MethodologyChange } from "@vitalcore/composite/uncertainty";
import type { Observation } from "@vitalcore/domain";
import type { Computed } from "./compute.js";
import { readConnectivity } from "./ingest/connectivity.js";
import { informHuman } from "./ingest/definitions.js";
import { readInformHuman } from "./ingest/inform.js";
import { readUndernourishment } from "./ingest/sdg.js";

/** A choice that could have been made differently: a factor whose first alternative is the index as it stands. */
export interface Choice {
  readonly label: string;
  readonly factor: Factor;
}

/** The choices that are looked into, and the observations that they need beside those of the index. */
export interface Choices {
  readonly choices: readonly Choice[];
  readonly observations: readonly Observation[];
}

type Values = Record<string, Record<string, number | null>>;

function change(id: string, label: string, changed: MethodologyChange): Choice {
  return { label, factor: { id, kind: "choice", alternatives: [{}, { label, change: changed }] } };
}

function figures(id: string, label: string, values: Values): Choice {
  return { label, factor: { id, kind: "value-sets", sets: [{ values: {} }, { label, values }] } };
}

/** A node with another indicator, read in the reference year, and its goalposts. */
function withIndicator(node: string, indicator: string, worst: number): MethodologyChange {
  const normalize = { transform: "none", worst, best: 0 } as const;
  return { nodes: { [node]: { indicator, normalize, select: { from: "2018", to: "2018" } } } };
}

/** Values by indicator and country. */
function valuesOf(observations: readonly Observation[]): Values {
  const values: Values = {};
  for (const { indicator, area, value } of observations) {
    values[indicator] = { ...values[indicator], [area]: value };
  }
  return values;
}

/** All choices, in the order in which the report lists them. */
export function choicesOf(computed: Computed): Choices {
  const { methodology, observations, tables, candidates } = computed;
  const entering = new Set(methodology.nodes.map(({ indicator }) => indicator));
  const older = readConnectivity(tables.internet, tables.sdg, candidates, "older").observations;
  const unlisted = observations
    .filter(({ indicator, status }) => indicator === "idp-share" && status?.includes("I"))
    .map((observation) => ({ ...observation, value: null }));
  return {
    choices: [
      change("mean", "Arithmetic mean across dimensions instead of the geometric one", {
        aggregate: { method: "arithmetic" },
      }),
      change(
        "conflict",
        "INFORM's node on human-made hazards instead of battle deaths",
        withIndicator("battle-deaths", informHuman.id, 10),
      ),
      change(
        "food",
        "Undernourishment instead of INFORM's node on food",
        withIndicator("food-node", "undernourishment", 60),
      ),
      figures(
        "displaced",
        "Countries that IDMC does not list as missing instead of 0",
        valuesOf(unlisted),
      ),
      figures(
        "internet",
        "The older vintage of internet use",
        valuesOf(older.filter(({ indicator }) => entering.has(indicator))),
      ),
    ],
    observations: [
      ...observations,
      ...readInformHuman(tables.inform, candidates),
      ...readUndernourishment(tables.sdg, candidates),
    ],
  };
}
