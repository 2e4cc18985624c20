import { createWorkspace, type LeafPlan, type Plan, type Workspace } from "../kernels/plan.js";
import { scoreUnits } from "../kernels/score-units.js";
import { type Leaf, positionBy } from "../leaf.js";
import { prepare } from "../stages/prepare.js";
import { drawValues, type ErrorModel, errorModel } from "./error-draws.js";
import {
  type AllowedRange,
  goalpostDraw,
  isAllowed,
  parameterChange,
  widened,
} from "./parameter-draws.js";
import type { Points } from "./points.js";
import type { Prescribed, Scenario } from "./scenarios.js";
import type { Model, Sample } from "./simulate.js";
import type { GoalpostErrorFactor, ParameterFactor } from "./specification.js";

/** A run's units, in their places among all, with what it gives them. The arrays are used again. */
export interface LiveRun {
  readonly places: Int32Array;
  readonly scores: Float64Array;
  readonly ranks: Float64Array;
}

/**
 * Computes a run of which nothing but its combination of methods can be prepared.
 *
 * @param weightsOf - draws the weights of the run around those of a plan.
 */
export type LiveRunner = (
  run: number,
  scenario: Scenario,
  weightsOf: (plan: Plan) => Float64Array,
) => LiveRun;

/** The runner of a model with factors that draw values, goalposts or parameters; `undefined` if none does. */
export function liveRunner(model: Model, points: Points, sample: Sample): LiveRunner | undefined {
  const { factors, sizes, errors, scenarios } = model;
  const places = (kind: string) => factors.flatMap((each, i) => (each.kind === kind ? [i] : []));
  const [drawn = -1] = places("sampling-error");
  const goalposts = places("goalpost-error");
  const parameters = places("parameter");
  if (drawn < 0 && goalposts.length === 0 && parameters.length === 0) return undefined;
  const coordinates = sizes.map(({ dimensions }) => new Float64Array(dimensions));
  const coordinatesOf = (run: number, factor: number): Float64Array => {
    const u = coordinates[factor] as Float64Array;
    points.fill(factor, sample.row(run, factor), u);
    return u;
  };
  const errorModels = new Map<Scenario, ErrorModel>();
  const errorModelOf = (scenario: Scenario): ErrorModel | undefined => {
    const source = errors[drawn];
    if (source === undefined) return undefined;
    const known = errorModels.get(scenario) ?? errorModel(source, scenario);
    errorModels.set(scenario, known);
    return known;
  };
  const workspaces = new Map<Scenario, Workspace>();
  const workspaceOf = (scenario: Scenario, units: number): Workspace => {
    const known = workspaces.get(scenario);
    if (known?.units === units) return known;
    const made = createWorkspace(scenario.plan, units);
    workspaces.set(scenario, made);
    return made;
  };

  let room = new Float64Array(0);
  const roomFor = ({ data }: Prescribed): Float64Array => {
    if (room.length !== data.values.length) room = new Float64Array(data.values.length);
    return room;
  };

  const allowed = new Map<Scenario, AllowedRange[]>();
  const allowedIn = (scenario: Scenario): AllowedRange[] => {
    const none = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
    const known = allowed.get(scenario) ?? parameters.map(() => none);
    allowed.set(scenario, known);
    return known;
  };

  /** The scenario with its parameters drawn. */
  const changed = (run: number, scenario: Scenario): Prescribed => {
    const ranges = allowedIn(scenario);
    return parameters.reduce<Prescribed>((before, i, p) => {
      const factor = factors[i] as ParameterFactor;
      const { change, name, value } = parameterChange(factor, coordinatesOf(run, i)[0] as number);
      const range = ranges[p] as AllowedRange;
      const after = scenarios.changed(before, change, name, isAllowed(value, range));
      ranges[p] = widened(range, value);
      return after;
    }, scenario);
  };

  /** The plan with its goalposts drawn. */
  const moved = (run: number, { plan, leaves }: Prescribed): Plan => {
    const moving = [...plan.leaves];
    for (const i of goalposts) {
      const factor = factors[i] as GoalpostErrorFactor;
      const u = coordinatesOf(run, i);
      const ids = Object.keys(factor.spread);
      leaves.forEach((leaf, place) => {
        const at = ids.indexOf(leaf.node.id);
        const planned = moving[place] as LeafPlan;
        // An alternative may normalize a leaf by another method, which has no goalposts.
        if (at < 0 || planned.method !== "goalposts") return;
        moving[place] = withGoalposts(planned, leaf, goalpostDraw(factor, leaf.node.id, at, u));
      });
    }
    return { ...plan, leaves: moving };
  };

  return (run, scenario, weightsOf) => {
    const current = parameters.length === 0 ? scenario : changed(run, scenario);
    const plan = goalposts.length === 0 ? current.plan : moved(run, current);
    const errorsOf = errorModelOf(scenario);
    const { values, units } =
      errorsOf === undefined
        ? { values: current.values, units: current.places }
        : drawnValues(current, errorsOf, coordinatesOf(run, drawn), roomFor(current));
    const workspace = workspaceOf(scenario, units.length);
    scoreUnits(plan, values, workspace, weightsOf(plan));
    const scores = workspace.columns.at(-1) as Float64Array;
    return { places: units, scores, ranks: workspace.ranks };
  };
}

/**
 * Drawn values as they are normalized: through the stages before, where these change them.
 *
 * @param all - room for the values of all units; written.
 */
function drawnValues(
  scenario: Prescribed,
  model: ErrorModel,
  coordinates: Float64Array,
  all: Float64Array,
): { readonly values: Float64Array; readonly units: Int32Array } {
  const { places, units, data, leaves } = scenario;
  const total = data.units.length;
  const count = leaves.length * total;
  drawValues(model, coordinates, all);
  if (scenario.isRaw) {
    if (units === total) return { values: all, units: places };
    const values = new Float64Array(leaves.length * units);
    for (let leaf = 0; leaf < leaves.length; leaf++) {
      for (let u = 0; u < units; u++) {
        values[leaf * units + u] = all[leaf * total + (places[u] as number)] as number;
      }
    }
    return { values, units: places };
  }
  // Denominators stand behind the leaves.
  all.set(data.values.subarray(count), count);
  const prepared = prepare({ ...data, values: all }, scenario.stages);
  return { values: prepared.values, units: Int32Array.from(prepared.screened.included) };
}

/** A leaf whose goalposts have moved, in the unit of its values. */
function withGoalposts(
  plan: LeafPlan,
  { normalize, target }: Leaf,
  away: { readonly worst: number; readonly best: number },
): LeafPlan {
  const position = positionBy(normalize, target);
  const origin = position((normalize.worst as number) + away.worst);
  return { ...plan, origin, width: position((normalize.best as number) + away.best) - origin };
}
