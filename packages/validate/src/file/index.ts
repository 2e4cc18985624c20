export type { FileFormat, FileValidation, ValidateFileOptions } from "./validate-file.js";
export { validateCsvStream, validateFile } from "./validate-file.js";
