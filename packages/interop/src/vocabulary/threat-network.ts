import { nearest, VitalError } from "@vitalcore/core";
import type { Model } from "@vitalcore/domain/model";
import { parseReference, type Reference } from "@vitalcore/domain/vocabulary";
import { find } from "../catalog.js";
import type { Graph, GraphEdge } from "../graph/graph.js";

/** Which part of the network is to be given. */
export interface ThreatNetworkOptions {
  /** Concepts to begin with, `threat/poverty`; all threats if left out. */
  readonly from?: readonly string[];
  /** How many edges away from them, in either direction; 1 if left out. */
  readonly depth?: number;
  /** Leave out what is broader than what. */
  readonly withoutBroader?: boolean;
  /** Leave out the claims of the texts. */
  readonly withoutClaims?: boolean;
}

/** An edge with what it says. */
type Edge = GraphEdge & { readonly label: string };

function broaderEdges(model: Model): readonly Edge[] {
  return model.threats.references().flatMap((from) =>
    model
      .links(from)
      .filter(({ relation }) => relation === "broader")
      .map(({ to }) => ({ from, to, label: "is a kind of" })),
  );
}

/** Claims keep their hedges: whatever is not plainly asserted is dashed. */
function claimEdges(model: Model): readonly Edge[] {
  return model.claims.flatMap(({ causes, effects, polarity, hedge }) =>
    causes.flatMap((from) =>
      effects
        .filter((to) => to !== from)
        .map((to) => ({
          from,
          to,
          label: hedge === "asserted" ? polarity : `${polarity} (${hedge})`,
          ...(hedge !== "asserted" && { dashed: true }),
        })),
    ),
  );
}

/** The concepts within a number of edges of those that one begins with. */
function reached(
  from: readonly string[],
  depth: number,
  edges: readonly Edge[],
): ReadonlySet<string> {
  const within = new Set(from);
  for (let step = 0; step < depth; step++) {
    const found = edges.flatMap(({ from: a, to: b }) =>
      within.has(a) === within.has(b) ? [] : [within.has(a) ? b : a],
    );
    if (found.length === 0) break;
    for (const each of found) within.add(each);
  }
  return within;
}

/** The label, with the kind of what is no threat. */
function labelOf(model: Model, reference: Reference): string {
  const kind = parseReference(reference)?.kind;
  const label = model.label(reference);
  return kind === "threat" ? label : `${label} (${kind})`;
}

/**
 * A part of the network of threats as a graph: what is a kind of what, and what the founding texts claim to lead to
 * what. Claims are readings of texts, not findings; their hedges stand at the edges. Draw it with `mermaidGraph` or
 * `dotGraph`.
 *
 * @param model - with threats, their labels and, for the claims, `claims`.
 * @throws VitalError `interop/invalid-option` for unknown concepts, with the nearest.
 *
 * @example
 * ```ts
 * import { threatLabels } from "@vitalcore/domain/labels/en";
 * import { createModel } from "@vitalcore/domain/model";
 * import { threats } from "@vitalcore/domain/vocabulary";
 * import { threatNetwork } from "@vitalcore/interop/vocabulary";
 * const { nodes, edges } = threatNetwork(createModel({ threats, threatLabels }), { from: ["threat/cyberbullying"] });
 * nodes.map(({ label }) => label); // => ["Online harassment and abuse", "Cyberbullying"]
 * edges.map(({ label }) => label); // => ["is a kind of"]
 * ```
 */
export function threatNetwork(model: Model, options: ThreatNetworkOptions = {}): Graph {
  const { from, depth = 1 } = options;
  const references = model.references();
  requireKnown(from ?? [], references);
  const edges = [
    ...(options.withoutBroader === true ? [] : broaderEdges(model)),
    ...(options.withoutClaims === true ? [] : claimEdges(model)),
  ];
  const within =
    from === undefined ? new Set<string>(model.threats.references()) : reached(from, depth, edges);
  const shown = references.filter((reference) => within.has(reference));
  const nodes = new Set<string>(shown);
  return {
    nodes: shown.map((id) => ({ id, label: labelOf(model, id) })),
    edges: edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)),
  };
}

function requireKnown(from: readonly string[], references: readonly string[]): void {
  const known = new Set(references);
  const findings = from
    .filter((id) => !known.has(id))
    .map((found) => {
      const suggestion = nearest(found, known);
      const wanted =
        suggestion === undefined
          ? "a concept like threat/poverty"
          : `a concept such as ${suggestion}`;
      const facts = { option: "from", wanted };
      return find("interop/invalid-option", { found, facts, suggestion });
    });
  if (findings.length > 0) throw new VitalError(findings);
}
