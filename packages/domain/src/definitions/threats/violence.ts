import type { ThreatId } from "../../vocabulary/threats/ids.js";
import type { Definition } from "../definition.js";

/** Violence and crime, defined in our words. */
export const violenceThreatDefinitions = {
  bioterrorism: {
    text: "Deliberate release of disease agents to harm people or spread fear.",
    sources: ["course-human-security#70"],
  },
  crime: {
    text: "Offences that harm people in body, property or peace of mind.",
    sources: ["course-human-security#10"],
  },
  "organized-crime": {
    text: "Lasting criminal networks, often across borders, that gain ground where states are weak.",
    sources: ["course-human-security#27", "course-human-security#58"],
  },
  "human-trafficking": {
    text: "Recruiting, moving or holding people by force or deceit in order to exploit them.",
    sources: ["course-human-security#82", "babbitt-2023#46"],
  },
  "drug-related-harm": {
    text: "Harm from the use of drugs, from the trade in them and from policies against them.",
    sources: ["babbitt-2023#46"],
  },
  "violent-conflict": {
    text: "Armed force between states, within a state or between groups.",
    sources: [
      "chs-2003-extract#5",
      "undp-2025#3",
      "undp-2025#5",
      "course-human-security#56",
      "course-human-security#76",
    ],
  },
  "social-conflict": {
    text: "Hostility between groups of a society over identity, resources or power.",
    sources: ["course-human-security#10"],
  },
  "civil-unrest": {
    text: "Riots, clashes and violent opposition that grow from grievances.",
    sources: ["course-human-security#58"],
  },
  terrorism: {
    text: "Violence against civilians that is meant to spread fear and to force a political aim.",
    sources: [
      "course-human-security#27",
      "course-human-security#58",
      "course-human-security#82",
      "babbitt-2023#46",
    ],
  },
  "non-state-armed-violence": {
    text: "Violence by armed groups that answer to no state.",
    sources: ["babbitt-2023#46", "course-human-security#58", "course-human-security#78"],
  },
  "militant-recruitment": {
    text: "Armed groups draw in people who have lost home, prospects or belonging, for example in camps.",
    sources: ["course-human-security#78", "course-human-security#82"],
  },
  "external-military-threat": {
    text: "Attack, or the threat of it, by the armed forces of another state.",
    sources: ["course-human-security#10"],
  },
  "gender-based-violence": {
    text: "Violence that is directed at people because of their gender or that falls on one gender out of proportion.",
    sources: ["babbitt-2023#46", "course-human-security#78"],
  },
  "domestic-violence": {
    text: "Violence within the home, by a partner or relative.",
    sources: ["course-human-security#50"],
  },
  "exploitation-of-displaced": {
    text: "Violence, abuse and exploitation to which women and children are exposed during and after flight.",
    sources: ["course-human-security#78"],
  },
  "online-scams": {
    text: "Deceit by digital means to take money or data from people.",
    sources: ["undp-2025#9", "undp-2025#36"],
  },
  homicide: {
    text: "Unlawful killing with the intent to kill or to injure seriously.",
    sources: ["unodc-2015"],
    basis: "own",
  },
} as const satisfies Partial<Record<ThreatId, Definition>>;
