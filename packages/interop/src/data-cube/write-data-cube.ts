import { VitalError } from "@vitalcore/core";
import { type Observation, observationKey, TOTAL } from "@vitalcore/domain";
import { find } from "../catalog.js";
import { DEFAULT_BASE, isUnicode, segment } from "../iri.js";
import { columnFacts } from "../observation-columns.js";
import { requireBase, requireUnicode } from "../rdf/check-text.js";
import { type JsonLdDocument, jsonLd } from "../rdf/json-ld.js";
import {
  DCTERMS,
  decimal,
  type Literal,
  type Prefixes,
  QB,
  RDFS,
  type Triple,
  TYPE,
  typed,
  XSD,
} from "../rdf/triple.js";
import { turtle } from "../rdf/turtle.js";
import { flagsOf } from "../sdmx/sdmx-statuses.js";
import { axesOf, categoryOf, requireDistinct, type Vintage, vintagesOf } from "../vintages.js";
import {
  ALL_STATUSES,
  DATA_SET_ATTRIBUTES,
  NUMBER_ATTRIBUTES,
  STATUS_SEPARATOR,
  TEXT_ATTRIBUTES,
} from "./cube-fields.js";
import {
  type Described,
  propertyOf,
  SDMX_ATTRIBUTE,
  SDMX_DIMENSION,
  SDMX_MEASURE,
} from "./properties.js";

/** How a cube is to be written. */
export interface DataCubeOptions {
  /** Base of the IRIs; `https://w3id.org/vitalcore/`, which is not resolvable, if left out. */
  readonly base?: string;
  /** Id of the cube, the last part of its IRI; "observations" if left out. */
  readonly id?: string;
  readonly title?: string;
}

function prefixesOf(base: string): Prefixes {
  return {
    qb: QB,
    "sdmx-dimension": SDMX_DIMENSION,
    "sdmx-measure": SDMX_MEASURE,
    "sdmx-attribute": SDMX_ATTRIBUTE,
    dcterms: DCTERMS,
    rdfs: RDFS,
    xsd: XSD,
    property: `${base}property/`,
  };
}

/** A component of the structure: its property, the role it has, and where it is attached. */
interface Component {
  readonly property: string;
  readonly role: "dimension" | "measure" | "attribute";
  readonly title: string;
  readonly ofDataSet?: boolean;
}

/** Periods as XML Schema has them; the others as text. */
function periodLiteral(period: string): Literal {
  if (/^\d{4}$/.test(period)) return typed(period, "gYear");
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(period)) return typed(period, "gYearMonth");
  return { value: period };
}

function componentsOf(observations: readonly Observation[], base: string): readonly Component[] {
  const of = (described: Described, role: Component["role"], ofDataSet = false): Component => {
    const column = "axis" in described ? `breakdown.${described.axis}` : described.field;
    const { title } = columnFacts(column);
    return { property: propertyOf(base, described), role, title, ...(ofDataSet && { ofDataSet }) };
  };
  return [
    of({ field: "indicator" }, "dimension"),
    of({ field: "area" }, "dimension"),
    of({ field: "period" }, "dimension"),
    ...axesOf(observations).map((axis) => of({ axis }, "dimension")),
    of({ field: "value" }, "measure"),
    of({ field: "unit" }, "attribute"),
    of({ field: "status" }, "attribute"),
    of({ field: ALL_STATUSES }, "attribute"),
    ...NUMBER_ATTRIBUTES.map(([field]) => of({ field }, "attribute")),
    ...TEXT_ATTRIBUTES.map((field) => of({ field }, "attribute")),
    ...DATA_SET_ATTRIBUTES.map((field) => of({ field }, "attribute", true)),
  ];
}

function structureTriples(iri: string, components: readonly Component[]): readonly Triple[] {
  const triples: Triple[] = [[iri, TYPE, `${QB}DataStructureDefinition`]];
  const roles = { dimension: "Dimension", measure: "Measure", attribute: "Attribute" } as const;
  components.forEach(({ property, role, title, ofDataSet }, i) => {
    const component = `${iri}/component/${i + 1}`;
    triples.push(
      [iri, `${QB}component`, component],
      [component, TYPE, `${QB}ComponentSpecification`],
      [component, `${QB}${role}`, property],
      [component, `${QB}order`, typed(i + 1, "integer")],
    );
    if (ofDataSet) triples.push([component, `${QB}componentAttachment`, `${QB}DataSet`]);
    triples.push(
      [property, TYPE, `${QB}${roles[role]}Property`],
      [property, `${RDFS}label`, { value: title, language: "en" }],
    );
  });
  return triples;
}

/** The triples of a cube (W3C, The RDF Data Cube Vocabulary, 2014). */
function cubeTriples(
  observations: readonly Observation[],
  { base = DEFAULT_BASE, id = "observations", title }: DataCubeOptions,
): readonly Triple[] {
  requireBase(base);
  requireUnicode(observations);
  requireDistinct(observations);
  if (!isUnicode(id) || id === "") {
    const facts = { option: "id", wanted: "text" };
    throw new VitalError([find("interop/invalid-option", { found: id, facts })]);
  }
  const cube = `${base}data-set/${segment(id)}`;
  const structure = `${cube}/structure`;
  const axes = axesOf(observations);
  const vintages = vintagesOf(observations);
  return [
    ...structureTriples(structure, componentsOf(observations, base)),
    ...vintages.flatMap((vintage, i) => {
      const dataSet = vintages.length === 1 ? cube : `${cube}/vintage/${i + 1}`;
      return [
        ...dataSetTriples(dataSet, structure, vintage, base, title),
        ...vintage.observations.flatMap((each) => observationTriples(each, dataSet, axes, base)),
      ];
    }),
  ];
}

function dataSetTriples(
  dataSet: string,
  structure: string,
  vintage: Vintage,
  base: string,
  title: string | undefined,
): readonly Triple[] {
  return [
    [dataSet, TYPE, `${QB}DataSet`],
    [dataSet, `${QB}structure`, structure],
    ...(title === undefined
      ? []
      : [[dataSet, `${DCTERMS}title`, { value: title }] satisfies Triple]),
    ...DATA_SET_ATTRIBUTES.flatMap((field): Triple[] => {
      const value = vintage[field];
      return value === undefined ? [] : [[dataSet, propertyOf(base, { field }), { value }]];
    }),
  ];
}

function observationTriples(
  observation: Observation,
  dataSet: string,
  axes: readonly string[],
  base: string,
): readonly Triple[] {
  const subject = `${base}observation/${segment(observationKey(observation))}`;
  const { indicator, area, period, value, unit, interval } = observation;
  const { main, all } = flagsOf(observation);
  const triples: Triple[] = [
    [subject, TYPE, `${QB}Observation`],
    [subject, `${QB}dataSet`, dataSet],
  ];
  const add = (described: Described, object: Triple[2]): void => {
    triples.push([subject, propertyOf(base, described), object]);
  };
  add({ field: "indicator" }, `${base}indicator/${segment(indicator)}`);
  add({ field: "area" }, `${base}area/${segment(area)}`);
  add({ field: "period" }, periodLiteral(period));
  for (const axis of axes) {
    const category = categoryOf(observation, axis) ?? TOTAL;
    add({ axis }, `${base}code/${segment(axis)}/${segment(category)}`);
  }
  // Every observation has a measure (integrity constraint IC-14): a value that is missing is no number.
  add({ field: "value" }, value === null ? typed("NaN", "double") : decimal(value));
  add({ field: "unit" }, `${base}unit/${segment(unit)}`);
  if (main !== undefined) add({ field: "status" }, { value: main });
  if (all !== undefined) add({ field: ALL_STATUSES }, { value: all.join(STATUS_SEPARATOR) });
  const numbers = { ...observation, ...interval };
  for (const [field, datatype] of NUMBER_ATTRIBUTES) {
    const number = numbers[field];
    if (number !== undefined)
      add({ field }, datatype === "decimal" ? decimal(number) : typed(number, datatype));
  }
  for (const field of TEXT_ATTRIBUTES) {
    const text = observation[field];
    if (text !== undefined) add({ field }, { value: text });
  }
  return triples;
}

/**
 * Writes observations as an RDF Data Cube (W3C Recommendation, 2014) in Turtle: the structure, a data set for each
 * edition and day, and every observation with all dimensions (`_T` where it is not broken down). A missing value is
 * `NaN` beside its status. Parameters are not written.
 *
 * @returns Turtle, which any RDF library parses; {@link readDataCube} reads its quads back.
 * @throws VitalError `interop/repeated-observation`, `interop/invalid-text`, `interop/invalid-option`.
 *
 * @example
 * ```ts
 * import { dataCubeTurtle } from "@vitalcore/interop/data-cube";
 * const rows = [{ indicator: "internet-use", area: "NAM", period: "2018", value: 51, unit: "PERCENT" }];
 * dataCubeTurtle(rows).includes('sdmx-measure:obsValue "51"^^xsd:decimal'); // => true
 * ```
 */
export function dataCubeTurtle(
  observations: readonly Observation[],
  options: DataCubeOptions = {},
): string {
  const triples = cubeTriples(observations, options);
  return turtle(triples, prefixesOf(options.base ?? DEFAULT_BASE));
}

/**
 * Writes observations as an RDF Data Cube in JSON-LD: the same triples as {@link dataCubeTurtle}.
 *
 * @throws VitalError `interop/repeated-observation`, `interop/invalid-text`, `interop/invalid-option`.
 *
 * @example
 * ```ts
 * import { dataCubeJsonLd } from "@vitalcore/interop/data-cube";
 * const rows = [{ indicator: "internet-use", area: "NAM", period: "2018", value: 51, unit: "PERCENT" }];
 * const { "@graph": nodes } = dataCubeJsonLd(rows);
 * nodes.at(-1)?.["@type"]; // => ["qb:Observation"]
 * ```
 */
export function dataCubeJsonLd(
  observations: readonly Observation[],
  options: DataCubeOptions = {},
): JsonLdDocument {
  const triples = cubeTriples(observations, options);
  return jsonLd(triples, prefixesOf(options.base ?? DEFAULT_BASE));
}
