import {
  type DimensionId,
  type FreedomId,
  isDimensionId,
  isFreedomId,
} from "@vitalcore/domain/ids";
import type { Model } from "@vitalcore/domain/model";

/** What the reader looks at and looks for. It lives in the address, so that a view can be linked. */
export interface State {
  readonly threat: string | undefined;
  readonly dimension: DimensionId | undefined;
  readonly freedom: FreedomId | undefined;
  readonly group: string | undefined;
  readonly digital: boolean;
  readonly unmeasured: boolean;
  readonly text: string;
}

/** Reads the part of an address after `#`; what is not known is left out. */
export function readState(hash: string, model: Model): State {
  const query = new URLSearchParams(hash.replace(/^#/, ""));
  const [dimension, freedom] = [query.get("dimension"), query.get("freedom")];
  const known = (kind: "threat" | "population-group", id: string | null) =>
    id !== null && model.has(`${kind}/${id}`) ? id : undefined;
  return {
    threat: known("threat", query.get("threat")),
    dimension: isDimensionId(dimension) ? dimension : undefined,
    freedom: isFreedomId(freedom) ? freedom : undefined,
    group: known("population-group", query.get("group")),
    digital: query.get("digital") === "yes",
    unmeasured: query.get("unmeasured") === "yes",
    text: query.get("text") ?? "",
  };
}

/** The part of an address after `#`. */
export function writeState(state: State): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (value === true) query.set(name, "yes");
    else if (typeof value === "string" && value !== "") query.set(name, value);
  }
  return `#${query}`;
}

/** The threats that a state asks for, by id. */
export function selected(model: Model, state: State): readonly string[] {
  const { dimension, freedom, group, digital, unmeasured, text } = state;
  let threats = model.threats;
  if (dimension !== undefined) threats = threats.affecting(dimension);
  if (freedom !== undefined) threats = threats.undermining(freedom);
  if (group !== undefined) threats = threats.fallingOn(group);
  if (digital) threats = threats.digital();
  if (unmeasured) threats = threats.unmeasured();
  const fold = (words: string) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const wanted = fold(text.trim());
  return threats.ids.filter((id) => {
    const { labels, definition = "" } = model.concept(`threat/${id}`);
    return fold(`${Object.values(labels).join(" ")} ${definition}`).includes(wanted);
  });
}
