import {
  byGroup,
  checkGraph,
  type Graph,
  type GraphNode,
  type GraphOptions,
  nodeNames,
  readable,
} from "./graph.js";

/**
 * Text in quotes. Mermaid has entities, written with "#" (flowchart syntax, "Entity codes to escape characters"); what
 * it or HTML could take for a command becomes one.
 */
function quoted(text: string): string {
  const safe = text.replace(/[#&<>"'`\\;{}[\]()|]/g, (mark) => `#${mark.charCodeAt(0)};`);
  return `"${safe === "" ? " " : safe}"`;
}

/**
 * Draws a directed graph as a Mermaid flowchart, for Markdown pages and notebooks. Nodes are called n1, n2 and so on;
 * labels are escaped, whatever stands in them.
 *
 * @throws VitalError with all problems: `interop/repeated-node`, `interop/unknown-node`.
 *
 * @example
 * ```ts
 * import { mermaidGraph } from "@vitalcore/interop/graph";
 * const nodes = [{ id: "poverty", label: "Poverty" }, { id: "hunger", label: "Hunger" }];
 * mermaidGraph({ nodes, edges: [{ from: "poverty", to: "hunger", label: "may lead to", dashed: true }] }); // => 'flowchart LR\n  n1["Poverty"]\n  n2["Hunger"]\n  n1 -.->|"may lead to"| n2\n'
 * ```
 */
export function mermaidGraph(graph: Graph, options: GraphOptions = {}): string {
  checkGraph(graph);
  const names = nodeNames(graph);
  const node = ({ id, label = id }: GraphNode): string =>
    `${names.get(id)}[${quoted(readable(label, options))}]`;
  const nodes = [...byGroup(graph)].flatMap(([group, members], i) =>
    group === undefined
      ? members.map((each) => `  ${node(each)}`)
      : [
          `  subgraph g${i + 1}[${quoted(readable(group, options))}]`,
          ...members.map((each) => `    ${node(each)}`),
          "  end",
        ],
  );
  const edges = graph.edges.map(({ from, to, label, dashed }) => {
    const text = label === undefined ? "" : `|${quoted(readable(label, options))}|`;
    return `  ${names.get(from)} ${dashed === true ? "-.->" : "-->"}${text} ${names.get(to)}`;
  });
  return `${[`flowchart ${options.direction ?? "LR"}`, ...nodes, ...edges].join("\n")}\n`;
}
