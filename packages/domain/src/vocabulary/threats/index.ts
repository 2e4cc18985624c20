import type { ActorId } from "../actors.js";
import type { PopulationGroupId } from "../population-groups.js";
import type { Threat } from "../record-types.js";
import { deprivationThreats } from "./deprivation.js";
import { digitalThreats } from "./digital.js";
import { healthAndEnvironmentThreats } from "./health-and-environment.js";
import type { ThreatId } from "./ids.js";
import { rightsAndSocietyThreats } from "./rights-and-society.js";
import { violenceThreats } from "./violence.js";

export type { ThreatId } from "./ids.js";
export { threatIds } from "./ids.js";

/**
 * The threats: their kind, the broader threat, the dimensions that they affect, the freedoms that they
 * undermine, on whom they fall and who is behind them. Dimensions and freedoms are our reading; what the
 * founding texts state is listed in `stated`.
 *
 * @example
 * ```ts
 * import { threats } from "@vitalcore/domain/vocabulary";
 * threats["online-harassment"].affects; // => ["personal"]
 * threats.cyberstalking.broader; // => "online-harassment"
 * ```
 */
export const threats: Readonly<Record<ThreatId, Threat<ThreatId, PopulationGroupId, ActorId>>> =
  /* @__PURE__ */ Object.assign(
    {},
    deprivationThreats,
    healthAndEnvironmentThreats,
    violenceThreats,
    rightsAndSocietyThreats,
    digitalThreats,
  );
