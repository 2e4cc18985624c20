export { expressionSchema } from "./expression.js";
export { findingSchema } from "./finding.js";
export { indicatorDefinitionSchema } from "./indicator-definition.js";
export type { JsonSchema } from "./json-schema.js";
export { jsonSchemas } from "./json-schema.js";
export { intervalSchema, observationSchema } from "./observation.js";
export { sourceSchema } from "./source.js";
export { areaIdSchema, periodSchema } from "./text-forms.js";
