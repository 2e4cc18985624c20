import type { Finding } from "@vitalcore/core";
import { find, meant } from "./catalog.js";
import type { FrameworkNode, LevelOptions } from "./methodology.js";
import type { Path } from "./read-document.js";
import { suggester } from "./suggest.js";

/** A node and where it stands in the document. */
export interface PlacedNode {
  readonly node: FrameworkNode;
  readonly path: Path;
  /** What holds for all nodes at its depth. */
  readonly level?: LevelOptions;
}

/** The tree of a methodology. Nodes are told by their index in `nodes`. */
export interface Framework {
  /** As in the document. */
  readonly nodes: readonly PlacedNode[];
  /** Index of the parent; -1 for the root. */
  readonly parents: readonly number[];
  /** Indices of the children, in the order of their ids: sums do not depend on the order in the document. */
  readonly children: readonly (readonly number[])[];
  readonly root: number;
  /** All nodes, children before their parents, and otherwise in the order of their ids. */
  readonly upwards: readonly number[];
  /** Steps from the root. */
  readonly depths: readonly number[];
}

const ROOT = -1;
const UNKNOWN = -2;

/**
 * Reads the tree of the nodes. Nothing here recurses: a chain of ten thousand levels is read like any other.
 *
 * @returns the tree, or `undefined` if the nodes do not make one; and what is wrong.
 */
export function readFramework(nodes: readonly PlacedNode[]): {
  readonly framework: Framework | undefined;
  readonly findings: readonly Finding[];
} {
  const byId = firstById(nodes);
  const parents = nodes.map(({ node }) => {
    if (node.parent === undefined) return ROOT;
    return byId.get(node.parent) ?? UNKNOWN;
  });
  const roots = nodes.flatMap((_, i) => (parents[i] === ROOT ? [i] : []));
  const children = childrenOf(nodes, parents);
  const orphans = checkParents(nodes, parents, byId);
  const findings = [
    ...checkIds(nodes),
    ...orphans,
    ...checkRoots(nodes, roots),
    ...findCycles(nodes, parents),
    // A node that lost its children to a misspelt parent is not empty.
    ...checkKinds(nodes, children, new Set(orphans.map(({ suggestion }) => suggestion))),
  ];
  const root = roots[0];
  if (root === undefined || findings.some(({ severity }) => severity === "error")) {
    return { framework: undefined, findings };
  }
  const { upwards, depths } = order(children, root);
  return { framework: { nodes, parents, children, root, upwards, depths }, findings };
}

function firstById(nodes: readonly PlacedNode[]): ReadonlyMap<string, number> {
  const byId = new Map<string, number>();
  nodes.forEach(({ node }, i) => {
    if (!byId.has(node.id)) byId.set(node.id, i);
  });
  return byId;
}

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;
const LONGEST_ID = 100;
/** Columns of the table of results that are not nodes. */
const RESERVED_IDS: readonly string[] = ["unit", "label", "rank", "indicators"];

function whyInvalid(id: string): string | undefined {
  if (id.length > LONGEST_ID) return `it is longer than ${LONGEST_ID} characters`;
  if (/\s/u.test(id)) return "it has a space";
  if (!ID.test(id)) return "it has other characters than letters, digits, -, _ and .";
  if (RESERVED_IDS.includes(id)) return "the table of results has a column of that name";
  // Rows of results are objects with the ids as keys: a "toString" would replace the method.
  if (id in Object.prototype) return "every JavaScript object has a member of that name";
  return undefined;
}

function checkIds(nodes: readonly PlacedNode[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, PlacedNode>();
  const folded = new Map<string, string>();
  for (const placed of nodes) {
    const { id } = placed.node;
    const place = { node: id, path: [...placed.path, "id"] };
    const why = whyInvalid(id);
    if (why !== undefined)
      findings.push(find("composite/invalid-id", { place, found: id, facts: { why } }));
    const first = seen.get(id);
    const other = folded.get(id.toLowerCase());
    if (first !== undefined) {
      const facts = { firstPath: [...first.path, "id"].join(".") };
      findings.push(find("composite/duplicate-id", { place, facts }));
    } else if (other !== undefined) {
      findings.push(find("composite/near-duplicate-id", { place, facts: { other } }));
    }
    if (first === undefined) seen.set(id, placed);
    if (other === undefined) folded.set(id.toLowerCase(), id);
  }
  return findings;
}

function checkParents(
  nodes: readonly PlacedNode[],
  parents: readonly number[],
  byId: ReadonlyMap<string, number>,
): Finding[] {
  const suggest = suggester([...byId.keys()]);
  return nodes.flatMap(({ node, path }, i) => {
    if (parents[i] !== UNKNOWN) return [];
    const found = node.parent as string;
    const suggestion = suggest(found);
    const place = { node: node.id, path: [...path, "parent"] };
    const facts = { meant: meant(suggestion) };
    return [find("composite/unknown-parent", { place, found, suggestion, facts })];
  });
}

function checkRoots(nodes: readonly PlacedNode[], roots: readonly number[]): Finding[] {
  if (roots.length === 0) return [find("composite/no-root", { place: { path: ["nodes"] } })];
  if (roots.length === 1) return [];
  const ids = roots.map((i) => (nodes[i] as PlacedNode).node.id);
  const place = { path: ["nodes"] };
  return [find("composite/several-roots", { place, facts: { count: ids.length, roots: ids } })];
}

const LONGEST_CYCLE = 10;

/** Every node has one parent, so each walk upwards ends at the root, at an orphan, or in one cycle. */
function findCycles(nodes: readonly PlacedNode[], parents: readonly number[]): Finding[] {
  const findings: Finding[] = [];
  const walk = new Int32Array(nodes.length);
  for (let start = 0; start < nodes.length; start++) {
    let at = start;
    while (at >= 0 && walk[at] === 0) {
      walk[at] = start + 1;
      at = parents[at] as number;
    }
    if (at < 0 || walk[at] !== start + 1) continue;
    const ids = [(nodes[at] as PlacedNode).node.id];
    for (let next = parents[at] as number; next !== at; next = parents[next] as number) {
      ids.push((nodes[next] as PlacedNode).node.id);
    }
    const { node, path } = nodes[at] as PlacedNode;
    const shown = ids.slice(0, LONGEST_CYCLE);
    if (ids.length > LONGEST_CYCLE) shown.push(`(${ids.length - LONGEST_CYCLE} more)`);
    const cycle = [...shown, node.id].join(" -> ");
    const place = { node: node.id, path: [...path, "parent"] };
    findings.push(find("composite/cycle", { place, facts: { cycle } }));
  }
  return findings;
}

function childrenOf(nodes: readonly PlacedNode[], parents: readonly number[]): readonly number[][] {
  const children: number[][] = nodes.map(() => []);
  parents.forEach((parent, i) => {
    if (parent >= 0) children[parent]?.push(i);
  });
  const idOf = (i: number) => (nodes[i] as PlacedNode).node.id;
  for (const siblings of children) {
    siblings.sort((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : a - b));
  }
  return children;
}

function checkKinds(
  nodes: readonly PlacedNode[],
  children: readonly (readonly number[])[],
  meantParents: ReadonlySet<string | undefined>,
): Finding[] {
  return nodes.flatMap(({ node, path }, i): Finding[] => {
    const place = { node: node.id, path };
    const below = (children[i] ?? []).map((child) => (nodes[child] as PlacedNode).node.id);
    const isLeaf = node.indicator !== undefined;
    if (isLeaf && below.length > 0) {
      return [find("composite/indicator-with-children", { place, facts: { children: below } })];
    }
    if (isLeaf && node.parent === undefined) return [find("composite/root-is-leaf", { place })];
    if (meantParents.has(node.id)) return [];
    if (!isLeaf && below.length === 0) return [find("composite/empty-node", { place })];
    if (below.length === 1) {
      return [find("composite/single-child", { place, facts: { child: below[0] as string } })];
    }
    return [];
  });
}

function order(
  children: readonly (readonly number[])[],
  root: number,
): { readonly upwards: number[]; readonly depths: number[] } {
  const depths: number[] = new Array(children.length).fill(0);
  const downwards: number[] = [];
  const pending = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    downwards.push(next);
    for (const child of children[next] ?? []) {
      depths[child] = (depths[next] as number) + 1;
      pending.push(child);
    }
  }
  return { upwards: downwards.reverse(), depths };
}
