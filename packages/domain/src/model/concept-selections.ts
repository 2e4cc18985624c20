import type { DimensionId, FreedomId, OpenSourceFreedomId } from "../ids.js";
import type { ActorRole, ThreatCategory } from "../vocabulary/record-types.js";
import { referenceTo } from "../vocabulary/reference.js";
import type { Graph } from "./graph.js";
import { IndicatorSelection } from "./indicator-selection.js";
import { Selection } from "./selection.js";

function distinct(ids: Iterable<string>): readonly string[] {
  return [...new Set(ids)];
}

/** Threats. */
export class ThreatSelection extends Selection<"threat"> {
  /** Those that affect a dimension: those that strike it directly first. */
  affecting(dimension: DimensionId): this {
    const records = this.graph.records("threat");
    const direct = this.ids.filter((id) => records.get(id)?.affects.includes(dimension));
    const indirect = this.ids.filter((id) =>
      records.get(id)?.affectsIndirectly?.includes(dimension),
    );
    return this.with(distinct([...direct, ...indirect]));
  }

  /** Those that strike a dimension directly. */
  striking(dimension: DimensionId): this {
    return this.where(({ affects }) => affects.includes(dimension));
  }

  /** Those that undermine a freedom. */
  undermining(freedom: FreedomId): this {
    return this.where(({ undermines }) => undermines.includes(freedom));
  }

  /** Those that fall on a group, or on a narrower one. */
  fallingOn(group: string): this {
    const groups = this.graph.withNarrower("population-group", group);
    return this.where(({ fallsOn = [] }) => fallsOn.some((each) => groups.has(each)));
  }

  /** Those behind which an actor stands. */
  perpetratedBy(actor: string): this {
    const actors = this.graph.withNarrower("actor", actor);
    return this.where(({ perpetratedBy = [] }) => perpetratedBy.some((each) => actors.has(each)));
  }

  /** Those of a category. */
  ofCategory(...categories: readonly ThreatCategory[]): this {
    return this.where(({ category }) => categories.includes(category));
  }

  /** Those that work through digital technology, also because a broader threat does. */
  digital(): this {
    return this.only((id) => isDigital(this.graph, id));
  }

  /** Those that an indicator measures. */
  measured(): this {
    return this.only((id) => this.graph.measuring(id).length > 0);
  }

  /** Those that no indicator measures. */
  unmeasured(): this {
    return this.only((id) => this.graph.measuring(id).length === 0);
  }

  /** The indicators that measure any of them. */
  indicators(): IndicatorSelection {
    const ids = new Set(this.ids.flatMap((id) => this.graph.measuring(id)));
    return new IndicatorSelection(
      this.graph,
      [...this.graph.data.indicators.keys()].filter((id) => ids.has(id)),
    );
  }

  /** The measures that are meant to reduce any of them. */
  measures(): MeasureSelection {
    const ids = new Set(this.ids.flatMap((id) => measuresAgainst(this.graph, id)));
    return new MeasureSelection(
      this.graph,
      "measure",
      [...this.graph.records("measure").keys()].filter((id) => ids.has(id)),
    );
  }
}

function isDigital(graph: Graph, id: string): boolean {
  const records = graph.records("threat");
  for (const each of graph.withBroader("threat", id)) {
    if (records.get(each)?.digital === true) return true;
  }
  return false;
}

/** What is meant to reduce a broader threat is meant to reduce a narrower one. */
function measuresAgainst(graph: Graph, threat: string): string[] {
  return [...graph.withBroader("threat", threat)].flatMap((each) =>
    graph
      .incoming(referenceTo("threat", each))
      .filter(({ relation }) => relation === "mitigates")
      .flatMap(({ from }) => graph.data.entries.get(from)?.id ?? []),
  );
}

/** Measures. */
export class MeasureSelection extends Selection<"measure"> {
  /** Those that work by a strategy. */
  by(strategy: "protection" | "empowerment"): this {
    return this.where(({ strategies }) => strategies.includes(strategy));
  }

  /** Those that are meant to reduce a threat, or one that is broader. */
  mitigating(threat: string): this {
    const ids = new Set(measuresAgainst(this.graph, threat));
    return this.only((id) => ids.has(id));
  }

  /** Those that an actor carries out. */
  carriedOutBy(actor: string): this {
    const actors = this.graph.withNarrower("actor", actor);
    return this.where(({ carriedOutBy = [] }) => carriedOutBy.some((each) => actors.has(each)));
  }

  /** Those at a level. */
  at(level: string): this {
    return this.where(({ levels = [] }) => levels.includes(level));
  }

  /** The threats that any of them is meant to reduce. */
  threats(): ThreatSelection {
    const ids = new Set(this.records().flatMap(({ mitigates }) => mitigates));
    return new ThreatSelection(
      this.graph,
      "threat",
      [...this.graph.records("threat").keys()].filter((id) => ids.has(id)),
    );
  }
}

/** Technologies. */
export class TechnologySelection extends Selection<"technology"> {
  /** Those that safeguard a dimension. */
  safeguarding(dimension: DimensionId): this {
    return this.where(({ safeguards = [] }) => safeguards.includes(dimension));
  }

  /** Those that endanger a dimension. */
  endangering(dimension: DimensionId): this {
    return this.where(({ endangers = [] }) => endangers.includes(dimension));
  }

  /** Those whose licence grants all of these freedoms. */
  granting(...freedoms: readonly OpenSourceFreedomId[]): this {
    return this.where(({ grants = [] }) => freedoms.every((each) => grants.includes(each)));
  }

  /** Those that are said to be in the registry of digital public goods; see the evidence and its date. */
  registeredAsPublicGood(): this {
    return this.where(({ digitalPublicGood }) => digitalPublicGood?.status === "registered");
  }
}

/** Actors. */
export class ActorSelection extends Selection<"actor"> {
  /** Those in a role. */
  as(role: ActorRole): this {
    return this.where(({ roles }) => roles.includes(role));
  }

  /** Those who provide security and are a threat to it. */
  onBothSides(): this {
    return this.as("provider").as("perpetrator");
  }
}
