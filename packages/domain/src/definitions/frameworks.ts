import type { FrameworkId } from "../vocabulary/frameworks.js";
import type { Definition } from "./definition.js";

/**
 * What the documents, agendas and programmes mean.
 *
 * @example
 * ```ts
 * import { frameworkDefinitions } from "@vitalcore/domain/definitions";
 * frameworkDefinitions["hdr-1994"].text; // => "The report that first set out human security and its dimensions."
 * ```
 */
export const frameworkDefinitions: Readonly<Record<FrameworkId, Definition>> = {
  "hdr-1994": {
    text: "The report that first set out human security and its dimensions.",
    sources: ["undp-2025#4", "undp-2025#20", "course-human-security#10", "babbitt-2023#78"],
  },
  "human-security-now": {
    text: "The report of the Commission on Human Security.",
    sources: ["undp-2025#4", "undp-2025#21", "chs-2003-extract#17", "babbitt-2023#58"],
  },
  "sg-report-2010": {
    text: "The report of the Secretary-General on human security, A/64/701 of 8 March 2010.",
    sources: ["babbitt-2023#68"],
  },
  "special-report-2022": {
    text: "UNDP's special report on new threats to human security in the Anthropocene.",
    sources: ["undp-2025#6", "undp-2025#24", "babbitt-2023#80"],
  },
  "policy-brief-5": {
    text: "The policy brief of the United Nations that proposed a Global Digital Compact.",
    sources: ["undp-2025#6", "undp-2025#26"],
  },
  "dpi-interim-report": {
    text: "The interim report on safe and inclusive digital public infrastructure.",
    sources: ["undp-2025#6", "undp-2025#25"],
  },
  "global-digital-compact": {
    text: "The agreement of United Nations members on digital cooperation, which reflects principles of open source.",
    sources: ["undp-2025#16"],
  },
  sdgs: {
    text: "The seventeen goals of the 2030 Agenda, by which digital public goods are judged.",
    sources: ["undp-2025#16"],
  },
  "un-open-source-week": {
    text: "The forum on open source that the United Nations has led since 2023.",
    sources: ["undp-2025#16"],
  },
  "digital-x-3": {
    text: "UNDP's project that brings needs and open source solutions together.",
    sources: ["undp-2025#17"],
  },
  "japan-bluebook": {
    text: "Japan's yearly report on its foreign policy; the editions of 2022, 2023 and 2024 are cited.",
    sources: ["undp-2025#7", "undp-2025#28"],
  },
  "japan-nss": {
    text: "Japan's security strategy of 2022.",
    sources: ["undp-2025#7", "undp-2025#29"],
  },
  "triple-nexus-note": {
    text: "The guidance note on humanitarian, development and peace work together.",
    sources: ["babbitt-2023#82"],
  },
  "hs-handbook": {
    text: "The handbook on human security in practice, revised in 2015.",
    sources: ["babbitt-2023#84"],
  },
  "pathways-for-peace": {
    text: "The study of the World Bank and the United Nations on preventing violent conflict.",
    sources: ["babbitt-2023#86"],
  },
  "anti-scam-handbook": {
    text: "The handbook against scams of UNDP's centre in Singapore.",
    sources: ["undp-2025#9", "undp-2025#36"],
  },
  "digital-progress-report": {
    text: "The World Bank's report of 2023 on digital progress.",
    sources: ["undp-2025#8", "undp-2025#32"],
  },
  "four-freedoms-os": {
    text: "The freedoms to inspect, use, modify and distribute software.",
    sources: ["undp-2025#3", "undp-2025#12"],
  },
};
