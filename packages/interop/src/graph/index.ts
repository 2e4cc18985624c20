export { dotGraph } from "./dot.js";
export type { Graph, GraphEdge, GraphNode, GraphOptions } from "./graph.js";
export { mermaidGraph } from "./mermaid.js";
