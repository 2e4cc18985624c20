import type { ClaimStep, Link, Model } from "@vitalcore/domain/model";
import { parseCitation } from "@vitalcore/domain/sources";
import { parseReference, type Reference } from "@vitalcore/domain/vocabulary";
import { element } from "./elements.js";
import { network } from "./network.js";
import { type State, writeState } from "./state.js";

/** The claims that lead to a concept and away from it. */
function stepsAround(model: Model, reference: Reference) {
  const causes: ClaimStep[] = [];
  const effects: ClaimStep[] = [];
  for (const { id: claim, causes: from, effects: to, polarity, hedge } of model.claims) {
    const step = { claim, polarity, hedge };
    if (to.includes(reference)) {
      for (const each of from) causes.push({ ...step, from: each, to: reference });
    }
    if (from.includes(reference)) {
      for (const each of to) effects.push({ ...step, from: reference, to: each });
    }
  }
  return { causes: distinct(causes), effects: distinct(effects) };
}

/** Several claims may say the same thing equally firmly. */
function distinct(steps: readonly ClaimStep[]): readonly ClaimStep[] {
  const key = ({ from, to, polarity, hedge }: ClaimStep) => [from, to, polarity, hedge].join(" ");
  return [...new Map(steps.map((step) => [key(step), step])).values()];
}

/** A threat is a link to itself; other things are words. */
function named(model: Model, state: State, reference: Reference): HTMLElement | string {
  const label = model.label(reference);
  const parsed = parseReference(reference);
  if (parsed?.kind !== "threat") return label;
  return element("a", { href: writeState({ ...state, threat: parsed.id }) }, label);
}

function enumerated(items: readonly (HTMLElement | string)[]): (HTMLElement | string)[] {
  return items.flatMap((item, i) => (i === 0 ? [item] : [", ", item]));
}

function basisOf(links: readonly Link[]): HTMLElement | undefined {
  if (links.length === 0) return undefined;
  const stated = links.every(({ basis }) => basis === "text");
  return element("span", { class: "soft" }, stated ? " (stated in a text)" : " (our reading)");
}

function sourceText(model: Model, citation: string): string {
  const { source, paragraph } = parseCitation(citation);
  const record = model.source(source);
  const author = record?.author?.[0];
  const who = author?.literal ?? author?.family;
  const year = record?.issued?.["date-parts"][0]?.[0];
  const parts = [who, record?.title ?? source, year, paragraph && `line ${paragraph}`];
  return parts.filter((part) => part !== undefined && part !== "").join(", ");
}

/** Everything that the model says of one threat. */
export function detail(model: Model, state: State): readonly Node[] {
  const { threat } = state;
  if (threat === undefined) {
    const title = element("h2", { id: "detail-title", tabindex: "-1" }, "Choose a threat");
    return [title, element("p", {}, "The list can be narrowed by dimension, freedom and group.")];
  }
  const reference: Reference = `threat/${threat}`;
  const { definition, sources, basis, mappings, broader, narrower } = model.concept(reference);
  const links = model.links(reference);
  const by = (relation: string, directness?: Link["directness"]) =>
    links.filter(
      (link) =>
        link.relation === relation && (directness === undefined || link.directness === directness),
    );
  const entry = (term: string, found: readonly Link[]) =>
    row(
      term,
      found.map(({ to }) => to),
      basisOf(found),
    );
  const row = (term: string, found: readonly Reference[], note?: HTMLElement) =>
    found.length === 0
      ? []
      : [
          element("dt", {}, term),
          element("dd", {}, enumerated(found.map((each) => named(model, state, each))), note),
        ];
  const list = (title: string, items: readonly (HTMLElement | string)[], none?: string) =>
    items.length === 0 && none === undefined
      ? []
      : [
          element("h3", {}, title),
          items.length === 0
            ? element("p", { class: "soft" }, none)
            : element(
                "ul",
                {},
                items.map((item) => element("li", {}, item)),
              ),
        ];
  const measures = model.measures.mitigating(threat);
  const labelsOf = (strategy: "protection" | "empowerment") =>
    measures.by(strategy).ids.map((id) => model.label(`measure/${id}`));
  const { causes, effects } = stepsAround(model, reference);
  const said = (step: ClaimStep, other: Reference) =>
    element(
      "span",
      {},
      named(model, state, other),
      element("span", { class: "soft" }, ` (${step.polarity}, ${step.hedge})`),
    );
  const picture = network(model, threat, causes, effects);
  const indicators = model.threats
    .where((_record, id) => id === threat)
    .indicators()
    .definitions()
    .map(({ name, status }) => (status === "established" ? name : `${name} (experimental)`));
  return [
    element("h2", { id: "detail-title", tabindex: "-1" }, model.label(reference)),
    element("p", {}, definition),
    basis === "own"
      ? element("p", { class: "soft" }, "Not named by the founding texts: an addition of ours.")
      : "",
    element(
      "dl",
      {},
      entry("Strikes", by("affects", "direct")),
      entry("Reaches as well", by("affects", "indirect")),
      entry("Undermines", by("undermines")),
      entry("Falls on", by("fallsOn")),
      entry("Who is behind it", by("perpetratedBy")),
      row("Is a kind of", broader),
      row("Kinds of it", narrower),
    ),
    ...list("Protection against it", labelsOf("protection")),
    ...list("Empowerment against it", labelsOf("empowerment")),
    ...list("Indicators", indicators, "None yet."),
    ...list(
      "Said to lead to it",
      causes.map((step) => said(step, step.from)),
    ),
    ...list(
      "Said to follow from it",
      effects.map((step) => said(step, step.to)),
    ),
    picture ?? "",
    ...list(
      "Codes elsewhere",
      mappings.map(
        ({ scheme, code, match, verified }) =>
          `${scheme}: ${code} (${match} match${verified ? "" : ", not verified"})`,
      ),
    ),
    ...list(
      "Where it is said",
      sources.map((citation) => sourceText(model, citation)),
    ),
  ].map((node) => (typeof node === "string" ? document.createTextNode(node) : node));
}
