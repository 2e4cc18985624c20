import type { MechanismId } from "../vocabulary/mechanisms.js";
import type { Definition } from "./definition.js";

/**
 * What the mechanisms mean.
 *
 * @example
 * ```ts
 * import { mechanismDefinitions } from "@vitalcore/domain/definitions";
 * mechanismDefinitions["virtuous-cycle-open-source"].text; // => "Secure communities and capable individuals strengthen each other, as trees and forest do."
 * ```
 */
export const mechanismDefinitions: Readonly<Record<MechanismId, Definition>> = {
  "virtuous-cycle-open-source": {
    text: "Secure communities and capable individuals strengthen each other, as trees and forest do.",
    sources: ["undp-2025#3", "undp-2025#13"],
  },
  "poverty-insecurity-cycle": {
    text: "Poverty breeds grievance and unrest, these bring repression, conflict and displacement, and those bring poverty again.",
    sources: ["course-human-security#56", "course-human-security#58", "course-human-security#60"],
  },
  "downturn-conflict-spiral": {
    text: "Where there are no safety nets, a sudden downturn makes people insecure, and insecurity may turn to conflict.",
    sources: ["chs-2003-extract#9"],
  },
  "state-people-codependence": {
    text: "Neither the state nor its people can be secure without the other.",
    sources: ["chs-2003-extract#5"],
  },
  "threat-expansion": {
    text: "A threat that nobody answers spreads, and grows into a wider crisis that is hard to end.",
    sources: ["untfhs#26"],
  },
  "displacement-risk-chain": {
    text: "Conflict drives people to flee, camps lack services, the land around them suffers, and armed groups recruit in them.",
    sources: ["course-human-security#76", "course-human-security#78"],
  },
  "disease-state-capacity-erosion": {
    text: "Disease takes workers, overloads care, orphans children and weakens cohesion, and with them the state.",
    sources: ["course-human-security#68"],
  },
  "closed-tech-centralization": {
    text: "Where nobody may inspect, change or share, power gathers and less can be adapted.",
    sources: ["undp-2025#12"],
  },
  "brain-drain-loop": {
    text: "Skilled people leave, local innovation declines, and more of them leave.",
    sources: ["undp-2025#10"],
  },
  "bias-amplification": {
    text: "Automated systems take over existing bias through proxies, and enlarge it.",
    sources: ["undp-2025#9"],
  },
  "globalization-ambivalence": {
    text: "Ties across borders raise welfare as a whole and take livelihoods from some.",
    sources: ["course-human-security#25", "course-human-security#27", "course-human-security#29"],
  },
  "technology-winners-losers": {
    text: "Each wave of technology, from the industrial revolution to artificial intelligence, benefits some at the cost of others.",
    sources: ["undp-2025#9"],
  },
  "empowered-feedback-to-data": {
    text: "Those who use data report what they see, which makes the data better for all.",
    sources: ["undp-2025#13"],
  },
};
