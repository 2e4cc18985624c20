import { find } from "../catalog.js";
import type { FindingTally } from "../finding-tally.js";
import type { StackComponent } from "../stack/stack-component.js";
import { DependencyGraph } from "./depths.js";
import {
  isObject,
  type JsonObject,
  type JsonPath,
  leaveOut,
  listAt,
  textAt,
  textsAt,
  valueAt,
} from "./json.js";
import { type ReferencedComponent, type SbomContent, TOO_MANY } from "./sbom-reading.js";

const SEVERAL = "opensource/sbom-several-licenses";

/** Reads CycloneDX JSON (ECMA-424), 1.4 to 1.6. Components inside components are components too. */
export function readCycloneDx(
  document: JsonObject,
  limit: number,
  tally: FindingTally,
): SbomContent {
  const graph = new DependencyGraph();
  const about = valueAt(valueAt(document, "metadata"), "component");
  const subject = isObject(about) ? readComponent(about, ["metadata", "component"], tally) : null;
  const components: ReferencedComponent[] = [];
  const pending = [
    {
      list: listAt(document, "components", [], tally),
      path: ["components"] as JsonPath,
      parent: subject?.ref,
    },
  ];
  if (isObject(about))
    pending.push({
      list: listAt(about, "components", ["metadata", "component"], tally),
      path: ["metadata", "component", "components"],
      parent: subject?.ref,
    });
  for (const { list, path, parent } of pending) {
    for (const [index, item] of list.entries()) {
      const at = [...path.slice(0, 40), index];
      if (!isObject(item)) {
        leaveOut(tally, at, item, "a component");
        continue;
      }
      if (components.length >= limit) throw TOO_MANY;
      const read = readComponent(item, at, tally);
      components.push(read);
      if (parent !== undefined && read.ref !== undefined && path.length > 1)
        graph.add(parent, read.ref);
      const inner = listAt(item, "components", at, tally);
      if (inner.length > 0)
        pending.push({ list: inner, path: [...at, "components"], parent: read.ref });
    }
  }
  readDependencies(document, graph, tally);
  return { subject, components, graph };
}

function readDependencies(document: JsonObject, graph: DependencyGraph, tally: FindingTally): void {
  for (const [index, entry] of listAt(document, "dependencies", [], tally).entries()) {
    const ref = textAt(entry, "ref");
    if (ref === undefined) leaveOut(tally, ["dependencies", index], entry, "a ref and dependsOn");
    else for (const target of textsAt(entry, "dependsOn")) graph.add(ref, target.trim());
  }
}

function readComponent(item: JsonObject, path: JsonPath, tally: FindingTally): ReferencedComponent {
  const name = textAt(item, "name");
  if (name === undefined) leaveOut(tally, [...path, "name"], valueAt(item, "name"), "text");
  const group = textAt(item, "group");
  const full = [group, name ?? textAt(item, "bom-ref") ?? "unnamed"]
    .filter((part) => part !== undefined)
    .join("/");
  const version = textAt(item, "version");
  const licenses = licensesOf(item, full, path, tally);
  const scope = textAt(item, "scope");
  const component: StackComponent = {
    name: full,
    ...(version !== undefined && { version }),
    ...(licenses.length > 0 && {
      license: licenses.length === 1 ? (licenses[0] as string) : licenses,
    }),
    ...((scope === "required" || scope === "optional" || scope === "excluded") && { scope }),
  };
  return { ref: textAt(item, "bom-ref"), component };
}

interface StatedLicense {
  readonly text: string;
  readonly concluded: boolean;
}

/**
 * The licences a component states. Since 1.6 an entry may be `declared` or `concluded`: what was concluded
 * by whoever looked goes before what was declared. `evidence` is no statement, and is not read.
 */
function licensesOf(
  item: JsonObject,
  component: string,
  path: JsonPath,
  tally: FindingTally,
): readonly string[] {
  const stated = listAt(item, "licenses", path, tally).flatMap((entry, index): StatedLicense[] => {
    const license = valueAt(entry, "license");
    const text = textAt(entry, "expression") ?? textAt(license, "id") ?? textAt(license, "name");
    if (text === undefined) {
      leaveOut(
        tally,
        [...path, "licenses", index],
        entry,
        "a license with id or name, or an expression",
      );
      return [];
    }
    const acknowledgement = textAt(license, "acknowledgement") ?? textAt(entry, "acknowledgement");
    return [{ text, concluded: acknowledgement === "concluded" }];
  });
  const concluded = stated.filter((license) => license.concluded);
  const texts = [...new Set((concluded.length > 0 ? concluded : stated).map(({ text }) => text))];
  if (texts.length > 1) {
    const facts = { component, count: texts.length };
    tally.note(SEVERAL, () => find(SEVERAL, { place: { path }, facts }));
  }
  return texts;
}
