export { type ExcelLimits, type ExcelOptions, type ExcelResult, readExcel } from "./read-excel.js";
