import { type Observation, TOTAL } from "@vitalcore/domain";
import {
  ALL_STATUSES,
  COMPONENT_OF_FIELD,
  componentOfAxis,
  isCodeId,
} from "../sdmx/component-ids.js";
import { componentName, type ValueNames, valueNamer } from "../sdmx/component-names.js";
import { flagsOf } from "../sdmx/sdmx-statuses.js";
import { type SdmxStructureId, sdmxUrn, structureOf } from "../sdmx/structure-id.js";
import { sdmxPeriod } from "../sdmx/time-period.js";
import { axesOf, categoryOf, requireDistinct, type Vintage, vintagesOf } from "../vintages.js";
import { type MessageOptions, messageHeader } from "./message-header.js";
import type {
  SdmxAttribute,
  SdmxComponentValue,
  SdmxDataMessage,
  SdmxDataSet,
  SdmxLink,
  SdmxValue,
} from "./messages.js";

/** How a message is to be made. */
export interface DataMessageOptions extends MessageOptions, ValueNames {
  /** The dataflow that the data belongs to. */
  readonly structure?: SdmxStructureId;
}

/** A dimension with its values in order of appearance. */
interface Dimension {
  readonly id: string;
  readonly valueIn: (observation: Observation) => string;
  readonly indices: Map<string, number>;
}

/** An attribute with, if it is coded, its codes in order of appearance. */
interface Attribute {
  readonly id: string;
  readonly valueIn: (observation: Observation) => SdmxValue | undefined;
  readonly indices?: Map<string, number>;
}

function dimensionsOf(observations: readonly Observation[]): readonly Dimension[] {
  const dimension = (id: string, valueIn: Dimension["valueIn"]): Dimension => ({
    id,
    valueIn,
    indices: indicesOf(observations.map(valueIn)),
  });
  return [
    dimension(COMPONENT_OF_FIELD.indicator, ({ indicator }) => indicator),
    dimension(COMPONENT_OF_FIELD.area, ({ area }) => area),
    ...axesOf(observations).map((axis) =>
      dimension(componentOfAxis(axis), (each) => categoryOf(each, axis) ?? TOTAL),
    ),
    dimension(COMPONENT_OF_FIELD.period, ({ period }) => sdmxPeriod(period)),
  ];
}

function attributesOf(observations: readonly Observation[]): readonly Attribute[] {
  const coded = (id: string, valueIn: (observation: Observation) => string | undefined) => ({
    id,
    valueIn,
    indices: indicesOf(observations.map(valueIn)),
  });
  const attributes: Attribute[] = [
    coded(COMPONENT_OF_FIELD.unit, ({ unit }) => unit),
    coded(COMPONENT_OF_FIELD.status, (each) => flagsOf(each).main),
    { id: ALL_STATUSES, valueIn: (each) => flagsOf(each).all },
    { id: COMPONENT_OF_FIELD.standardError, valueIn: ({ standardError }) => standardError },
    { id: COMPONENT_OF_FIELD.lower, valueIn: ({ interval }) => interval?.lower },
    { id: COMPONENT_OF_FIELD.upper, valueIn: ({ interval }) => interval?.upper },
    { id: COMPONENT_OF_FIELD.level, valueIn: ({ interval }) => interval?.level },
    { id: COMPONENT_OF_FIELD.n, valueIn: ({ n }) => n },
    { id: COMPONENT_OF_FIELD.nMissing, valueIn: ({ nMissing }) => nMissing },
    { id: COMPONENT_OF_FIELD.source, valueIn: ({ source }) => source },
    { id: COMPONENT_OF_FIELD.note, valueIn: ({ note }) => note },
  ];
  return attributes.filter(({ valueIn }) => observations.some((o) => valueIn(o) !== undefined));
}

function indicesOf(values: readonly (string | undefined)[]): Map<string, number> {
  const indices = new Map<string, number>();
  for (const value of values) {
    if (value !== undefined && !indices.has(value)) indices.set(value, indices.size);
  }
  return indices;
}

/**
 * Makes an SDMX-JSON 2.0 data message (SDMX 3.0) of observations. Every edition and day is a data set of its own, with
 * EDITION and AS_OF as its attributes; a missing value is `null` beside its status; of several statuses OBS_STATUS
 * has the main one and OBS_STATUS_ALL all. Codes that SDMX cannot hold as codes ("M49:002") stand as values.
 * Parameters are not written.
 *
 * @returns plain JSON, which {@link readSdmxDataMessage} reads back.
 * @throws VitalError `interop/repeated-observation`, `interop/invalid-option`.
 *
 * @example
 * ```ts
 * import { sdmxDataMessage } from "@vitalcore/interop/sdmx-json";
 * const rows = [{ indicator: "internet-use", area: "NAM", period: "2018", value: 51, unit: "PERCENT" }];
 * const message = sdmxDataMessage(rows, { prepared: "2026-01-31T12:00:00Z" });
 * message.data.dataSets[0]?.observations; // => { "0:0:0": [51, 0] }
 * ```
 */
export function sdmxDataMessage(
  observations: readonly Observation[],
  options: DataMessageOptions,
): SdmxDataMessage {
  const structure = structureOf(options.structure);
  const meta = messageHeader("data", options, structure.id);
  requireDistinct(observations);
  const links: SdmxLink[] = [
    { urn: sdmxUrn("datastructure.Dataflow", structure), rel: "dataflow" },
  ];
  const dimensions = dimensionsOf(observations);
  const attributes = attributesOf(observations);
  const vintages = vintagesOf(observations);
  const nameOf = valueNamer(options);
  const valuesOf = (id: string, indices: ReadonlyMap<string, number>): SdmxComponentValue[] =>
    [...indices.keys()].map((value) =>
      isCodeId(value) && id !== COMPONENT_OF_FIELD.period
        ? { id: value, name: nameOf(id, value) }
        : { value },
    );
  return {
    meta,
    data: {
      structures: [
        {
          links,
          dataSets: vintages.map((_, i) => i),
          dimensions: {
            observation: dimensions.map(({ id, indices }, keyPosition) => ({
              id,
              name: componentName(id),
              keyPosition,
              ...(id === COMPONENT_OF_FIELD.period && { roles: [id] }),
              values: valuesOf(id, indices),
            })),
          },
          measures: {
            observation: [
              { id: COMPONENT_OF_FIELD.value, name: componentName(COMPONENT_OF_FIELD.value) },
            ],
          },
          attributes: {
            dataSet: [COMPONENT_OF_FIELD.edition, COMPONENT_OF_FIELD.asOf].map((id) => ({
              id,
              name: componentName(id),
              relationship: { dataflow: {} },
            })),
            observation: attributes.map(
              ({ id, indices }): SdmxAttribute => ({
                id,
                name: componentName(id),
                relationship: { observation: {} },
                ...(indices !== undefined && { values: valuesOf(id, indices) }),
              }),
            ),
          },
        },
      ],
      dataSets: vintages.map((vintage) => dataSetOf(vintage, links, dimensions, attributes)),
    },
  };
}

function dataSetOf(
  { edition, asOf, observations }: Vintage,
  links: readonly SdmxLink[],
  dimensions: readonly Dimension[],
  attributes: readonly Attribute[],
): SdmxDataSet {
  const entries = observations.map((observation): [string, readonly SdmxValue[]] => {
    const key = dimensions.map(({ indices, valueIn }) => indices.get(valueIn(observation)));
    const values = attributes.map(({ indices, valueIn }): SdmxValue => {
      const value = valueIn(observation);
      if (value === undefined) return null;
      return indices === undefined ? value : (indices.get(value as string) ?? null);
    });
    while (values.at(-1) === null) values.pop();
    return [key.join(":"), [observation.value, ...values]];
  });
  return {
    structure: 0,
    action: "Information",
    links,
    attributes: [edition ?? null, asOf ?? null],
    observations: Object.fromEntries(entries),
  };
}
