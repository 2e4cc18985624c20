import { nearest, VitalError } from "@vitalcore/core";
import { meant } from "../catalog.js";
import { findIn as find } from "../function-catalog.js";
import type { IndexResult, ResultNode } from "../index-result.js";

/** The node of a result that has an id. */
export function nodeOf(result: IndexResult, id: string): ResultNode {
  const node = result.nodes.find((each) => each.id === id);
  if (node !== undefined) return node;
  const ids = result.nodes.map((each) => each.id);
  const suggestion = nearest(id, ids);
  const facts = { meant: meant(suggestion) };
  throw new VitalError([find("composite/unknown-node", { found: id, suggestion, facts })]);
}
