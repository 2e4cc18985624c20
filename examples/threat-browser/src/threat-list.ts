import { dimensionIds, freedomIds } from "@vitalcore/domain/ids";
import type { Model } from "@vitalcore/domain/model";
import { element } from "./elements.js";
import { type State, selected, writeState } from "./state.js";

const words = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll("-", " ");

/** Members with how deep each stands: what is narrower than another member follows it. */
function asTree(model: Model, members: readonly string[]): readonly (readonly [string, number])[] {
  const broader = (id: string) => model.concept(`threat/${id}`).broader[0]?.replace("threat/", "");
  const under = (parent: string | undefined, depth: number): (readonly [string, number])[] =>
    members
      .filter((id) => {
        const above = broader(id);
        return (above !== undefined && members.includes(above) ? above : undefined) === parent;
      })
      .flatMap((id) => [[id, depth] as const, ...under(id, depth + 1)]);
  return under(undefined, 0);
}

/** The list by category; what is narrower than a neighbour stands under it, set in. */
export function threatList(model: Model, state: State): readonly HTMLElement[] {
  const ids = selected(model, state);
  const categories = new Map<string, string[]>();
  for (const id of ids) {
    const [record] = model.threats.where((_record, each) => each === id).records();
    const { category = "" } = record ?? {};
    const held = categories.get(category);
    if (held === undefined) categories.set(category, [id]);
    else held.push(id);
  }
  return [...categories].flatMap(([category, members]) => [
    element("h3", {}, words(category)),
    element(
      "ul",
      {},
      asTree(model, members).map(([id, depth]) => {
        return element(
          "li",
          { class: depth > 0 ? `deeper-${Math.min(depth, 2)}` : undefined },
          element(
            "a",
            {
              href: writeState({ ...state, threat: id }),
              "aria-current": state.threat === id ? "true" : undefined,
            },
            model.label(`threat/${id}`),
          ),
        );
      }),
    ),
  ]);
}

/** How many of the threats shown touch each dimension and undermine each freedom. */
export function threatMatrix(
  model: Model,
  state: State,
  pick: (changes: Partial<State>) => void,
): HTMLTableElement {
  const count = (changes: Partial<State>) => selected(model, { ...state, ...changes }).length;
  const rows = dimensionIds.map((dimension) => {
    const name = model.label(`dimension/${dimension}`);
    const cells = freedomIds.map((freedom) => {
      const found = count({ dimension, freedom });
      const label = `${name}, ${model.label(`freedom/${freedom}`)}: ${found}`;
      const button = element("button", { type: "button", "aria-label": label }, String(found));
      button.addEventListener("click", () => pick({ dimension, freedom }));
      return element("td", {}, button);
    });
    return element("tr", {}, element("th", { scope: "row" }, name), cells);
  });
  const head = freedomIds.map((id) =>
    element("th", { scope: "col" }, model.label(`freedom/${id}`).replace("Freedom ", "")),
  );
  return element(
    "table",
    {},
    element("thead", {}, element("tr", {}, element("td"), head)),
    element("tbody", {}, rows),
  );
}
