import { type Observation, type ObsStatus, statusLabels, TOTAL } from "@vitalcore/domain";
import {
  ALL_STATUSES,
  COMPONENT_OF_FIELD,
  componentOfAxis,
  isCodeId,
} from "../sdmx/component-ids.js";
import { componentName, type ValueNames, valueNamer } from "../sdmx/component-names.js";
import { type SdmxStructureId, sdmxUrn, structureOf } from "../sdmx/structure-id.js";
import { axesOf, categoryOf } from "../vintages.js";
import { type MessageOptions, messageHeader } from "./message-header.js";
import type {
  SdmxDataStructureDefinition,
  SdmxItemScheme,
  SdmxRepresentation,
  SdmxStructureMessage,
} from "./messages.js";

/** How a message is to be made. */
export interface StructureMessageOptions extends MessageOptions, ValueNames {
  /** The dataflow, and the data structure definition of the same id, that the data belongs to. */
  readonly structure?: SdmxStructureId;
}

type Structure = Required<SdmxStructureId>;

/** A coded component with the codes that occur. */
interface Coded {
  readonly component: string;
  readonly codes: readonly string[];
}

const CROSS_DOMAIN = { agency: "SDMX", id: "CROSS_DOMAIN_CONCEPTS", version: "2.0" };
/** The cross-domain concepts of SDMX that are used here; the others are defined in the message. */
const IN_CROSS_DOMAIN: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...["REF_AREA", "TIME_PERIOD", "SEX", "AGE", "UNIT_MEASURE", "OBS_STATUS"],
]);
const NUMERIC: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  [COMPONENT_OF_FIELD.standardError, "Double"],
  [COMPONENT_OF_FIELD.lower, "Double"],
  [COMPONENT_OF_FIELD.upper, "Double"],
  [COMPONENT_OF_FIELD.level, "Double"],
  [COMPONENT_OF_FIELD.n, "Long"],
  [COMPONENT_OF_FIELD.nMissing, "Long"],
]);
const ATTRIBUTES = [
  COMPONENT_OF_FIELD.unit,
  COMPONENT_OF_FIELD.status,
  ALL_STATUSES,
  ...["STD_ERROR", "LOWER_BOUND", "UPPER_BOUND", "CONF_LEVEL", "SAMPLE_SIZE", "SAMPLE_MISSING"],
  ...[COMPONENT_OF_FIELD.source, COMPONENT_OF_FIELD.note],
] as const;
const OF_DATA_SET = [COMPONENT_OF_FIELD.edition, COMPONENT_OF_FIELD.asOf] as const;

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

/**
 * Makes an SDMX-JSON 2.0 structure message (SDMX 3.0) for observations: concepts, code lists of the codes that occur,
 * the data structure definition and its dataflow. A component with a value that cannot be a code ("M49:002") is text
 * without a code list.
 *
 * @returns plain JSON.
 * @throws VitalError `interop/invalid-option`.
 *
 * @example
 * ```ts
 * import { sdmxStructureMessage } from "@vitalcore/interop/sdmx-json";
 * const rows = [{ indicator: "internet-use", area: "NAM", period: "2018", value: 51, unit: "PERCENT", breakdown: { sex: "F" } }];
 * const message = sdmxStructureMessage(rows, { prepared: "2026-01-31T12:00:00Z" });
 * const [definition] = message.data.dataStructures;
 * definition?.dataStructureComponents.dimensionList.dimensions.map(({ id }) => id); // => ["INDICATOR", "REF_AREA", "SEX"]
 * ```
 */
export function sdmxStructureMessage(
  observations: readonly Observation[],
  options: StructureMessageOptions,
): SdmxStructureMessage {
  const structure = structureOf(options.structure);
  const meta = messageHeader("structure", options, structure.id);
  const nameOf = valueNamer(options);
  const coded: Coded[] = [
    {
      component: COMPONENT_OF_FIELD.indicator,
      codes: distinct(observations.map((o) => o.indicator)),
    },
    { component: COMPONENT_OF_FIELD.area, codes: distinct(observations.map((o) => o.area)) },
    ...axesOf(observations).map((axis) => ({
      component: componentOfAxis(axis),
      codes: distinct([TOTAL, ...observations.flatMap((o) => categoryOf(o, axis) ?? [])]),
    })),
    { component: COMPONENT_OF_FIELD.unit, codes: distinct(observations.map((o) => o.unit)) },
    { component: COMPONENT_OF_FIELD.status, codes: Object.keys(statusLabels) as ObsStatus[] },
  ].filter(({ codes }) => codes.length > 0 && codes.every(isCodeId));
  const codelists = coded.map(({ component, codes }) =>
    codelistOf(structure, component, codes, nameOf),
  );
  const artefact = named(structure, structure.id, "Observations of human security");
  return {
    meta,
    data: {
      conceptSchemes: [conceptsOf(structure, observations)],
      ...(codelists.length > 0 && { codelists }),
      dataStructures: [
        { ...artefact, dataStructureComponents: componentsOf(structure, observations, coded) },
      ],
      dataflows: [{ ...artefact, structure: sdmxUrn("datastructure.DataStructure", structure) }],
    },
  };
}

function named({ agency, version }: Structure, id: string, name: string) {
  return { id, agencyID: agency, version, name, names: { en: name } };
}

function conceptSchemeOf(structure: Structure): Structure {
  return { ...structure, id: `CS_${structure.id}` };
}

function codelistId(structure: Structure, component: string): Structure {
  return { ...structure, id: `CL_${component}` };
}

function conceptsOf(
  structure: Structure,
  observations: readonly Observation[],
): SdmxItemScheme<"concepts"> {
  const ids = [
    COMPONENT_OF_FIELD.indicator,
    ...axesOf(observations).map(componentOfAxis),
    COMPONENT_OF_FIELD.value,
    ...ATTRIBUTES,
    ...OF_DATA_SET,
  ].filter((id) => !IN_CROSS_DOMAIN.has(id));
  const scheme = conceptSchemeOf(structure);
  return {
    ...named(structure, scheme.id, "Concepts of observations"),
    isPartial: false,
    concepts: ids.map((id) => ({ id, name: componentName(id), names: { en: componentName(id) } })),
  };
}

function codelistOf(
  structure: Structure,
  component: string,
  codes: readonly string[],
  nameOf: (component: string, value: string) => string,
): SdmxItemScheme<"codes"> {
  return {
    ...named(structure, codelistId(structure, component).id, componentName(component)),
    isPartial: component !== COMPONENT_OF_FIELD.status,
    codes: codes.map((id) => {
      const name = nameOf(component, id);
      return { id, name, names: { en: name } };
    }),
  };
}

function componentsOf(
  structure: Structure,
  observations: readonly Observation[],
  coded: readonly Coded[],
): SdmxDataStructureDefinition["dataStructureComponents"] {
  const withCodes = new Set(coded.map(({ component }) => component));
  const conceptIdentity = (id: string): string =>
    IN_CROSS_DOMAIN.has(id)
      ? sdmxUrn("conceptscheme.Concept", CROSS_DOMAIN, id)
      : sdmxUrn("conceptscheme.Concept", conceptSchemeOf(structure), id);
  const represented = (id: string): SdmxRepresentation => {
    const listed = id === ALL_STATUSES ? COMPONENT_OF_FIELD.status : id;
    const several = id === ALL_STATUSES ? ({ minOccurs: 0, maxOccurs: "unbounded" } as const) : {};
    if (withCodes.has(listed)) {
      return {
        enumeration: sdmxUrn("codelist.Codelist", codelistId(structure, listed)),
        ...several,
      };
    }
    return { format: { dataType: NUMERIC.get(id) ?? "String" }, ...several };
  };
  const component = (id: string) => ({
    id,
    conceptIdentity: conceptIdentity(id),
    localRepresentation: represented(id),
  });
  const dimensions = [
    COMPONENT_OF_FIELD.indicator,
    COMPONENT_OF_FIELD.area,
    ...axesOf(observations).map(componentOfAxis),
  ];
  return {
    dimensionList: {
      id: "DimensionDescriptor",
      dimensions: dimensions.map((id, position) => ({ ...component(id), position })),
      timeDimension: {
        ...component(COMPONENT_OF_FIELD.period),
        localRepresentation: { format: { dataType: "ObservationalTimePeriod" } },
      },
    },
    measureList: {
      id: "MeasureDescriptor",
      measures: [
        {
          ...component(COMPONENT_OF_FIELD.value),
          localRepresentation: { format: { dataType: "Double" } },
          usage: "optional",
        },
      ],
    },
    attributeList: {
      id: "AttributeDescriptor",
      attributes: [
        ...ATTRIBUTES.map((id) => ({
          ...component(id),
          usage: id === COMPONENT_OF_FIELD.unit ? ("mandatory" as const) : ("optional" as const),
          attributeRelationship: { observation: {} },
        })),
        ...OF_DATA_SET.map((id) => ({
          ...component(id),
          usage: "optional" as const,
          attributeRelationship: { dataflow: {} },
        })),
      ],
    },
  };
}
