import type { Finding } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import { find } from "../catalog.js";
import { DEFAULT_BASE, segmentText } from "../iri.js";
import { type Field, isField } from "../observation-fields.js";
import { QB, TYPE } from "../rdf/triple.js";
import { type ObservationsRead, readRecord } from "../read-record.js";
import { ALL_STATUSES, DATA_SET_ATTRIBUTES, STATUS_SEPARATOR } from "./cube-fields.js";
import { propertyOf } from "./properties.js";

/** A term of RDF, as RDF/JS has it. */
export interface RdfTerm {
  readonly termType: string;
  readonly value: string;
}

/** A quad of RDF, as RDF/JS has it: what n3, jsonld and rdf-ext give. */
export interface RdfQuad {
  readonly subject: RdfTerm;
  readonly predicate: RdfTerm;
  readonly object: RdfTerm;
}

type About = ReadonlyMap<string, RdfTerm>;

const AXES_IN_SDMX = ["sex", "age", "education", "occupation"] as const;

/** Everything that is said about each subject, by property; of several objects the last. */
function subjectsOf(quads: Iterable<RdfQuad>): ReadonlyMap<string, About> {
  const subjects = new Map<string, Map<string, RdfTerm>>();
  for (const { subject, predicate, object } of quads) {
    const about = subjects.get(subject.value) ?? new Map<string, RdfTerm>();
    subjects.set(subject.value, about.set(predicate.value, object));
  }
  return subjects;
}

/** The field or axis of each property. */
function vocabularyOf(base: string) {
  const fields = new Map<string, Field | typeof ALL_STATUSES>();
  const own = `${base}property/`;
  for (const field of ["area", "period", "value", "unit", "status"] as const) {
    fields.set(propertyOf(base, { field }), field);
  }
  const axes = new Map(AXES_IN_SDMX.map((axis) => [propertyOf(base, { axis }), axis as string]));
  return (
    property: string,
  ): { field: Field | typeof ALL_STATUSES } | { axis: string } | undefined => {
    const field = fields.get(property);
    if (field !== undefined) return { field };
    const axis = axes.get(property);
    if (axis !== undefined) return { axis };
    if (property.startsWith(`${base}axis/`)) {
      const name = segmentText(property.slice(`${base}axis/`.length));
      return name === undefined ? undefined : { axis: name };
    }
    const name = property.startsWith(own) ? segmentText(property.slice(own.length)) : undefined;
    return name !== undefined && (isField(name) || name === ALL_STATUSES)
      ? { field: name }
      : undefined;
  };
}

/** The id at the end of an IRI, or the text of a literal. */
function idOf({ termType, value }: RdfTerm): string {
  if (termType !== "NamedNode") return value;
  const end = value.slice(Math.max(value.lastIndexOf("/"), value.lastIndexOf("#")) + 1);
  return segmentText(end) ?? end;
}

/**
 * Reads observations from the quads of an RDF Data Cube, whatever the syntax they were in: parse Turtle with `n3`, or
 * JSON-LD with `jsonld.toRDF`, and hand the quads over. Areas, indicators, units and categories are the last part of
 * their IRI.
 *
 * @param quads - in the form of RDF/JS.
 *
 * @example
 * ```ts
 * import { readDataCube } from "@vitalcore/interop/data-cube";
 * readDataCube([]).findings[0]?.message; // => "There is no observation of a data cube."
 * ```
 */
export function readDataCube(
  quads: Iterable<RdfQuad>,
  options: { readonly base?: string } = {},
): ObservationsRead {
  const { base = DEFAULT_BASE } = options;
  const subjects = subjectsOf(quads);
  const describe = vocabularyOf(base);
  const findings: Finding[] = [];
  const observations: Observation[] = [];
  const unused = new Set<string>();
  let row = 0;
  for (const about of subjects.values()) {
    if (about.get(TYPE)?.value !== `${QB}Observation`) continue;
    row += 1;
    const dataSet = subjects.get(about.get(`${QB}dataSet`)?.value ?? "");
    const observation = readObservation(row, about, dataSet, base, describe, unused, findings);
    if (observation !== undefined) observations.push(observation);
  }
  if (row === 0) {
    const facts = {
      wanted: "observation of a data cube",
      remedy: "Observations are subjects of the type qb:Observation.",
    };
    findings.push(find("interop/no-table", { facts }));
  }
  for (const column of unused) {
    const facts = {
      remedy: "Properties of ours are below the base; pass `base` if it is another.",
    };
    findings.push(find("interop/unused-column", { place: { column }, facts }));
  }
  return { observations, findings };
}

function readObservation(
  row: number,
  about: About,
  dataSet: About | undefined,
  base: string,
  describe: ReturnType<typeof vocabularyOf>,
  unused: Set<string>,
  findings: Finding[],
): Observation | undefined {
  const values = new Map<Field | typeof ALL_STATUSES, string>();
  const breakdown: [string, string][] = [];
  for (const field of DATA_SET_ATTRIBUTES) {
    const term = dataSet?.get(propertyOf(base, { field }));
    if (term !== undefined) values.set(field, term.value);
  }
  for (const [property, term] of about) {
    if (property === TYPE || property === `${QB}dataSet`) continue;
    const described = describe(property);
    if (described === undefined) unused.add(property);
    else if ("axis" in described) breakdown.push([described.axis, idOf(term)]);
    else values.set(described.field, idOf(term));
  }
  return readRecord(
    {
      row,
      cellOf: (field) => values.get(field),
      columnOf: (field) => propertyOf(base, { field }),
      breakdown,
      allStatuses: values.get(ALL_STATUSES)?.split(STATUS_SEPARATOR),
    },
    findings,
  );
}
