import type { ThreatId } from "../../vocabulary/threats/ids.js";
import type { Definition } from "../definition.js";
import { deprivationThreatDefinitions } from "./deprivation.js";
import { digitalThreatDefinitions } from "./digital.js";
import { healthAndEnvironmentThreatDefinitions } from "./health-and-environment.js";
import { rightsAndSocietyThreatDefinitions } from "./rights-and-society.js";
import { violenceThreatDefinitions } from "./violence.js";

/**
 * What the threats are. Those marked `basis: "own"` are additions of ours to the threats of the texts.
 *
 * @example
 * ```ts
 * import { threatDefinitions } from "@vitalcore/domain/definitions";
 * threatDefinitions.doxing.basis; // => "own"
 * ```
 */
export const threatDefinitions: Readonly<Record<ThreatId, Definition>> =
  /* @__PURE__ */ Object.assign(
    {},
    deprivationThreatDefinitions,
    healthAndEnvironmentThreatDefinitions,
    violenceThreatDefinitions,
    rightsAndSocietyThreatDefinitions,
    digitalThreatDefinitions,
  );
