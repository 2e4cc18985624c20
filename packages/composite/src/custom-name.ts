import type { CustomName } from "./methodology.js";

const CUSTOM_NAME = /^custom:[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** Whether a name is one of the user's own methods. */
export function isCustomName(value: unknown): value is CustomName {
  return typeof value === "string" && CUSTOM_NAME.test(value);
}
