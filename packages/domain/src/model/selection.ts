import type { ConceptKind, Reference } from "../vocabulary/kinds.js";
import { referenceTo } from "../vocabulary/reference.js";
import type { Graph } from "./graph.js";
import type { RecordOf } from "./parts.js";

/**
 * Some concepts of one kind, in order. Every question gives another selection, so that questions can be
 * chained; none changes the model.
 */
export class Selection<Kind extends ConceptKind> implements Iterable<string> {
  readonly kind: Kind;
  readonly ids: readonly string[];
  protected readonly graph: Graph;

  constructor(graph: Graph, kind: Kind, ids: Iterable<string>) {
    this.graph = graph;
    this.kind = kind;
    this.ids = [...ids];
  }

  /** How many there are. */
  get size(): number {
    return this.ids.length;
  }

  [Symbol.iterator](): Iterator<string> {
    return this.ids[Symbol.iterator]();
  }

  /** References to them, with their kind. */
  references(): readonly Reference[] {
    return this.ids.map((id) => referenceTo(this.kind, id));
  }

  /** Their records. */
  records(): readonly RecordOf[Kind][] {
    const records = this.graph.records(this.kind);
    return this.ids.map((id) => records.get(id) as RecordOf[Kind]);
  }

  /** Those that pass a test. */
  where(test: (record: RecordOf[Kind], id: string) => boolean): this {
    const records = this.graph.records(this.kind);
    return this.only((id) => test(records.get(id) as RecordOf[Kind], id));
  }

  /** Those that a code of another scheme stands for. */
  mappedTo(scheme: string, code: string): this {
    const wanted = new Set(
      this.graph.data.mappings
        .filter((mapping) => mapping.scheme === scheme && mapping.code === code)
        .map(({ concept }) => concept),
    );
    return this.only((id) => wanted.has(referenceTo(this.kind, id)));
  }

  /** One concept and those narrower than it, at any distance. */
  within(id: string): this {
    const narrower = this.graph.withNarrower(this.kind, id);
    return this.only((each) => narrower.has(each));
  }

  protected only(test: (id: string) => boolean): this {
    return this.with(this.ids.filter(test));
  }

  protected with(ids: readonly string[]): this {
    const Same = this.constructor as new (graph: Graph, kind: Kind, ids: readonly string[]) => this;
    return new Same(this.graph, this.kind, ids);
  }
}
