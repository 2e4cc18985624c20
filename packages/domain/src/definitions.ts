import type { CoreConceptId } from "./ids.js";
import type { Source } from "./source.js";

/** What a concept means, in our words, and the texts from which that reading comes. */
export interface Definition {
  readonly text: string;
  /** Ids in {@link definitionSources}. */
  readonly sources: readonly string[];
}

/**
 * The texts on which the definitions rest.
 *
 * @example
 * ```ts
 * import { definitionSources } from "@vitalcore/domain/definitions";
 * definitionSources.find(({ id }) => id === "chs-2003")?.issued; // => { "date-parts": [[2003]] }
 * ```
 */
export const definitionSources: readonly Source[] = [
  {
    id: "undp-1994",
    type: "report",
    title: "Human Development Report 1994: New Dimensions of Human Security",
    author: [{ literal: "United Nations Development Programme" }],
    issued: { "date-parts": [[1994]] },
    note: "Chapter 2 names the seven dimensions.",
  },
  {
    id: "chs-2003",
    type: "report",
    title: "Human Security Now: Protecting and Empowering People",
    author: [{ literal: "Commission on Human Security" }],
    issued: { "date-parts": [[2003]] },
  },
  {
    id: "unga-2012",
    type: "legislation",
    title:
      "Follow-up to paragraph 143 on human security of the 2005 World Summit Outcome (resolution 66/290)",
    author: [{ literal: "United Nations General Assembly" }],
    issued: { "date-parts": [[2012, 9, 10]] },
  },
  {
    id: "untfhs",
    type: "webpage",
    title: "What is Human Security?",
    author: [{ literal: "United Nations Trust Fund for Human Security" }],
  },
  {
    id: "babbitt-2023",
    type: "webpage",
    title: "Leir Briefing Room: Defining Human Security",
    author: [{ family: "Babbitt", given: "Eileen" }],
    issued: { "date-parts": [[2023]] },
    URL: "https://leir-briefing-room.ghost.io/defining-human-security/",
  },
  {
    id: "undp-2025",
    type: "report",
    title: "Human Security in the Digital Context",
    author: [{ literal: "United Nations Development Programme" }],
    issued: { "date-parts": [[2025, 10, 21]] },
  },
];

/**
 * What dimensions, freedoms, open source freedoms and principles mean, in English and in our words.
 *
 * @example
 * ```ts
 * import { definitions } from "@vitalcore/domain/definitions";
 * definitions.health.text; // => "People are protected from disease and can reach prevention and care."
 * ```
 */
export const definitions: Readonly<Record<CoreConceptId, Definition>> = {
  economic: {
    text: "People can rely on a basic income or livelihood and are cushioned when it is lost.",
    sources: ["undp-1994", "chs-2003", "undp-2025"],
  },
  food: {
    text: "People can reach enough safe and nourishing food at all times.",
    sources: ["undp-1994", "undp-2025"],
  },
  health: {
    text: "People are protected from disease and can reach prevention and care.",
    sources: ["undp-1994", "undp-2025"],
  },
  environmental: {
    text: "People are protected from environmental decline, climate stress and natural hazards.",
    sources: ["undp-1994", "undp-2025"],
  },
  personal: {
    text: "People are safe from physical and psychological violence, coercion, fraud and intrusion, whoever the perpetrator is.",
    sources: ["undp-1994", "undp-2025"],
  },
  community: {
    text: "Groups can keep their identity, bonds and ways of life without attack or exclusion.",
    sources: ["undp-1994", "undp-2025"],
  },
  political: {
    text: "People can exercise basic rights and take part in public life without repression.",
    sources: ["undp-1994", "chs-2003", "undp-2025"],
  },
  "from-fear": {
    text: "Living without violence, repression or the threat of either.",
    sources: ["unga-2012", "untfhs"],
  },
  "from-want": {
    text: "Having the material means for a decent life.",
    sources: ["unga-2012", "untfhs"],
  },
  "live-in-dignity": {
    text: "Being treated as a person of equal worth, with rights, voice and choice.",
    sources: ["unga-2012", "untfhs", "babbitt-2023"],
  },
  inspect: {
    text: "Anyone may read the code and learn how the tool works, which builds technical literacy and transparency.",
    sources: ["undp-2025"],
  },
  use: {
    text: "Anyone may run the software without restriction of purpose, income or place.",
    sources: ["undp-2025"],
  },
  modify: {
    text: "Communities may adapt the tool to their own context.",
    sources: ["undp-2025"],
  },
  distribute: {
    text: "Copies and adaptations may be passed on, so that solutions spread quickly.",
    sources: ["undp-2025"],
  },
  "people-centred": {
    text: "Start from the conditions that endanger people, above all the most exposed, and not from the state.",
    sources: ["untfhs", "babbitt-2023"],
  },
  comprehensive: {
    text: "Answer threats across sectors and with partners, because the freedoms they hit depend on one another.",
    sources: ["untfhs", "babbitt-2023"],
  },
  "context-specific": {
    text: "Shape responses to local causes, needs, vulnerabilities and capacities, from the ground up.",
    sources: ["untfhs", "babbitt-2023", "undp-2025"],
  },
  "prevention-oriented": {
    text: "Look for root causes and early signals, and act before harm occurs.",
    sources: ["untfhs", "babbitt-2023"],
  },
  "protection-and-empowerment": {
    text: "Join top-down protection by norms and institutions with bottom-up empowerment by participation.",
    sources: ["untfhs", "chs-2003"],
  },
};
