import type { Finding } from "@vitalcore/core";
import {
  type DocumentPath,
  type Misfit,
  readDocument,
  type Shape,
} from "@vitalcore/core/documents";
import { find, meant } from "./catalog.js";

/** Keys and indices from the root of a document to a place in it. */
export type Path = DocumentPath;

/** A path as one text, for a set of places. */
export function pathKey(path: Path): string {
  return JSON.stringify(path);
}

/** What could be read of a document, what is wrong with it, and where. */
export interface Reading {
  /** The document without what is wrong; a misspelt option is read as the one that was meant. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
  /** Places that are wrong, so that a missing value is not reported there once more. */
  readonly faulty: ReadonlySet<string>;
}

/**
 * Reads a document of a shape, and reports everything that does not fit it. Later checks run on what
 * could be read, so that one slip does not hide the others.
 *
 * @param name - of the document, where all of it is wrong.
 */
export function readShaped(document: unknown, shape: Shape, name: string): Reading {
  const { value, misfits } = readDocument(document, shape);
  return {
    value,
    findings: misfits.map((misfit) => findingOf(misfit, name)),
    faulty: new Set(misfits.map(({ path }) => pathKey(path))),
  };
}

function findingOf(misfit: Misfit, name: string): Finding {
  const { path } = misfit;
  switch (misfit.misfit) {
    case "wrong-type": {
      const place = path.length > 0 ? { path } : { path: [name] };
      const { found, wanted } = misfit;
      return find("composite/wrong-type", { place, found, facts: { wanted } });
    }
    case "missing-field":
      return find("composite/missing-field", { place: { path }, facts: { wanted: misfit.wanted } });
    case "unknown-field": {
      const { known, suggestion } = misfit;
      const facts = { known, meant: meant(suggestion) };
      return find("composite/unknown-field", { place: { path }, suggestion, facts });
    }
    case "unknown-option": {
      const { found, known, suggestion } = misfit;
      const facts = { known, meant: meant(suggestion) };
      return find("composite/unknown-option", { place: { path }, found, suggestion, facts });
    }
  }
}
