import type { DebateId } from "../vocabulary/debates.js";
import type { Definition } from "./definition.js";

/**
 * What the debates mean.
 *
 * @example
 * ```ts
 * import { debateDefinitions } from "@vitalcore/domain/definitions";
 * debateDefinitions["whose-security-is-primary"].text; // => "Does the security of the individual or of the state come first? States have duties; people have claims beyond the state."
 * ```
 */
export const debateDefinitions: Readonly<Record<DebateId, Definition>> = {
  "whose-security-is-primary": {
    text: "Does the security of the individual or of the state come first? States have duties; people have claims beyond the state.",
    sources: ["babbitt-2023#34"],
  },
  "narrow-or-broad": {
    text: "Is human security about violence, or about development needs as a whole?",
    sources: ["course-human-security#29"],
  },
  "globalization-good-or-bad": {
    text: "Does globalization make people more secure or less? The evidence points both ways.",
    sources: ["course-human-security#25", "course-human-security#29"],
  },
  "hard-security-lens": {
    text: "Can the lens serve hard security: armed groups, terrorism, attacks on networks?",
    sources: ["babbitt-2023#46"],
  },
  "state-sovereignty": {
    text: "Can people be protected without undermining sovereignty and cooperation between states?",
    sources: ["course-human-security#42", "course-human-security#84"],
  },
  "ngo-coordination": {
    text: "How can governments, companies and organizations work together without doing things twice?",
    sources: ["course-human-security#40"],
  },
  "representation-accountability": {
    text: "Who is represented in institutions, and whom do these answer to?",
    sources: ["course-human-security#36"],
  },
  "rights-vs-diplomacy": {
    text: "How far can the rights of migrants be upheld against diplomatic and practical limits? There is no simple prescription.",
    sources: ["course-human-security#84"],
  },
  "open-source-not-panacea": {
    text: "Open source is no cure for everything: maintenance, coordination and quality have to be secured.",
    sources: ["undp-2025#11"],
  },
  "digital-gap-in-theory": {
    text: "The capability literature said little on digital technology until recently.",
    sources: ["undp-2025#5"],
  },
  "ill-timed-consensus": {
    text: "Is a call for a new consensus ill timed while hard power prevails?",
    sources: ["chs-2003-extract#15"],
  },
  "how-to-define": {
    text: "How should human security be defined, and where are its boundaries?",
    sources: ["course-human-security#15", "course-human-security#19"],
  },
  "globalization-pace": {
    text: "How are opportunity and protection from fast change to be balanced?",
    sources: ["course-human-security#29"],
  },
};
