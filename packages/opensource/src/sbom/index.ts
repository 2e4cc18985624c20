import type { Finding } from "@vitalcore/core";
import { find } from "../catalog.js";
import { FindingTally } from "../finding-tally.js";
import type { StackComponent } from "../stack/stack-component.js";
import { readCycloneDx } from "./cyclonedx.js";
import { isObject, type JsonObject, textAt, textsAt, valueAt } from "./json.js";
import {
  type ReferencedComponent,
  type SbomContent,
  type SbomFormat,
  type SbomOptions,
  type SbomReading,
  TOO_MANY,
} from "./sbom-reading.js";
import { readSpdx2 } from "./spdx-2.js";
import { readSpdx3 } from "./spdx-3.js";

export type { StackComponent } from "../stack/stack-component.js";
export type { SbomFormat, SbomOptions, SbomReading } from "./sbom-reading.js";

const MOST_COMPONENTS = 1_000_000;

interface RecognizedSbom {
  readonly format: SbomFormat;
  readonly specVersion: string;
  /** The version as which it is read, where it is not one of those known. */
  readonly readAs?: string;
  readonly read: (document: JsonObject, limit: number, tally: FindingTally) => SbomContent;
}

/**
 * Reads the components of a software bill of materials, with their licences and depth of dependency, as
 * `assessStack` takes them. CycloneDX JSON 1.4 to 1.6, SPDX JSON 2.3 and SPDX JSON-LD 3.0. Never throws:
 * what cannot be read is left out and said so.
 *
 * @param input - the text of the file, or what `JSON.parse` made of it.
 * @returns the components (what the SBOM is about stands apart, as `subject`), and findings with the path in
 *   the document. A depth is the fewest steps from the subject; components that nothing leads to have none.
 *
 * Sources: ECMA-424 (CycloneDX); SPDX Specification 2.3 (ISO/IEC 5962 is 2.2.1) and 3.0.1. A concluded licence
 * goes before a declared one, unless it asserts nothing; several licences without an operator are taken
 * together.
 *
 * @example
 * ```ts
 * import { assessStack } from "@vitalcore/opensource";
 * import { componentsFromSbom } from "@vitalcore/opensource/sbom";
 * const { components } = componentsFromSbom({
 *   bomFormat: "CycloneDX",
 *   specVersion: "1.6",
 *   metadata: { component: { "bom-ref": "app", name: "app", type: "application" } },
 *   components: [{ "bom-ref": "a", name: "a", licenses: [{ license: { id: "MIT" } }] }],
 *   dependencies: [{ ref: "app", dependsOn: ["a"] }],
 * });
 * components; // => [{ name: "a", license: "MIT", depth: 1 }]
 * assessStack(components).allFour.share; // => { lower: 1, upper: 1 }
 * ```
 */
export function componentsFromSbom(input: unknown, options: SbomOptions = {}): SbomReading {
  const limit = options.maxComponents ?? MOST_COMPONENTS;
  let document = input;
  if (typeof input === "string") {
    try {
      document = JSON.parse(input.replace(/^\uFEFF/, ""));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return nothing(null, [find("opensource/sbom-not-json", { facts: { reason } })]);
    }
  }
  const recognized = isObject(document) ? recognize(document) : undefined;
  if (recognized === undefined)
    return nothing(null, [find("opensource/sbom-format", { found: describe(document) })]);
  return readAs(document as JsonObject, recognized, limit);
}

function readAs(document: JsonObject, sbom: RecognizedSbom, limit: number): SbomReading {
  const tally = new FindingTally();
  const { format, specVersion, readAs: version } = sbom;
  if (version !== undefined) {
    const facts = { format, readAs: version };
    tally.note("version", () => find("opensource/sbom-version", { found: specVersion, facts }));
  }
  try {
    const { subject, components, graph } = sbom.read(document, limit, tally);
    const roots = subject?.ref === undefined ? [] : [subject.ref];
    const depths = graph.depthsFrom(roots);
    return {
      format,
      specVersion,
      subject: subject?.component ?? null,
      components: components.map((each) => withDepth(each, depths)),
      findings: tally.findings(),
    };
  } catch (error) {
    if (error !== TOO_MANY) throw error;
    return nothing(sbom, [find("opensource/sbom-too-large", { facts: { limit } })]);
  }
}

function withDepth(
  { ref, component }: ReferencedComponent,
  depths: ReadonlyMap<string, number>,
): StackComponent {
  const depth = ref === undefined ? undefined : depths.get(ref);
  return depth === undefined ? component : { ...component, depth };
}

function recognize(document: JsonObject): RecognizedSbom | undefined {
  if (valueAt(document, "bomFormat") === "CycloneDX") {
    const specVersion = textAt(document, "specVersion") ?? "unknown";
    const known = ["1.4", "1.5", "1.6"].includes(specVersion);
    return {
      format: "CycloneDX",
      specVersion,
      read: readCycloneDx,
      ...(!known && { readAs: "1.6" }),
    };
  }
  const spdx = /^SPDX-(2\.\d+)$/.exec(textAt(document, "spdxVersion") ?? "")?.[1];
  if (spdx !== undefined)
    return {
      format: "SPDX",
      specVersion: spdx,
      read: readSpdx2,
      ...(spdx !== "2.3" && { readAs: "2.3" }),
    };
  const context = textsAt(document, "@context").find((url) => url.includes("spdx.org/rdf/3"));
  if (context === undefined || !Array.isArray(valueAt(document, "@graph"))) return undefined;
  const specVersion = /\/rdf\/(3\.\d+(?:\.\d+)?)/.exec(context)?.[1] ?? "3.0";
  const known = specVersion.startsWith("3.0");
  return { format: "SPDX", specVersion, read: readSpdx3, ...(!known && { readAs: "3.0" }) };
}

/** What a document that is no SBOM calls itself, for the finding. */
function describe(document: unknown): unknown {
  return textAt(document, "bomFormat") ?? textAt(document, "spdxVersion") ?? document ?? null;
}

function nothing(sbom: RecognizedSbom | null, findings: readonly Finding[]): SbomReading {
  return {
    format: sbom?.format ?? null,
    specVersion: sbom?.specVersion ?? null,
    subject: null,
    components: [],
    findings,
  };
}
