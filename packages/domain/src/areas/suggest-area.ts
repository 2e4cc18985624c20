import { type Finding, nearest, type Place } from "@vitalcore/core";
import { find } from "../catalog.js";
import { areaCodes } from "./area-codes.js";
import { NAMES } from "./data/names-en.js";

/** The id that was probably meant by a text that is none: another code of the area, or its English name. */
function likelyId(text: string): string | undefined {
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  const number = /^\d{1,3}$/.test(trimmed) ? trimmed.padStart(3, "0") : undefined;
  const codes = areaCodes.find(
    ({ alpha3, alpha2, numeric }) => alpha3 === upper || alpha2 === upper || numeric === number,
  );
  if (codes !== undefined) return codes.alpha3;
  if (upper === "WLD" || upper === "WORLD" || number === "001") return "M49:001";
  const names = Object.entries(NAMES);
  const near = nearest(
    trimmed,
    names.map(([, name]) => name),
  );
  if (near !== undefined && trimmed.length > 3) {
    return names.find(([, name]) => name === near)?.[0];
  }
  return nearest(
    upper,
    areaCodes.map(({ alpha3 }) => alpha3),
  );
}

/** The finding for a text that is not the id of an area, with the id that was probably meant. */
export function suggestArea(text: unknown, place: Place): Finding {
  const suggestion = typeof text === "string" ? likelyId(text) : undefined;
  const name = NAMES[suggestion ?? ""];
  const candidates = name === undefined ? (suggestion ?? "none") : `${suggestion} (${name})`;
  return find("domain/unknown-area", {
    place,
    found: text ?? null,
    facts: { candidates },
    suggestion,
  });
}
