import { nearest } from "@vitalcore/core";
import { NAMES } from "./data/names-en.js";
import { areaOfOtherCode, likelyCode } from "./suggest-area.js";

/** The id that a text probably was meant to be: the area of another code, of an English name, or near. */
export function likelyArea(text: string): string | undefined {
  const other = areaOfOtherCode(text);
  if (other !== undefined) return other;
  const trimmed = text.trim();
  if (trimmed.length <= 3) return likelyCode(trimmed);
  // Of equally near names, one that begins alike: "Nambia" is Namibia rather than Gambia.
  const initial = trimmed.slice(0, 1).toUpperCase();
  const alike = (name: string): number => (name.startsWith(initial) ? 0 : 1);
  const names = Object.entries(NAMES).sort(([, a], [, b]) => alike(a) - alike(b));
  const near = nearest(
    trimmed,
    names.map(([, name]) => name),
  );
  return near === undefined ? undefined : names.find(([, name]) => name === near)?.[0];
}
