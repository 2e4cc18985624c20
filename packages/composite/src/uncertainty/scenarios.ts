import { type Finding, isVitalError, type TableLike, tableFrom, VitalError } from "@vitalcore/core";
import { type Compiled, compile } from "../compile.js";
import type { IndexData } from "../index-data.js";
import {
  type IndexDataOptions,
  type IndexInput,
  type IndexInspection,
  inspectIndex,
  outcomeColumns,
} from "../inspect-index.js";
import { type Inspection, inspectMethodology } from "../inspect-methodology.js";
import { normalizeLeaves } from "../kernels/normalize.js";
import { createWorkspace, type Plan, type Workspace } from "../kernels/plan.js";
import type { Leaf } from "../leaf.js";
import type { IndexMethodology } from "../methodology.js";
import { checkPrepared, checkRaw, runIndex } from "../run-index.js";
import type { Groupings } from "../stages/groupings.js";
import { type PrepareContext, type Prepared, prepare } from "../stages/prepare.js";
import { hasComputedWeights, weighGroups } from "../stages/weigh.js";
import { find } from "./catalog.js";
import { changeMethodology } from "./change.js";
import { type LinearForms, linearForms } from "./linear-forms.js";
import type { MethodologyChange, ScenarioFactor, ValueSet } from "./specification.js";
import { withValues } from "./value-sets.js";

/** A methodology over data, made ready to run with any weights. */
export interface Prescribed {
  readonly methodology: IndexMethodology;
  readonly plan: Plan;
  /** Indices of the nodes in the framework, by column of the plan. */
  readonly columns: readonly number[];
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
}

/** A combination of methods and sets of values, run with its own weights. */
export interface Scenario extends Prescribed {
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
  /**
   * A scenario with numbers of its methodology changed, over the same data.
   *
   * @param name - what an error calls it.
   * @param isAllowed - whether the numbers are known to be allowed.
   */
  changed(
    scenario: Prescribed,
    change: MethodologyChange,
    name: string,
    isAllowed: boolean,
  ): Prescribed;
}

/** Prepares the scenarios of a methodology. */
export function scenariosOf(
  input: IndexInput,
  methodology: IndexMethodology,
  choices: readonly ScenarioFactor[],
  options: IndexDataOptions,
): Scenarios {
  const inspected = inspectIndex(input, methodology, options);
  const { run } = inspected;
  if (run === undefined) throw new VitalError(inspected.findings.filter(isError));
  const { units } = run.data;
  const within = { ...options, units };
  // Rows are made columns once, not for every scenario.
  const data = options.unitColumn === undefined ? input : tableFrom(input as TableLike);
  const maker = { input: data, options: within, all: units };
  const nominal = ready(maker, methodology, [], inspected);
  const known = new Map<string, Scenario>();
  return {
    units,
    nominal,
    of: (alternatives) => {
      const key = alternatives.join(",");
      const found = known.get(key);
      if (found !== undefined) return found;
      const made = combine(maker, nominal, methodology, choices, alternatives);
      known.set(key, made);
      return made;
    },
    changed: ({ methodology: from, data, stages }, change, name, isAllowed) =>
      explained(name, () => {
        const { framework, leaves, denominators, groupings } = stages;
        const methodology = changeMethodology(from, change);
        const isWritten = framework !== undefined && !hasComputedWeights(methodology, framework);
        if (isAllowed && isWritten && isOfGroups(change)) {
          const again = { methodology, framework, leaves, denominators, findings: [] };
          return prescribe(again, data, groupings, maker);
        }
        const { definitions = [], methods } = options;
        const inspection = inspectMethodology(methodology, definitions, methods);
        const prescribed = prescribe(inspection, data, groupings, maker);
        weighAgain(prescribed, inspection, maker);
        return prescribed;
      }),
  };
}

/** Whether a change leaves tree and indicators as they are, so that nothing of them need be read again. */
function isOfGroups(change: MethodologyChange): boolean {
  return Object.keys(change).every((stage) => stage === "aggregate" || stage === "screening");
}

const isError = ({ severity }: { readonly severity: string }) => severity === "error";

/** What all scenarios are made from. */
interface Maker {
  readonly input: IndexInput;
  readonly options: IndexDataOptions;
  readonly all: readonly string[];
}

function combine(
  maker: Maker,
  nominal: Scenario,
  methodology: IndexMethodology,
  choices: readonly ScenarioFactor[],
  alternatives: readonly number[],
): Scenario {
  let changed = methodology;
  const sets: ValueSet[] = [];
  const names = choices.map((factor, i) => {
    const place = alternatives[i] as number;
    if (factor.kind === "value-sets") {
      const set = factor.sets[place] as ValueSet;
      sets.push(set);
      return `${factor.id} = ${set.label ?? place}`;
    }
    const alternative = factor.alternatives[place];
    if (alternative?.change !== undefined) changed = changeMethodology(changed, alternative.change);
    return `${factor.id} = ${alternative?.label ?? place}`;
  });
  if (changed === methodology && sets.length === 0) return nominal;
  return explained(names.join(", "), () => ready(maker, changed, sets));
}

/** Says which combination cannot be built. */
function explained<T>(combination: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!isVitalError(error)) throw error;
    const facts = { combination, why: error.findings[0]?.message ?? error.message };
    throw new VitalError([find("composite/impossible-combination", { facts }), ...error.findings]);
  }
}

function ready(
  maker: Maker,
  methodology: IndexMethodology,
  sets: readonly ValueSet[],
  inspected: IndexInspection = inspectIndex(maker.input, methodology, maker.options),
): Scenario {
  const { run } = inspected;
  if (run === undefined) throw new VitalError(inspected.findings.filter(isError));
  const data = sets.reduce((read, set) => withValues(read, inspected.leaves, set), run.data);
  const prescribed = prescribe(inspected, data, run.groupings, maker, sets.length === 0 ? run : {});
  const { plan, leaves, values, units } = prescribed;
  const workspace = createWorkspace(plan, units);
  if (sets.length === 0) workspace.scores.set(run.workspace.scores);
  else {
    const { framework } = inspected;
    if (framework === undefined) throw new VitalError(inspected.findings);
    const within = prescribed.data.units.filter((_, u) => prescribed.places.includes(u));
    const { columns } = prescribed;
    const again = runIndex(
      inspected.methodology,
      framework,
      leaves,
      { plan, columns },
      within,
      values,
      {
        methods: maker.options.methods ?? {},
        outcomes: outcomesOf(prescribed, inspected),
      },
    );
    const wrong = [...checkRaw(leaves, data, [...prescribed.places]), ...again.findings].filter(
      isError,
    );
    if (wrong.length > 0) throw new VitalError(wrong);
    workspace.scores.set(again.workspace.scores);
    workspace.ranks.set(again.workspace.ranks);
  }
  const ranks = sets.length === 0 ? run.workspace.ranks : workspace.ranks;
  const scores = Float64Array.from(workspace.columns.at(-1) ?? []);
  normalizeLeaves(plan, values, workspace);
  return {
    ...prescribed,
    workspace,
    forms: linearForms(plan, workspace.scores, units),
    scores,
    ranks: Float64Array.from(ranks),
  };
}

/** Checks and compiles a methodology over data that are read. */
function prescribe(
  { methodology, framework, leaves, denominators, findings }: Omit<Inspection, "outcomes">,
  data: IndexData,
  groupings: Groupings,
  { options, all }: Maker,
  done: { readonly prepared?: Prepared; readonly compiled?: Compiled } = {},
): Prescribed {
  throwErrors(findings);
  if (framework === undefined) throw new VitalError(findings);
  const methods = options.methods ?? {};
  const stages = { methodology, framework, leaves, denominators, groupings, methods };
  const prepared = done.prepared ?? prepare(data, stages);
  throwErrors([...prepared.findings, ...checkPrepared(leaves, prepared)]);
  const { plan, columns } =
    done.compiled ?? compile(methodology, framework, leaves, { units: prepared.units, methods });
  const placeOf = new Map(all.map((unit, i) => [unit, i]));
  return {
    methodology,
    plan,
    columns,
    weighted: [...plan.children].map(
      (column) => framework.nodes[columns[column] as number]?.node.id ?? "",
    ),
    leaves,
    data,
    places: Int32Array.from(prepared.units, (unit) => placeOf.get(unit) ?? -1),
    units: prepared.units.length,
    values: prepared.values,
    isRaw: isUntouched(prepared),
    stages,
  };
}

/** Values of the outcomes that weights are fitted to, for the units that enter. */
function outcomesOf(
  { leaves, data, places }: Prescribed,
  { denominators, outcomes }: Inspection,
): ReadonlyMap<string, Float64Array> {
  return outcomeColumns(outcomes, data, leaves.length + denominators.length, places);
}

/** Puts weights that are computed into the plan: those of the methodology as changed, over the values as measured. */
function weighAgain(prescribed: Prescribed, inspection: Inspection, { options }: Maker): void {
  const { methodology, framework } = inspection;
  if (framework === undefined || !hasComputedWeights(methodology, framework)) return;
  const { plan, columns, values, units } = prescribed;
  const workspace = createWorkspace(plan, units);
  normalizeLeaves(plan, values, workspace);
  const compiled = { plan, columns };
  const outcomes = outcomesOf(prescribed, inspection);
  const context = { methodology, framework, compiled, methods: options.methods ?? {}, outcomes };
  throwErrors(weighGroups(context, workspace).findings);
}

function throwErrors(findings: readonly Finding[]): void {
  const errors = findings.filter(isError);
  if (errors.length > 0) throw new VitalError(errors);
}

function isUntouched({ denominated, imputed, treated }: Prepared): boolean {
  return denominated === undefined && imputed === undefined && treated === undefined;
}
