import { type Finding, nearest, type Place } from "@vitalcore/core";
import { areaCodes } from "./area-codes.js";
import { find } from "./catalog.js";

/** Stands for the candidates where there were too many texts to look for them. */
export const NOT_LOOKED_UP = "not looked up";

/** The area of which a text is another code: alpha-2, a number, alpha-3 in lower case, WLD. */
export function areaOfOtherCode(text: string): string | undefined {
  const upper = text.trim().toUpperCase();
  const number = /^\d{1,3}$/.test(upper) ? upper.padStart(3, "0") : undefined;
  if (upper === "WLD" || upper === "WORLD" || number === "001") return "M49:001";
  return areaCodes.find(
    ({ alpha3, alpha2, numeric }) => alpha3 === upper || alpha2 === upper || numeric === number,
  )?.alpha3;
}

/** The id that a text probably was meant to be, by codes alone. */
export function likelyCode(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  const other = areaOfOtherCode(text);
  if (other !== undefined) return other;
  return nearest(
    text.trim().toUpperCase(),
    areaCodes.map(({ alpha3 }) => alpha3),
  );
}

/** The finding for a text that is not the id of an area. */
export function unknownArea(text: unknown, place: Place, suggestion: string | undefined): Finding {
  return find("domain/unknown-area", {
    place,
    found: text ?? null,
    facts: { candidates: suggestion ?? "none" },
    suggestion,
  });
}
