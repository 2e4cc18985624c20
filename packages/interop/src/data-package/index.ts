export type { ObservationsRead } from "../read-record.js";
export { type ReadDataPackageOptions, readDataPackage } from "./read-data-package.js";
export {
  type DataPackage,
  type DataPackageOptions,
  type DataResource,
  type TableField,
  type TableSchema,
  type WrittenPackage,
  writeDataPackage,
} from "./write-data-package.js";
