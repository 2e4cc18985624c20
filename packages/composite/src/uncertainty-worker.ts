import { serveTasks } from "@vitalcore/core/workers";
import { prepareScenarios } from "./uncertainty/scenario-tasks.js";

serveTasks(prepareScenarios);
