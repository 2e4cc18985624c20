import type { DimensionId, FreedomId } from "../ids.js";
import type { IndicatorDefinition } from "../indicator-definition.js";
import type { Reference } from "../vocabulary/kinds.js";
import { referenceTo } from "../vocabulary/reference.js";
import { readAges } from "./ages.js";
import type { Graph } from "./graph.js";

/** A link to an indicator of the Sustainable Development Goals, and the indicators that lead to it. */
export interface SdgCoverage {
  readonly code: string;
  readonly iri: string;
  readonly framework: string;
  readonly indicators: readonly string[];
}

/** Indicators, in the order in which they were given. */
export class IndicatorSelection implements Iterable<string> {
  readonly ids: readonly string[];
  readonly #graph: Graph;

  constructor(graph: Graph, ids: Iterable<string>) {
    this.#graph = graph;
    this.ids = [...ids];
  }

  /** How many there are. */
  get size(): number {
    return this.ids.length;
  }

  [Symbol.iterator](): Iterator<string> {
    return this.ids[Symbol.iterator]();
  }

  /** References to them. */
  references(): readonly Reference[] {
    return this.ids.map((id) => referenceTo("indicator", id));
  }

  /** Their definitions. */
  definitions(): readonly IndicatorDefinition[] {
    return this.ids.map((id) => this.#graph.data.indicators.get(id) as IndicatorDefinition);
  }

  /** Those that pass a test. */
  where(test: (definition: IndicatorDefinition) => boolean): IndicatorSelection {
    const passing = this.definitions().filter(test);
    return new IndicatorSelection(
      this.#graph,
      passing.map(({ id }) => id),
    );
  }

  /** Those that touch a dimension, their home or not. */
  touching(dimension: DimensionId): IndicatorSelection {
    return this.where(({ dimensions }) => dimensions.includes(dimension));
  }

  /** Those whose one home in an index is a dimension. */
  homeIn(dimension: DimensionId): IndicatorSelection {
    return this.where(({ home }) => home === dimension);
  }

  /** Those that speak of a freedom. */
  speakingOf(freedom: FreedomId): IndicatorSelection {
    return this.where(({ freedoms = [] }) => freedoms.includes(freedom));
  }

  /** Those that measure a threat or a narrower one. */
  measuring(threat: string): IndicatorSelection {
    const wanted = this.#graph.withNarrower("threat", threat);
    return this.where(({ threats = [] }) => threats.some((each) => wanted.has(each)));
  }

  /** Those that measure digital life or harm. */
  digital(): IndicatorSelection {
    return this.where(({ digital }) => digital);
  }

  /** Those with, or without, a standard behind them. */
  ofStatus(status: IndicatorDefinition["status"]): IndicatorSelection {
    return this.where((definition) => definition.status === status);
  }

  /**
   * Those that can be broken down as far as asked: every axis is one of theirs, or their universe is of
   * that category anyway. An indicator whose universe excludes the category is left out.
   */
  brokenDownBy(breakdown: Readonly<Record<string, string>>): IndicatorSelection {
    return this.where((definition) =>
      Object.entries(breakdown).every(([axis, code]) => reaches(definition, axis, code)),
    );
  }

  /** The indicators of the Sustainable Development Goals to which they are linked. */
  sdg(): readonly SdgCoverage[] {
    const found = new Map<string, SdgCoverage & { readonly indicators: string[] }>();
    for (const { id, sdg = [] } of this.definitions()) {
      for (const link of sdg) {
        const key = `${link.framework} ${link.code}`;
        const held = found.get(key) ?? { ...link, indicators: [] };
        held.indicators.push(id);
        found.set(key, held);
      }
    }
    return [...found.values()];
  }
}

function reaches(
  { disaggregation = [], universe }: IndicatorDefinition,
  axis: string,
  code: string,
): boolean {
  if (axis === "sex" && universe?.sex !== undefined) return universe.sex === code;
  if (axis === "age" && universe?.age !== undefined) {
    const span = readAges(code);
    if (span !== undefined) {
      const [youngest, oldest] = universe.age;
      const inside =
        span.to >= (youngest ?? 0) && span.from <= (oldest ?? Number.POSITIVE_INFINITY);
      if (!inside) return false;
    }
  }
  return disaggregation.includes(axis);
}
