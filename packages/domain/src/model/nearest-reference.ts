import { nearest } from "@vitalcore/core";
import type { ModelData } from "./model-data.js";

/** The known reference to which a text comes nearest, where one is near. */
export function nearestReference(data: ModelData, text: string): string | undefined {
  return nearest(text, [...data.entries.keys()]);
}
