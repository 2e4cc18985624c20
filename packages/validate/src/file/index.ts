export { checkHxl } from "./check-hxl.js";
export { hxlCatalog } from "./hxl-catalog.js";
export type { FileFormat, FileValidation, ValidateFileOptions } from "./validate-file.js";
export { validateCsvStream, validateFile } from "./validate-file.js";
