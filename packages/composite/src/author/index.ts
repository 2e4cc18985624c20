export type { Branch, GroupOptions, LeafOptions } from "./author.js";
export { group, indexOf, leaf } from "./author.js";
