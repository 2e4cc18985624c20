import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the stored reference data. */
export const fixtures: string = join(dirname(dirname(fileURLToPath(import.meta.url))), "fixtures");
