import type { ThreatId } from "../../vocabulary/threats/ids.js";
import type { Definition } from "../definition.js";

/** Threats to rights, to cohesion and from weak governance, defined in our words. */
export const rightsAndSocietyThreatDefinitions = {
  genocide: {
    text: "Acts meant to destroy a group, and other mass atrocities against civilians.",
    sources: ["chs-2003-extract#7"],
  },
  "political-repression": {
    text: "Authorities silence, detain or punish people for taking part in public life.",
    sources: ["course-human-security#10", "course-human-security#58"],
  },
  "gross-human-rights-violations": {
    text: "Grave and systematic abuse of the rights that everyone has.",
    sources: ["chs-2003-extract#7"],
  },
  persecution: {
    text: "Severe and lasting denial of rights because of who people are or what they believe.",
    sources: ["course-human-security#76"],
  },
  "state-as-threat": {
    text: "A state harms those whom it should protect, or refuses to protect them.",
    sources: [
      "chs-2003-extract#5",
      "babbitt-2023#50",
      "babbitt-2023#34",
      "course-human-security#76",
    ],
  },
  "weak-or-collapsed-state": {
    text: "Institutions can no longer keep order, deliver services or command trust.",
    sources: ["chs-2003-extract#5", "course-human-security#58", "course-human-security#68"],
  },
  "underrepresentation-of-women": {
    text: "Women are missing where public decisions are made.",
    sources: ["course-human-security#50"],
  },
  "social-dislocation": {
    text: "The bonds and rules that hold a society together come apart.",
    sources: ["course-human-security#27"],
  },
  "ethnic-tension": {
    text: "Distrust and hostility between ethnic groups.",
    sources: ["course-human-security#27"],
  },
  "cultural-threat": {
    text: "People feel that outside influence endangers their way of life.",
    sources: ["course-human-security#27"],
  },
  "weakened-social-cohesion": {
    text: "Trust and mutual support within a society decline.",
    sources: ["course-human-security#68"],
  },
  "anti-globalization-backlash": {
    text: "Political reaction, at times violent, against the openness that people blame for their losses.",
    sources: ["course-human-security#27"],
  },
  "governance-gap": {
    text: "Markets reach across the world while the institutions that should govern them remain national and uncoordinated.",
    sources: ["course-human-security#29"],
  },
  "development-with-insecurity": {
    text: "Development goes on while people feel less and less secure.",
    sources: ["undp-2025#6"],
  },
  "algorithmic-discrimination": {
    text: "Automated decisions treat people unequally, for example through proxies for poverty or origin.",
    sources: ["undp-2025#9"],
  },
  "algorithmic-discrimination-hiring": {
    text: "Automated decisions deny people jobs.",
    sources: ["undp-2025#9"],
  },
  "algorithmic-discrimination-lending": {
    text: "Automated decisions deny people credit or make it dearer.",
    sources: ["undp-2025#9", "undp-2025#33"],
  },
  "algorithmic-discrimination-housing": {
    text: "Automated decisions deny people a home.",
    sources: ["undp-2025#9"],
  },
  "internet-shutdown": {
    text: "Authorities block or slow the network on purpose.",
    sources: ["vitalcore"],
    basis: "own",
  },
  discrimination: {
    text: "Unequal treatment on a ground that human rights law prohibits.",
    sources: ["sdg-2017"],
    basis: "own",
  },
  corruption: {
    text: "Abuse of entrusted power for private gain.",
    sources: ["sdg-2017"],
    basis: "own",
  },
} as const satisfies Partial<Record<ThreatId, Definition>>;
