import type { Finding } from "@vitalcore/core";
import type { StackComponent } from "../stack/stack-component.js";
import type { DependencyGraph } from "./depths.js";

/** The formats that are read. */
export type SbomFormat = "CycloneDX" | "SPDX";

/** How an SBOM is read. */
export interface SbomOptions {
  /** More components than this are refused; a million if left out. */
  readonly maxComponents?: number;
}

/** The components of an SBOM, as `assessStack` takes them. */
export interface SbomReading {
  /** `null` if it is neither format. */
  readonly format: SbomFormat | null;
  readonly specVersion: string | null;
  /** What the SBOM is about, where it names one thing; not among the components. */
  readonly subject: StackComponent | null;
  readonly components: readonly StackComponent[];
  readonly findings: readonly Finding[];
}

/** A component as it stands in a document, with its reference there. */
export interface ReferencedComponent {
  readonly ref: string | undefined;
  readonly component: StackComponent;
}

/** What a format's reader makes of a document, before depths are known. */
export interface SbomContent {
  readonly subject: ReferencedComponent | null;
  readonly components: readonly ReferencedComponent[];
  readonly graph: DependencyGraph;
}

/** Thrown inside the readers when the limit of components is passed. */
export const TOO_MANY: unique symbol = Symbol("too many components");
