export type { Graph } from "../graph/graph.js";
export type { SkosScheme } from "../skos/skos-scheme.js";
export { type ThreatNetworkOptions, threatNetwork } from "./threat-network.js";
export {
  type ExportKind,
  exportKinds,
  knownConcepts,
  type VocabularyOptions,
  vocabularySchemes,
} from "./vocabulary-schemes.js";
