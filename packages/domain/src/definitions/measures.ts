import type { MeasureId } from "../vocabulary/measures.js";
import type { Definition } from "./definition.js";

/**
 * What the measures mean.
 *
 * @example
 * ```ts
 * import { measureDefinitions } from "@vitalcore/domain/definitions";
 * measureDefinitions["norms-policies-institutions"].text; // => "Rules, policies and institutions that shield people from critical and pervasive threats."
 * ```
 */
export const measureDefinitions: Readonly<Record<MeasureId, Definition>> = {
  "norms-policies-institutions": {
    text: "Rules, policies and institutions that shield people from critical and pervasive threats.",
    sources: ["chs-2003-extract#3", "untfhs#17"],
  },
  "early-warning-systems": {
    text: "Systems that see a threat coming and tell those in its way in time to act.",
    sources: ["untfhs#17", "undp-2025#8"],
  },
  "good-governance": {
    text: "Governing that answers to people, includes them and can be held to account.",
    sources: ["untfhs#17", "chs-2003-extract#3", "course-human-security#42"],
  },
  "social-protection": {
    text: "Benefits and safety nets that carry people through the loss of income.",
    sources: ["untfhs#17", "chs-2003-extract#9"],
  },
  "rule-of-law": {
    text: "Law that is known, equal for all and binding on those who govern.",
    sources: ["chs-2003-extract#3"],
  },
  "data-protection": {
    text: "Rules and practice that limit what may be done with data about people.",
    sources: ["undp-2025#11"],
  },
  "privacy-by-design": {
    text: "Protection of privacy is built into a system from its first draft.",
    sources: ["undp-2025#11"],
  },
  "participatory-processes": {
    text: "People help to define and to carry out what is done about their security.",
    sources: ["untfhs#17"],
  },
  "local-capacity-building": {
    text: "Strengthening the skills and institutions of the place, so that they remain when outsiders leave.",
    sources: ["untfhs#17", "undp-2025#3", "undp-2025#15"],
  },
  "digital-literacy-programmes": {
    text: "Teaching people to use digital tools well and safely.",
    sources: ["undp-2025#11", "undp-2025#13"],
  },
  "broad-consultation": {
    text: "Those who will use a system are asked early, and test it before it is rolled out.",
    sources: ["undp-2025#11"],
  },
  "accessible-design": {
    text: "Design that people of every age, ability, language and connection can use.",
    sources: ["undp-2025#11"],
  },
  "open-source-adoption": {
    text: "Using open source solutions and giving back to them.",
    sources: ["undp-2025#11", "undp-2025#15", "undp-2025#18"],
  },
  "stakeholder-education": {
    text: "Making those who decide aware of what open source offers and demands.",
    sources: ["undp-2025#3", "undp-2025#15"],
  },
  "scale-quality-solutions": {
    text: "Bringing solutions that work to many more people.",
    sources: ["undp-2025#3"],
  },
  "neutral-guidance": {
    text: "Advice to decision makers that is tied to no supplier.",
    sources: ["undp-2025#15"],
  },
  "matchmaking-visibility": {
    text: "Bringing needs and open source solutions together, and making the solutions easy to find.",
    sources: ["undp-2025#17"],
  },
  "multi-stakeholder-cooperation": {
    text: "Governments, organizations and civil society act together, each doing what it does best.",
    sources: [
      "undp-2025#7",
      "untfhs#11",
      "untfhs#30",
      "course-human-security#38",
      "course-human-security#72",
    ],
  },
  "policy-review": {
    text: "Looking again at security, economic, development and social policy for what it does to people's security.",
    sources: ["chs-2003-extract#11"],
  },
  "institutional-integration": {
    text: "Ending the separation of institutions that deal with one part of the same threat.",
    sources: ["chs-2003-extract#13"],
  },
  "governance-reform": {
    text: "Making local and global institutions responsive, inclusive and accountable.",
    sources: ["course-human-security#42", "course-human-security#29"],
  },
  "state-capacity-strengthening": {
    text: "Enabling a state to deliver services and keep order.",
    sources: ["course-human-security#60"],
  },
  "opportunity-and-mobility": {
    text: "Opening ways for people to better their lives, whatever their origin.",
    sources: ["course-human-security#60"],
  },
  "post-conflict-rebuilding": {
    text: "Rebuilding after violence so that it does not return.",
    sources: ["course-human-security#60"],
  },
  "coordinated-health-response": {
    text: "Answering disease together, across sectors and from the community to the world.",
    sources: ["course-human-security#66", "course-human-security#72"],
  },
  "asylum-support": {
    text: "States share the cost and the work of giving asylum.",
    sources: ["course-human-security#38"],
  },
  "safe-repatriation": {
    text: "Return that people choose freely, once it is safe and trust has been rebuilt.",
    sources: ["course-human-security#80"],
  },
  "include-vulnerable-in-decisions": {
    text: "Those who are most exposed have a say in decisions about security.",
    sources: ["babbitt-2023#34"],
  },
  "non-violent-action": {
    text: "Protecting civilians through human rights work and non-violent action.",
    sources: ["babbitt-2023#46"],
  },
  "remove-root-causes": {
    text: "Changing the structures and behaviours from which a threat grows.",
    sources: ["untfhs#15"],
  },
  "encrypted-communication": {
    text: "Tools with which only sender and receiver can read what is said.",
    sources: ["undp-2025#13"],
  },
  "cushioning-globalization": {
    text: "Protecting people from the risks of openness while keeping its opportunities.",
    sources: ["course-human-security#29"],
  },
  "diaspora-peace-role": {
    text: "Communities abroad help to end or prevent conflict at home.",
    sources: ["course-human-security#82"],
  },
  "connect-and-reach": {
    text: "Organizations join in to reach those in need.",
    sources: ["undp-2025#18"],
  },
  "collective-anti-scam": {
    text: "Governments, companies and citizens answer scams together.",
    sources: ["undp-2025#36"],
  },
};
