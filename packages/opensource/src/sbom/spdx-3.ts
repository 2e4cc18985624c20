import type { FindingTally } from "../finding-tally.js";
import type { StackComponent } from "../stack/stack-component.js";
import { DependencyGraph } from "./depths.js";
import { isObject, type JsonObject, leaveOut, listAt, textAt, textsAt } from "./json.js";
import { type ReferencedComponent, type SbomContent, TOO_MANY } from "./sbom-reading.js";
import { apart, licenseOf } from "./spdx-2.js";

const USES: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "dependsOn",
  "contains",
  "hasDynamicLink",
  "hasStaticLink",
  "hasPrerequisite",
]);

/** What the elements of the graph say, before the packages are put together. */
interface Spdx3Graph {
  readonly packages: readonly JsonObject[];
  readonly expressions: ReadonlyMap<string, string>;
  readonly concluded: ReadonlyMap<string, string>;
  readonly declared: ReadonlyMap<string, string>;
  readonly described: ReadonlySet<string>;
  readonly graph: DependencyGraph;
}

/** Reads SPDX 3.0 JSON-LD in its canonical form: a flat `@graph` of elements. */
export function readSpdx3(document: JsonObject, limit: number, tally: FindingTally): SbomContent {
  const read = readGraph(document, limit, tally);
  const packages = read.packages.map((item): ReferencedComponent => {
    const ref = textAt(item, "spdxId");
    const version = textAt(item, "software_packageVersion");
    const of = (licenses: ReadonlyMap<string, string>) =>
      expressionOf(ref === undefined ? undefined : licenses.get(ref), read.expressions);
    const license = licenseOf(of(read.concluded), of(read.declared));
    const component: StackComponent = {
      name: textAt(item, "name") ?? ref ?? "unnamed",
      ...(version !== undefined && { version }),
      ...(license !== undefined && { license }),
    };
    return { ref, component };
  });
  return { ...apart(packages, read.described), graph: read.graph };
}

function readGraph(document: JsonObject, limit: number, tally: FindingTally): Spdx3Graph {
  const packages: JsonObject[] = [];
  const expressions = new Map<string, string>();
  const concluded = new Map<string, string>();
  const declared = new Map<string, string>();
  const described = new Set<string>();
  const graph = new DependencyGraph();
  for (const [index, element] of listAt(document, "@graph", [], tally).entries()) {
    if (!isObject(element)) {
      leaveOut(tally, ["@graph", index], element, "an element");
      continue;
    }
    const type = textAt(element, "type") ?? "";
    const id = textAt(element, "spdxId");
    if (type === "software_Package") {
      if (packages.length >= limit) throw TOO_MANY;
      packages.push(element);
    } else if (type === "simplelicensing_LicenseExpression" && id !== undefined) {
      const expression = textAt(element, "simplelicensing_licenseExpression");
      if (expression !== undefined) expressions.set(id, expression);
    } else if (type === "software_Sbom" || type === "SpdxDocument") {
      for (const root of textsAt(element, "rootElement")) described.add(root);
    } else if (type.endsWith("Relationship")) {
      const from = textAt(element, "from");
      const kind = textAt(element, "relationshipType") ?? "";
      for (const to of from === undefined ? [] : textsAt(element, "to")) {
        if (kind === "describes") described.add(to);
        else if (kind === "hasConcludedLicense") concluded.set(from as string, to);
        else if (kind === "hasDeclaredLicense") declared.set(from as string, to);
        else if (USES.has(kind)) graph.add(from as string, to);
      }
    }
  }
  return { packages, expressions, concluded, declared, described, graph };
}

/** A licence is an expression element, an entry of the licence list, or one of the two individuals. */
function expressionOf(
  target: string | undefined,
  expressions: ReadonlyMap<string, string>,
): string | undefined {
  if (target === undefined) return undefined;
  const expression = expressions.get(target);
  if (expression !== undefined) return expression;
  const last = target.split(/[/#]/).at(-1) ?? "";
  if (/^None(?:License)?$/i.test(last)) return "NONE";
  if (/^NoAssertion(?:License)?$/i.test(last)) return "NOASSERTION";
  return /^https?:\/\/spdx\.org\/licenses\//.test(target) ? last : undefined;
}
