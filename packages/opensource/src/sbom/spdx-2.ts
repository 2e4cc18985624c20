import type { FindingTally } from "../finding-tally.js";
import type { StackComponent } from "../stack/stack-component.js";
import { DependencyGraph } from "./depths.js";
import { isObject, type JsonObject, leaveOut, listAt, textAt, textsAt, valueAt } from "./json.js";
import { type ReferencedComponent, type SbomContent, TOO_MANY } from "./sbom-reading.js";

/** Relationships that point from what uses to what is used (SPDX 2.3, clause 11). */
const USES: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "DEPENDS_ON",
  "CONTAINS",
  "DYNAMIC_LINK",
  "STATIC_LINK",
  "HAS_PREREQUISITE",
]);

/** Relationships that point from what is used to what uses it: X_DEPENDENCY_OF and these. */
const USED_BY: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "CONTAINED_BY",
  "PREREQUISITE_FOR",
  "BUILD_TOOL_OF",
  "DEV_TOOL_OF",
  "TEST_TOOL_OF",
]);

/** Reads SPDX JSON 2.x. */
export function readSpdx2(document: JsonObject, limit: number, tally: FindingTally): SbomContent {
  const packages: ReferencedComponent[] = [];
  for (const [index, item] of listAt(document, "packages", [], tally).entries()) {
    if (!isObject(item)) {
      leaveOut(tally, ["packages", index], item, "a package");
      continue;
    }
    if (packages.length >= limit) throw TOO_MANY;
    packages.push(readPackage(item, index, tally));
  }
  const described = new Set(textsAt(document, "documentDescribes"));
  const graph = readRelationships(document, described, tally);
  return { ...apart(packages, described), graph };
}

/** The one package that the document describes is its subject; with several, all are components. */
export function apart(
  packages: readonly ReferencedComponent[],
  described: ReadonlySet<string>,
): Pick<SbomContent, "subject" | "components"> {
  const subjects = packages.filter(({ ref }) => ref !== undefined && described.has(ref));
  const [subject] = subjects;
  if (subject === undefined || subjects.length > 1 || packages.length === 1)
    return { subject: null, components: packages };
  return { subject, components: packages.filter((each) => each !== subject) };
}

function readRelationships(
  document: JsonObject,
  described: Set<string>,
  tally: FindingTally,
): DependencyGraph {
  const graph = new DependencyGraph();
  for (const [index, entry] of listAt(document, "relationships", [], tally).entries()) {
    const from = textAt(entry, "spdxElementId");
    const to = textAt(entry, "relatedSpdxElement");
    const type = textAt(entry, "relationshipType");
    if (from === undefined || to === undefined || type === undefined)
      leaveOut(tally, ["relationships", index], entry, "two elements and a relationshipType");
    else if (type === "DESCRIBES") described.add(to);
    else if (type === "DESCRIBED_BY") described.add(from);
    else if (USES.has(type)) graph.add(from, to);
    else if (USED_BY.has(type) || type.endsWith("DEPENDENCY_OF")) graph.add(to, from);
  }
  return graph;
}

function readPackage(item: JsonObject, index: number, tally: FindingTally): ReferencedComponent {
  const ref = textAt(item, "SPDXID");
  const name = textAt(item, "name");
  if (name === undefined)
    leaveOut(tally, ["packages", index, "name"], valueAt(item, "name"), "text");
  const version = textAt(item, "versionInfo");
  const license = licenseOf(textAt(item, "licenseConcluded"), textAt(item, "licenseDeclared"));
  const component: StackComponent = {
    name: name ?? ref ?? "unnamed",
    ...(version !== undefined && { version }),
    ...(license !== undefined && { license }),
  };
  return { ref, component };
}

/** What was concluded goes before what was declared, unless it asserts nothing. */
export function licenseOf(
  concluded: string | undefined,
  declared: string | undefined,
): string | undefined {
  const asserted = concluded !== undefined && concluded.toUpperCase() !== "NOASSERTION";
  return asserted ? concluded : (declared ?? concluded);
}
