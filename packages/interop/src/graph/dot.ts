import {
  byGroup,
  checkGraph,
  type Graph,
  type GraphNode,
  type GraphOptions,
  nodeNames,
  readable,
} from "./graph.js";

/** Text in quotes; Graphviz reads backslashes and entities of HTML in labels. */
function quoted(text: string): string {
  const safe = text.replaceAll("&", "&amp;").replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  return `"${safe}"`;
}

/**
 * Draws a directed graph in the DOT language, for Graphviz and tools that read it. Nodes are called n1, n2 and so on;
 * labels are escaped, whatever stands in them.
 *
 * @throws VitalError with all problems: `interop/repeated-node`, `interop/unknown-node`.
 *
 * @example
 * ```ts
 * import { dotGraph } from "@vitalcore/interop/graph";
 * const nodes = [{ id: "poverty", label: "Poverty" }, { id: "hunger", label: 'So-called "hunger"' }];
 * dotGraph({ nodes, edges: [{ from: "poverty", to: "hunger" }] }).split("\n")[3]; // => '  n2 [label="So-called \\"hunger\\""];'
 * ```
 */
export function dotGraph(graph: Graph, options: GraphOptions = {}): string {
  checkGraph(graph);
  const names = nodeNames(graph);
  const node = ({ id, label = id }: GraphNode): string =>
    `${names.get(id)} [label=${quoted(readable(label, options))}];`;
  const nodes = [...byGroup(graph)].flatMap(([group, members], i) =>
    group === undefined
      ? members.map((each) => `  ${node(each)}`)
      : [
          `  subgraph cluster_${i + 1} {`,
          `    label=${quoted(readable(group, options))};`,
          ...members.map((each) => `    ${node(each)}`),
          "  }",
        ],
  );
  const edges = graph.edges.map(({ from, to, label, dashed }) => {
    const attributes = [
      ...(label === undefined ? [] : [`label=${quoted(readable(label, options))}`]),
      ...(dashed === true ? ["style=dashed"] : []),
    ];
    const suffix = attributes.length > 0 ? ` [${attributes.join(", ")}]` : "";
    return `  ${names.get(from)} -> ${names.get(to)}${suffix};`;
  });
  const direction = `  rankdir=${options.direction ?? "LR"};`;
  return `${["digraph {", direction, ...nodes, ...edges, "}"].join("\n")}\n`;
}
