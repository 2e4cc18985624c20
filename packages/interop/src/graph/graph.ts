import { type Finding, nearest, throwIfErrors } from "@vitalcore/core";
import { find } from "../catalog.js";

/** A node of a graph. */
export interface GraphNode {
  readonly id: string;
  /** What a reader sees; the id if left out. */
  readonly label?: string;
  /** Nodes of one group are framed together. */
  readonly group?: string;
}

/** A directed edge between two nodes. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** For what is not certain, dashed. */
  readonly dashed?: boolean;
}

/** A directed graph: nodes and edges, plain JSON. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** How a graph is to be drawn. */
export interface GraphOptions {
  /** From left to right, or from top to bottom; the first if left out. */
  readonly direction?: "LR" | "TB";
  /** Longest label, in characters, before it is cut; 200 if left out. */
  readonly longestLabel?: number;
}

/** @throws VitalError with all problems: `interop/repeated-node`, `interop/unknown-node`. */
export function checkGraph({ nodes, edges }: Graph): void {
  const ids = new Set<string>();
  const findings: Finding[] = [];
  for (const { id } of nodes) {
    if (ids.has(id)) findings.push(find("interop/repeated-node", { found: id }));
    ids.add(id);
  }
  edges.forEach(({ from, to }, i) => {
    for (const [direction, found] of [
      ["from", from],
      ["to", to],
    ] as const) {
      if (ids.has(found)) continue;
      const facts = { direction };
      const suggestion = nearest(found, ids);
      findings.push(
        find("interop/unknown-node", { place: { row: i + 1 }, found, facts, suggestion }),
      );
    }
  });
  throwIfErrors(findings);
}

/** Names for nodes that no syntax can misread: n1, n2, … */
export function nodeNames({ nodes }: Graph): ReadonlyMap<string, string> {
  return new Map(nodes.map(({ id }, i) => [id, `n${i + 1}`]));
}

/** Nodes by group, in order of appearance; those of no group under `undefined`. */
export function byGroup({ nodes }: Graph): ReadonlyMap<string | undefined, readonly GraphNode[]> {
  const groups = new Map<string | undefined, GraphNode[]>();
  for (const node of nodes) groups.set(node.group, [...(groups.get(node.group) ?? []), node]);
  return groups;
}

/** A label on one line, without characters that cannot be seen, cut if it is too long. */
export function readable(label: string, { longestLabel = 200 }: GraphOptions): string {
  const line = label
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]+/gu, " ")
    .trim();
  const characters = [...line];
  if (characters.length <= longestLabel) return line;
  return `${characters.slice(0, longestLabel - 1).join("")}…`;
}
