import { VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";

/** Which structure the data belongs to. */
export interface SdmxStructureId {
  /** The agency that maintains it; VITALCORE if left out, which no registry knows. */
  readonly agency?: string;
  /** OBSERVATIONS if left out. */
  readonly id?: string;
  /** Semantic version; 1.0.0 if left out. */
  readonly version?: string;
}

const FORMS: Readonly<Record<keyof SdmxStructureId, readonly [RegExp, string]>> = {
  agency: [/^[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z][A-Za-z0-9_-]*)*$/, "an id like UNSD or UN.STATS"],
  id: [/^[A-Za-z][A-Za-z0-9_-]*$/, "letters, digits, hyphens and underscores"],
  version: [/^\d+\.\d+(?:\.\d+(?:-[0-9A-Za-z.-]+)?)?$/, "a version like 1.0.0"],
};

/** A structure with its defaults. @throws VitalError `interop/invalid-option`. */
export function structureOf(structure: SdmxStructureId = {}): Required<SdmxStructureId> {
  const complete = { agency: "VITALCORE", id: "OBSERVATIONS", version: "1.0.0", ...structure };
  const findings = Object.entries(FORMS).flatMap(([option, [form, wanted]]) => {
    const found = complete[option as keyof SdmxStructureId];
    if (form.test(found)) return [];
    const facts = { option: `structure.${option}`, wanted };
    return [find("interop/invalid-option", { found, facts })];
  });
  if (findings.length > 0) throw new VitalError(findings);
  return complete;
}

/** `AGENCY:ID(VERSION)`. */
export function structureText({ agency, id, version }: Required<SdmxStructureId>): string {
  return `${agency}:${id}(${version})`;
}

/** The name of an artefact in a registry, for example that of a dataflow. */
export function sdmxUrn(kind: string, structure: Required<SdmxStructureId>, item?: string): string {
  const suffix = item === undefined ? "" : `.${item}`;
  return `urn:sdmx:org.sdmx.infomodel.${kind}=${structureText(structure)}${suffix}`;
}
