export { type ValidateExcelOptions, validateExcel } from "./validate-excel.js";
