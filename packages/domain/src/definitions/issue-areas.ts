import type { IssueAreaId } from "../vocabulary/issue-areas.js";
import type { Definition } from "./definition.js";

/**
 * What the issue areas mean.
 *
 * @example
 * ```ts
 * import { issueAreaDefinitions } from "@vitalcore/domain/definitions";
 * issueAreaDefinitions["gender-based-violence"].text; // => "Work against violence that is directed at people because of their gender."
 * ```
 */
export const issueAreaDefinitions: Readonly<Record<IssueAreaId, Definition>> = {
  "gender-based-violence": {
    text: "Work against violence that is directed at people because of their gender.",
    sources: ["babbitt-2023#46"],
  },
  "climate-change": {
    text: "What a changing climate does to people, and how they prepare for it.",
    sources: ["babbitt-2023#46", "undp-2025#3"],
  },
  "human-trafficking": {
    text: "Work against trade in people, and for those who have been traded.",
    sources: ["babbitt-2023#46", "course-human-security#82"],
  },
  "forced-migration": {
    text: "Flight and displacement: those who flee, those who receive them, and return.",
    sources: ["babbitt-2023#46", "course-human-security#76"],
  },
  "drug-policy": {
    text: "Policy on drugs, judged by what it does to people.",
    sources: ["babbitt-2023#46"],
  },
  "civilian-protection": {
    text: "Keeping civilians from harm, through human rights or non-violent action.",
    sources: ["babbitt-2023#46"],
  },
  "multi-track-diplomacy": {
    text: "Making peace through many channels, official and unofficial.",
    sources: ["babbitt-2023#46"],
  },
  "youth-and-conflict": {
    text: "What conflict does to young people, and what they do about it.",
    sources: ["babbitt-2023#46"],
  },
  "financial-inclusion": {
    text: "Access to accounts, payments, savings and credit.",
    sources: ["babbitt-2023#46", "undp-2025#8"],
  },
  "basic-services": {
    text: "Access to health care, education and what else everyone needs.",
    sources: ["babbitt-2023#46", "undp-2025#3"],
  },
  "non-state-armed-groups": {
    text: "Armed groups outside the state, looked at for what they do to people.",
    sources: ["babbitt-2023#46"],
  },
  terrorism: {
    text: "Terrorism and the answers to it, looked at for what they do to people.",
    sources: ["babbitt-2023#46", "course-human-security#27"],
  },
  cybersecurity: {
    text: "Security of networks and data, looked at for what attacks on them do to people.",
    sources: ["babbitt-2023#46"],
  },
  poverty: {
    text: "Poverty as cause and as effect of insecurity.",
    sources: ["course-human-security#56"],
  },
  health: {
    text: "Disease and care as matters of security.",
    sources: ["course-human-security#64"],
  },
  "population-movements": {
    text: "Voluntary and involuntary movement of people, and what it means for security.",
    sources: ["course-human-security#76"],
  },
  governance: {
    text: "How states and international institutions govern, and whom they answer to.",
    sources: ["course-human-security#36"],
  },
  globalization: {
    text: "Growing ties across borders, their gains and the insecurity that they bring.",
    sources: ["course-human-security#25"],
  },
  digitalization: {
    text: "The spread of digital technology through life, the newest field of the concept.",
    sources: ["undp-2025#3", "undp-2025#6"],
  },
};
