import type { ThreatId } from "../../vocabulary/threats/ids.js";
import type { Definition } from "../definition.js";

/** Threats to health and from the environment, defined in our words. */
export const healthAndEnvironmentThreatDefinitions = {
  "infectious-disease": {
    text: "Disease that passes between people or from animals to people.",
    sources: ["course-human-security#10", "course-human-security#64", "course-human-security#66"],
  },
  pandemic: {
    text: "An outbreak that spreads across borders and strains societies as well as bodies.",
    sources: ["course-human-security#27", "course-human-security#66"],
  },
  sars: {
    text: "The outbreak of severe acute respiratory syndrome of 2002 to 2004.",
    sources: ["course-human-security#66"],
  },
  h1n1: {
    text: "The influenza pandemic of 2009, caused by a virus of type A(H1N1).",
    sources: ["course-human-security#66"],
  },
  "covid-19": {
    text: "The pandemic of the coronavirus disease that appeared in 2019.",
    sources: ["course-human-security#66"],
  },
  "hiv-aids": {
    text: "Infection with HIV and the illness that follows, which can deplete workforces, overwhelm care and leave children without parents.",
    sources: ["course-human-security#64", "course-human-security#68"],
  },
  "noncommunicable-disease": {
    text: "Chronic disease that does not pass between people, such as heart disease, cancer, diabetes and chronic lung disease.",
    sources: ["undp-2025#8"],
  },
  "natural-disaster": {
    text: "A sudden natural hazard meets people who are exposed to it and cannot cope with it alone.",
    sources: ["course-human-security#10", "undp-2025#8", "undp-2025#14"],
  },
  drought: {
    text: "A long shortage of water that harms crops, animals and people.",
    sources: ["undp-2025#13"],
  },
  flooding: {
    text: "Water covers land that is usually dry, and destroys homes, crops and infrastructure.",
    sources: ["undp-2025#13"],
  },
  "climate-change": {
    text: "Lasting shifts of the climate and the hazards, scarcities and movements of people that they bring.",
    sources: ["undp-2025#3", "undp-2025#5", "babbitt-2023#46"],
  },
  "environmental-degradation": {
    text: "Decline of land, water, air and living nature on which people depend.",
    sources: ["course-human-security#27", "course-human-security#78"],
  },
  "air-pollution": {
    text: "Air, indoors or outdoors, that harms those who breathe it.",
    sources: ["undrr-isc-2025"],
    basis: "own",
  },
} as const satisfies Partial<Record<ThreatId, Definition>>;
