/** A value that a message holds for a component. */
export type SdmxValue = number | string | null | readonly (number | string | null)[];

/** A link of a message to what it is about. */
export interface SdmxLink {
  readonly urn: string;
  readonly rel: string;
}

/** Who sent a message, and when. */
export interface SdmxMessageHeader {
  readonly schema: string;
  readonly id: string;
  readonly test: boolean;
  readonly prepared: string;
  readonly contentLanguages: readonly string[];
  readonly sender: { readonly id: string };
}

/** A value that may occur for a component: a code with its name, or a value without a code list. */
export type SdmxComponentValue =
  | { readonly id: string; readonly name: string }
  | { readonly value: string };

/** A dimension of the data in a message. */
export interface SdmxDimension {
  readonly id: string;
  readonly name: string;
  readonly keyPosition: number;
  readonly roles?: readonly string[];
  readonly values: readonly SdmxComponentValue[];
}

/** A measure or an attribute of the data in a message. */
export interface SdmxComponent {
  readonly id: string;
  readonly name: string;
  readonly values?: readonly SdmxComponentValue[];
}

/** An attribute, with what it is attached to. */
export interface SdmxAttribute extends SdmxComponent {
  readonly relationship: { readonly dataflow: object } | { readonly observation: object };
}

/** The structure of data sets as a data message describes it. */
export interface SdmxDataStructure {
  readonly links: readonly SdmxLink[];
  readonly dataSets: readonly number[];
  readonly dimensions: { readonly observation: readonly SdmxDimension[] };
  readonly measures: { readonly observation: readonly SdmxComponent[] };
  readonly attributes: {
    readonly dataSet: readonly SdmxAttribute[];
    readonly observation: readonly SdmxAttribute[];
  };
}

/** The observations of one vintage. */
export interface SdmxDataSet {
  readonly structure: number;
  readonly action: "Information";
  readonly links: readonly SdmxLink[];
  readonly attributes: readonly SdmxValue[];
  /** Measure and attributes by the indices of the dimensions' values, "0:0:1". */
  readonly observations: Readonly<Record<string, readonly SdmxValue[]>>;
}

/** An SDMX-JSON 2.0 data message. */
export interface SdmxDataMessage {
  readonly meta: SdmxMessageHeader;
  readonly data: {
    readonly structures: readonly SdmxDataStructure[];
    readonly dataSets: readonly SdmxDataSet[];
  };
}

/** An SDMX-JSON 2.0 structure message: concepts, code lists, the data structure and its dataflow. */
export interface SdmxStructureMessage {
  readonly meta: SdmxMessageHeader;
  readonly data: {
    readonly conceptSchemes: readonly SdmxItemScheme<"concepts">[];
    readonly codelists?: readonly SdmxItemScheme<"codes">[];
    readonly dataStructures: readonly SdmxDataStructureDefinition[];
    readonly dataflows: readonly SdmxDataflow[];
  };
}

interface Artefact {
  readonly id: string;
  readonly agencyID: string;
  readonly version: string;
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
}

/** A concept scheme or a code list. */
export type SdmxItemScheme<Items extends string> = Artefact & {
  readonly isPartial: boolean;
} & Readonly<
    Record<
      Items,
      readonly {
        readonly id: string;
        readonly name: string;
        readonly names: Readonly<Record<string, string>>;
        readonly description?: string;
      }[]
    >
  >;

/** How the values of a component are represented. */
export type SdmxRepresentation = (
  | { readonly enumeration: string }
  | { readonly format: { readonly dataType: string } }
) & { readonly minOccurs?: number; readonly maxOccurs?: number | "unbounded" };

interface Component {
  readonly id: string;
  readonly conceptIdentity: string;
  readonly localRepresentation: SdmxRepresentation;
}

/** A data structure definition. */
export interface SdmxDataStructureDefinition extends Artefact {
  readonly dataStructureComponents: {
    readonly dimensionList: {
      readonly id: "DimensionDescriptor";
      readonly dimensions: readonly (Component & { readonly position: number })[];
      readonly timeDimension: Component;
    };
    readonly measureList: {
      readonly id: "MeasureDescriptor";
      readonly measures: readonly (Component & { readonly usage: "mandatory" | "optional" })[];
    };
    readonly attributeList: {
      readonly id: "AttributeDescriptor";
      readonly attributes: readonly (Component & {
        readonly usage: "mandatory" | "optional";
        readonly attributeRelationship:
          | { readonly dataflow: object }
          | { readonly observation: object };
      })[];
    };
  };
}

/** A dataflow, which says which structure its data has. */
export interface SdmxDataflow extends Artefact {
  /** Name of the data structure definition in a registry. */
  readonly structure: string;
}
