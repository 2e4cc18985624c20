import { nearest, VitalError } from "@vitalcore/core";
import { claims } from "@vitalcore/domain/claims";
import { en } from "@vitalcore/domain/labels/en";
import { type Threat, threats } from "@vitalcore/domain/vocabulary";
import { find } from "../catalog.js";
import type { Graph, GraphEdge } from "../graph/graph.js";
import { type KindTable, kindTables } from "./kind-tables.js";

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

/** An edge with what it rests on. */
type Edge = GraphEdge & { readonly label: string };

function broaderEdges(): readonly Edge[] {
  return (Object.entries(threats) as [string, Threat][]).flatMap(([id, { broader }]) =>
    broader === undefined
      ? []
      : [{ from: `threat/${id}`, to: `threat/${broader}`, label: "is a kind of" }],
  );
}

/** Claims keep their hedges: whatever is not plainly asserted is dashed. */
function claimEdges(): readonly Edge[] {
  return claims.flatMap(({ causes, effects, polarity, hedge }) =>
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

function labelOf({ kind, labels }: KindTable, id: string): string {
  const label = labels === undefined ? en.entries[id as keyof typeof en.entries].value : labels[id];
  return kind === "threat" ? (label ?? id) : `${label ?? id} (${kind})`;
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

/**
 * A part of the network of threats as a graph: what is a kind of what, and what the founding texts claim to lead to
 * what. Claims are readings of texts, not findings; their hedges stand at the edges. Draw it with `mermaidGraph` or
 * `dotGraph`.
 *
 * @throws VitalError `interop/invalid-option` for unknown concepts, with the nearest.
 *
 * @example
 * ```ts
 * import { threatNetwork } from "@vitalcore/interop/vocabulary";
 * const { nodes } = threatNetwork({ from: ["threat/cyberbullying"], withoutClaims: true });
 * nodes.map(({ id }) => id); // => ["threat/online-harassment", "threat/cyberbullying"]
 * ```
 */
export function threatNetwork(options: ThreatNetworkOptions = {}): Graph {
  const tables = new Map(kindTables().map((table) => [table.kind as string, table]));
  const ids = [...tables.values()].flatMap(({ kind, ids: each }) =>
    each.map((id) => `${kind}/${id}`),
  );
  const known = new Set(ids);
  const { from, depth = 1 } = options;
  const edges = [
    ...(options.withoutBroader === true ? [] : broaderEdges()),
    ...(options.withoutClaims === true ? [] : claimEdges()),
  ];
  requireKnown(from ?? [], known);
  const all = ids.filter((id) => id.startsWith("threat/"));
  const within = from === undefined ? new Set(all) : reached(from, depth, edges);
  return {
    nodes: ids
      .filter((id) => within.has(id))
      .map((id) => {
        const [kind = "", slug = ""] = id.split("/");
        return { id, label: labelOf(tables.get(kind) as KindTable, slug) };
      }),
    edges: edges.filter((edge) => within.has(edge.from) && within.has(edge.to)),
  };
}

function requireKnown(from: readonly string[], known: ReadonlySet<string>): void {
  const findings = from
    .filter((id) => !known.has(id))
    .map((found) => {
      const suggestion = nearest(found, known);
      const wanted =
        suggestion === undefined
          ? "a concept like threat/poverty"
          : `a concept such as ${suggestion}`;
      return find("interop/invalid-option", {
        found,
        facts: { option: "from", wanted },
        suggestion,
      });
    });
  if (findings.length > 0) throw new VitalError(findings);
}
