/** A text of RDF with its language, or with its datatype. */
export interface Literal {
  readonly value: string;
  /** BCP 47 tag; then the datatype is rdf:langString. */
  readonly language?: string;
  /** IRI of the datatype; xsd:string if left out. */
  readonly datatype?: string;
}

/** What a triple says about its subject: an IRI, or a literal. */
export type RdfObject = string | Literal;

/** A statement: subject and predicate are absolute IRIs. There are no blank nodes here. */
export type Triple = readonly [subject: string, predicate: string, object: RdfObject];

/** Namespaces by the prefixes under which they are written. */
export type Prefixes = Readonly<Record<string, string>>;

export const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
export const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
export const XSD = "http://www.w3.org/2001/XMLSchema#";
export const DCTERMS = "http://purl.org/dc/terms/";
export const SKOS = "http://www.w3.org/2004/02/skos/core#";
export const QB = "http://purl.org/linked-data/cube#";

export const TYPE: string = `${RDF}type`;

/** A literal of a datatype of XML Schema. */
export function typed(value: string | number, datatype: string): Literal {
  return { value: String(value), datatype: `${XSD}${datatype}` };
}

/**
 * A number as xsd:decimal, with all its digits. Processors of JSON-LD rewrite an xsd:double with 16 digits, and a
 * number may need 17.
 */
export function decimal(value: number): Literal {
  const text = Object.is(value, -0) ? "-0" : String(value);
  const scientific = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (scientific === null) return typed(text, "decimal");
  const [, sign = "", first = "", rest = "", exponent] = scientific;
  const digits = `${first}${rest}`;
  const power = Number(exponent);
  const plain = power > 0 ? digits.padEnd(power + 1, "0") : `0.${"0".repeat(-power - 1)}${digits}`;
  return typed(`${sign}${plain}`, "decimal");
}

/** Triples by subject, in order of first appearance, each once. */
export function bySubject(triples: readonly Triple[]): ReadonlyMap<string, readonly Triple[]> {
  const groups = new Map<string, Map<string, Triple>>();
  for (const triple of triples) {
    const [subject, ...about] = triple;
    const group = groups.get(subject) ?? new Map<string, Triple>();
    groups.set(subject, group.set(JSON.stringify(about), triple));
  }
  return new Map([...groups].map(([subject, group]) => [subject, [...group.values()]]));
}
