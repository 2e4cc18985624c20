export { type ExcelLimits, type ExcelOptions, readExcel } from "./read-excel.js";
