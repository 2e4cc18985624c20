/*
 * The rules of the SDMX-JSON 2.0.0 schemas of the SDMX technical working group, as far as messages written here touch
 * them, put down again for ajv from the published schemas (see fixtures/SOURCES.md). Names of definitions are theirs.
 * Objects are closed here where the schemas leave them open, so that a misspelt key is found.
 */

const id = { type: "string", pattern: "^[A-Za-z0-9_@$-]+$" };
const ncName = { type: "string", pattern: "^[A-Za-z][A-Za-z0-9_-]*$" };
const text = { type: "string" };
const localisedText = { type: "object", additionalProperties: { type: "string" } };
const count = { type: "integer", minimum: 0 };

const closed = (properties: object, required: readonly string[]) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

const meta = closed(
  {
    schema: { type: "string", pattern: "^https://" },
    id,
    test: { type: "boolean" },
    prepared: {
      type: "string",
      pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$",
    },
    contentLanguages: {
      type: "array",
      items: { type: "string", pattern: "^[a-z]{2,3}(-[a-z0-9]+)*$" },
    },
    sender: closed({ id, name: text }, ["id"]),
  },
  ["id", "prepared", "sender"],
);

const links = {
  type: "array",
  items: closed({ urn: { type: "string", pattern: "^urn:sdmx:" }, rel: text }, ["urn", "rel"]),
};

const dimValues = {
  type: "array",
  minItems: 1,
  uniqueItems: true,
  items: {
    oneOf: [
      closed({ id, name: text }, ["id", "name"]),
      closed({ value: { type: ["integer", "number", "boolean", "string"] } }, ["value"]),
    ],
  },
};

const relationship = {
  oneOf: [
    closed({ dataflow: { type: "object", maxProperties: 0 } }, ["dataflow"]),
    closed({ observation: { type: "object", maxProperties: 0 } }, ["observation"]),
    closed({ dimensions: { type: "array", items: ncName, minItems: 1 } }, ["dimensions"]),
  ],
};

const attribute = closed({ id: ncName, name: text, relationship, values: dimValues }, [
  "id",
  "relationship",
]);

const simple = { type: ["integer", "number", "boolean", "string", "null"] };
const valueArray = {
  oneOf: [
    { type: "array", items: { type: ["number", "null"] }, minItems: 1 },
    { type: "array", items: { type: ["string", "null"] }, minItems: 1 },
  ],
};
const cells = { type: "array", items: { anyOf: [simple, valueArray] } };

/** A data message. */
export const dataMessageRules = closed(
  {
    meta,
    data: closed(
      {
        structures: {
          type: "array",
          items: closed(
            {
              links,
              dataSets: { type: "array", items: { type: "integer" }, minItems: 1 },
              dimensions: closed(
                {
                  observation: {
                    type: "array",
                    uniqueItems: true,
                    items: closed(
                      {
                        id: ncName,
                        name: text,
                        keyPosition: count,
                        roles: { type: "array", items: ncName },
                        values: dimValues,
                      },
                      ["id", "keyPosition", "values"],
                    ),
                  },
                },
                [],
              ),
              measures: closed(
                {
                  observation: { type: "array", items: closed({ id: ncName, name: text }, ["id"]) },
                },
                [],
              ),
              attributes: closed(
                {
                  dataSet: { type: "array", items: attribute, uniqueItems: true },
                  observation: { type: "array", items: attribute, uniqueItems: true },
                },
                [],
              ),
            },
            ["dimensions"],
          ),
        },
        dataSets: {
          type: "array",
          items: closed(
            {
              structure: { type: "integer" },
              action: { enum: ["Information", "Append", "Replace", "Delete"] },
              links,
              attributes: cells,
              observations: {
                type: "object",
                patternProperties: { "^[0-9]+(:[0-9]+)*$": cells },
                additionalProperties: false,
              },
            },
            ["links"],
          ),
        },
      },
      [],
    ),
  },
  [],
);

const urn = {
  type: "string",
  pattern:
    "^urn:sdmx:org\\.sdmx\\.infomodel\\.[a-z]+\\.[A-Za-z]+=[A-Za-z][A-Za-z0-9_.-]*:[A-Za-z0-9_@$-]+\\(\\d+(\\.\\d+)+\\)(\\.[A-Za-z0-9_@$-]+)*$",
};
const artefact = {
  id,
  agencyID: { type: "string", pattern: "^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z][A-Za-z0-9_-]*)*$" },
  version: { type: "string", pattern: "^\\d+(\\.\\d+)+$" },
  name: text,
  names: localisedText,
};
const required = ["id", "agencyID", "name"];
const item = closed({ id, name: text, names: localisedText }, ["id", "name"]);
const occurs = {
  minOccurs: count,
  maxOccurs: { anyOf: [{ type: "integer", minimum: 1 }, { const: "unbounded" }] },
};
const representation = {
  oneOf: [
    closed({ enumeration: urn, ...occurs }, ["enumeration"]),
    closed(
      {
        format: closed(
          { dataType: { enum: ["String", "Double", "Long", "ObservationalTimePeriod"] } },
          [],
        ),
        ...occurs,
      },
      ["format"],
    ),
  ],
};
const component = { id: ncName, conceptIdentity: urn, localRepresentation: representation };
const usage = { enum: ["mandatory", "optional"] };

/** A structure message. */
export const structureMessageRules = closed(
  {
    meta,
    data: closed(
      {
        conceptSchemes: {
          type: "array",
          minItems: 1,
          items: closed(
            {
              ...artefact,
              isPartial: { type: "boolean" },
              concepts: { type: "array", items: item },
            },
            required,
          ),
        },
        codelists: {
          type: "array",
          minItems: 1,
          items: closed(
            { ...artefact, isPartial: { type: "boolean" }, codes: { type: "array", items: item } },
            required,
          ),
        },
        dataStructures: {
          type: "array",
          minItems: 1,
          items: closed(
            {
              ...artefact,
              dataStructureComponents: closed(
                {
                  dimensionList: closed(
                    {
                      id: { const: "DimensionDescriptor" },
                      dimensions: {
                        type: "array",
                        minItems: 1,
                        items: closed({ ...component, position: count }, ["id", "conceptIdentity"]),
                      },
                      timeDimension: closed({ ...component, id: { const: "TIME_PERIOD" } }, [
                        "id",
                        "conceptIdentity",
                        "localRepresentation",
                      ]),
                    },
                    ["id", "dimensions"],
                  ),
                  measureList: closed(
                    {
                      id: { const: "MeasureDescriptor" },
                      measures: {
                        type: "array",
                        minItems: 1,
                        items: closed({ ...component, usage }, ["id", "conceptIdentity"]),
                      },
                    },
                    ["id", "measures"],
                  ),
                  attributeList: closed(
                    {
                      id: { const: "AttributeDescriptor" },
                      attributes: {
                        type: "array",
                        minItems: 1,
                        items: closed(
                          { ...component, usage, attributeRelationship: relationship },
                          ["id", "conceptIdentity", "attributeRelationship"],
                        ),
                      },
                    },
                    ["id", "attributes"],
                  ),
                },
                ["dimensionList"],
              ),
            },
            required,
          ),
        },
        dataflows: {
          type: "array",
          minItems: 1,
          items: closed({ ...artefact, structure: urn }, required),
        },
      },
      [],
    ),
  },
  [],
);
