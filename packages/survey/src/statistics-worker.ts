import { serveTasks } from "@vitalcore/core/workers";
import { prepareUnitParts } from "./statistics/unit-parts.js";

serveTasks(prepareUnitParts);
