import { everything } from "@vitalcore/domain/everything";
import { createModel } from "@vitalcore/domain/model";
import { detail } from "./detail.js";
import { makeFilters, showFilters } from "./filters.js";
import { readState, type State, selected, writeState } from "./state.js";
import { threatList, threatMatrix } from "./threat-list.js";

const model = createModel(everything);
const part = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;
let state = readState(location.hash, model);

function show(before: State | undefined): void {
  showFilters(part<HTMLFormElement>("filters"), state);
  part("count").textContent = `${selected(model, state).length} of ${model.threats.size} threats`;
  part("list").replaceChildren(...threatList(model, state));
  part("matrix")
    .querySelector(".scroll")
    ?.replaceChildren(threatMatrix(model, state, change));
  if (before === undefined || before.threat !== state.threat) {
    part("detail").replaceChildren(...detail(model, state));
    part("detail").scrollTop = 0;
    if (before !== undefined && state.threat !== undefined) part("detail-title").focus();
    const title = "Threats to human security";
    const { threat } = state;
    document.title = threat === undefined ? title : `${model.label(`threat/${threat}`)} – ${title}`;
  }
}

/** A change of a filter replaces the address, so that "back" leads to the threat seen before. */
function change(changes: Partial<State>): void {
  const before = state;
  state = { ...state, ...changes };
  history.replaceState(null, "", writeState(state));
  show(before);
}

makeFilters(part<HTMLFormElement>("filters"), model, change);
addEventListener("hashchange", () => {
  if (location.hash === "#list") return; // the link for keyboards
  const before = state;
  state = readState(location.hash, model);
  show(before);
});
show(undefined);
