import { dimensionIds, freedomIds } from "@vitalcore/domain/ids";
import type { Model } from "@vitalcore/domain/model";
import { element } from "./elements.js";
import type { State } from "./state.js";

type Change = (changes: Partial<State>) => void;

function choice(
  label: string,
  name: string,
  options: readonly (readonly [string, string])[],
  pick: (value: string | undefined) => void,
): HTMLElement {
  const list = element(
    "select",
    { name },
    element("option", { value: "" }, "any"),
    options.map(([value, text]) => element("option", { value }, text)),
  );
  list.addEventListener("change", () => pick(list.value === "" ? undefined : list.value));
  return element("label", {}, label, list);
}

function check(label: string, name: string, pick: (on: boolean) => void): HTMLElement {
  const box = element("input", { type: "checkbox", name });
  box.addEventListener("change", () => pick(box.checked));
  return element("label", { class: "check" }, box, label);
}

/** Fills the form once; `showFilters` sets it to a state. */
export function makeFilters(form: HTMLFormElement, model: Model, change: Change): void {
  const groups = model
    .all("population-group")
    .ids.filter((id) => model.threats.fallingOn(id).size > 0)
    .map((id) => [id, model.label(`population-group/${id}`)] as const);
  const search = element("input", { type: "search", name: "text", autocomplete: "off" });
  search.addEventListener("input", () => change({ text: search.value }));
  const reset = element("button", { type: "reset", class: "wide" }, "Show all");
  form.append(
    element("label", { class: "wide" }, "Words", search),
    choice(
      "Dimension",
      "dimension",
      dimensionIds.map((id) => [id, model.label(`dimension/${id}`)]),
      (value) => change({ dimension: value as State["dimension"] }),
    ),
    choice(
      "Freedom",
      "freedom",
      freedomIds.map((id) => [id, model.label(`freedom/${id}`)]),
      (value) => change({ freedom: value as State["freedom"] }),
    ),
    choice("Falls on", "group", groups, (value) => change({ group: value })),
    element(
      "div",
      {},
      check("digital", "digital", (digital) => change({ digital })),
      check("no indicator yet", "unmeasured", (unmeasured) => change({ unmeasured })),
    ),
    reset,
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    const none = { dimension: undefined, freedom: undefined, group: undefined } as const;
    change({ ...none, digital: false, unmeasured: false, text: "" });
  });
}

/** Sets the form to a state that came from the address. */
export function showFilters(form: HTMLFormElement, state: State): void {
  for (const field of form.elements) {
    const value = state[(field as HTMLInputElement).name as keyof State];
    if (field instanceof HTMLSelectElement) field.value = String(value ?? "");
    else if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.checked = value === true;
    } else if (field instanceof HTMLInputElement && field.value !== value) {
      field.value = String(value ?? "");
    }
  }
}
