import { isVitalError, type TableLike, tableFrom, VitalError } from "@vitalcore/core";
import type { IndexData } from "../index-data.js";
import { type IndexDataOptions, type IndexInput, inspectIndex } from "../inspect-index.js";
import { normalizeLeaves } from "../kernels/normalize.js";
import { createWorkspace, type Plan, type Workspace } from "../kernels/plan.js";
import type { Leaf } from "../leaf.js";
import type { IndexMethodology } from "../methodology.js";
import type { PrepareContext } from "../stages/prepare.js";
import { find } from "./catalog.js";
import { changeMethodology } from "./change.js";
import { type LinearForms, linearForms } from "./linear-forms.js";
import type { ChoiceFactor } from "./specification.js";

/** A combination of methods, made ready to run with any weights. */
export interface Scenario {
  readonly methodology: IndexMethodology;
  readonly plan: Plan;
  /** Ids of the nodes that the plan's weights belong to. */
  readonly weighted: readonly string[];
  readonly leaves: readonly Leaf[];
  readonly data: IndexData;
  /** Places of the scenario's units among all. */
  readonly places: Int32Array;
  readonly units: number;
  /** Values to be normalized, leaf by leaf. */
  readonly values: Float64Array;
  /** Whether the stages before normalization leave the values as they are. */
  readonly isRaw: boolean;
  /** For the stages before normalization, where values are drawn. */
  readonly stages: PrepareContext;
  /** Holds the normalized leaf scores of the values. */
  readonly workspace: Workspace;
  readonly forms: LinearForms | undefined;
  /** Scores and ranks of the scenario with its own weights. */
  readonly scores: Float64Array;
  readonly ranks: Float64Array;
}

/** The scenarios of a methodology and its choices, each made when it is first asked for. */
export interface Scenarios {
  /** Codes of all units, in order. */
  readonly units: readonly string[];
  /** The methodology as it stands. */
  readonly nominal: Scenario;
  /** The scenario of one alternative for each choice. */
  of(alternatives: readonly number[]): Scenario;
}

/** Prepares the scenarios of a methodology. */
export function scenariosOf(
  input: IndexInput,
  methodology: IndexMethodology,
  choices: readonly ChoiceFactor[],
  options: IndexDataOptions,
): Scenarios {
  const inspected = inspectIndex(input, methodology, options);
  const { run } = inspected;
  if (run === undefined) throw new VitalError(inspected.findings.filter(isError));
  const { units } = run.data;
  const within = { ...options, units };
  // Rows are made columns once, not for every scenario.
  const data = options.unitColumn === undefined ? input : tableFrom(input as TableLike);
  const nominal = ready(data, methodology, within, units);
  const known = new Map<string, Scenario>();
  return {
    units,
    nominal,
    of: (alternatives) => {
      const key = alternatives.join(",");
      const found = known.get(key);
      if (found !== undefined) return found;
      const made = combine(data, methodology, choices, alternatives, within, units);
      known.set(key, made);
      return made;
    },
  };
}

const isError = ({ severity }: { readonly severity: string }) => severity === "error";

function combine(
  input: IndexInput,
  methodology: IndexMethodology,
  choices: readonly ChoiceFactor[],
  alternatives: readonly number[],
  options: IndexDataOptions,
  units: readonly string[],
): Scenario {
  let changed = methodology;
  choices.forEach(({ alternatives: all }, i) => {
    const change = all[alternatives[i] as number]?.change;
    if (change !== undefined) changed = changeMethodology(changed, change);
  });
  try {
    return ready(input, changed, options, units);
  } catch (error) {
    if (!isVitalError(error)) throw error;
    const combination = choices
      .map(({ id, alternatives: all }, i) => {
        const place = alternatives[i] as number;
        return `${id} = ${all[place]?.label ?? place}`;
      })
      .join(", ");
    const facts = { combination, why: error.findings[0]?.message ?? error.message };
    throw new VitalError([find("composite/impossible-combination", { facts }), ...error.findings]);
  }
}

function ready(
  input: IndexInput,
  methodology: IndexMethodology,
  options: IndexDataOptions,
  all: readonly string[],
): Scenario {
  const inspected = inspectIndex(input, methodology, options);
  const { run, leaves, framework, denominators } = inspected;
  if (run === undefined) throw new VitalError(inspected.findings.filter(isError));
  const { plan, columns } = run.compiled;
  const { prepared, data } = run;
  const placeOf = new Map(all.map((unit, i) => [unit, i]));
  const units = prepared.units.length;
  const workspace = createWorkspace(plan, units);
  workspace.scores.set(run.workspace.scores);
  normalizeLeaves(plan, prepared.values, workspace);
  return {
    methodology,
    plan,
    weighted: [...plan.children].map(
      (column) => framework?.nodes[columns[column] as number]?.node.id ?? "",
    ),
    leaves,
    data,
    places: Int32Array.from(prepared.units, (unit) => placeOf.get(unit) ?? -1),
    units,
    values: prepared.values,
    isRaw:
      prepared.denominated === undefined &&
      prepared.imputed === undefined &&
      prepared.treated === undefined,
    stages: {
      methodology: inspected.methodology,
      framework,
      leaves,
      denominators,
      groupings: run.groupings,
      methods: options.methods ?? {},
    },
    workspace,
    forms: linearForms(plan, workspace.scores, units),
    scores: Float64Array.from(run.workspace.columns.at(-1) ?? []),
    ranks: Float64Array.from(run.workspace.ranks),
  };
}
