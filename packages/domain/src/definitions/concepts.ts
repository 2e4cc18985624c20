import type { ConceptId } from "../vocabulary/concepts.js";
import type { Definition } from "./definition.js";

/**
 * What the concepts mean.
 *
 * @example
 * ```ts
 * import { conceptDefinitions } from "@vitalcore/domain/definitions";
 * conceptDefinitions["human-security"].text; // => "Security whose subject is people: their survival, livelihood and dignity, and their freedom to choose and to shape their future."
 * ```
 */
export const conceptDefinitions: Readonly<Record<ConceptId, Definition>> = {
  "human-security": {
    text: "Security whose subject is people: their survival, livelihood and dignity, and their freedom to choose and to shape their future.",
    sources: [
      "undp-2025#4",
      "untfhs#3",
      "course-human-security#10",
      "babbitt-2023#34",
      "chs-2003-extract#3",
    ],
  },
  "state-security": {
    text: "Protection of the state, above all from military threats from outside. Human security complements it and does not replace it.",
    sources: ["course-human-security#10", "chs-2003-extract#5", "babbitt-2023#34", "undp-2025#3"],
  },
  capability: {
    text: "What a person is really able to be and to do (Sen), the base of the concept.",
    sources: ["undp-2025#4", "undp-2025#5"],
  },
  "capability-approach": {
    text: "A framework that judges well-being by what people are really able to be and to do. Its handbook of 2020 had no chapter on digital technology.",
    sources: ["undp-2025#5"],
  },
  "development-as-freedom": {
    text: "Development understood as the expansion of the real freedoms of people (Sen).",
    sources: ["chs-2003-extract#9", "babbitt-2023#70"],
  },
  "human-development": {
    text: "The widening of people's choices, which human security complements by guarding against their loss.",
    sources: ["untfhs#24", "untfhs#9"],
  },
  "human-rights": {
    text: "Rights that everyone has, at the core of protection and of empowerment.",
    sources: ["chs-2003-extract#7", "untfhs#3", "untfhs#7"],
  },
  "downside-risk": {
    text: "The chance of a sudden and deep reversal.",
    sources: ["chs-2003-extract#9"],
  },
  "growth-with-equity": {
    text: "The aim that growth should reach everyone.",
    sources: ["chs-2003-extract#9"],
  },
  "downturns-with-security": {
    text: "The aim that people should be protected when economies shrink, which human security adds to growth with equity.",
    sources: ["chs-2003-extract#9"],
  },
  "development-with-insecurity": {
    text: "The observation that people feel less secure while development advances.",
    sources: ["undp-2025#6"],
  },
  "building-blocks": {
    text: "The political, social, economic, environmental and cultural systems that together make survival, livelihood and dignity possible.",
    sources: ["undp-2025#4", "untfhs#9"],
  },
  "vital-freedoms": {
    text: "The fundamental freedoms that are to be safeguarded and expanded.",
    sources: ["chs-2003-extract#3", "undp-2025#4"],
  },
  "interdependence-of-freedoms": {
    text: "No freedom can be had without the others: what endangers one endangers all.",
    sources: ["untfhs#3", "untfhs#11"],
  },
  "hard-power": {
    text: "Power by military force, which does not win trust by itself.",
    sources: ["chs-2003-extract#15"],
  },
  "soft-power": {
    text: "Power by attraction: democracy, freedom and rights.",
    sources: ["chs-2003-extract#15"],
  },
  "shared-responsibility": {
    text: "The view that security is the task of all.",
    sources: ["chs-2003-extract#11", "course-human-security#72"],
  },
  "integration-not-compartmentalization": {
    text: "Policies of security, development and assistance that belong together are made together.",
    sources: ["chs-2003-extract#13"],
  },
  "good-governance": {
    text: "Governing that answers to people, includes them and can be held to account.",
    sources: ["untfhs#17", "chs-2003-extract#3"],
  },
  "rule-of-law": {
    text: "Law that is known, equal for all and binding on those who govern.",
    sources: ["chs-2003-extract#3"],
  },
  multipolarity: {
    text: "A world with several centres of power, whose institutions need renewal.",
    sources: ["course-human-security#42"],
  },
  globalization: {
    text: "Growing ties across borders, which raise welfare as a whole and disrupt lives.",
    sources: ["course-human-security#25", "course-human-security#27", "course-human-security#29"],
  },
  "poverty-security-nexus": {
    text: "Poverty breeds insecurity, and insecurity breeds poverty.",
    sources: ["course-human-security#56"],
  },
  "health-security-nexus": {
    text: "Disease endangers security, and insecurity endangers health.",
    sources: ["course-human-security#72", "course-human-security#68"],
  },
  "security-dilemma": {
    text: "What makes one side secure makes the other insecure; here, the tension between the security of people and of states. Constructivists hold that such dilemmas are made by society.",
    sources: ["course-human-security#38", "course-human-security#48"],
  },
  interdependence: {
    text: "States and people depend on each other, which leads them to form coalitions.",
    sources: ["course-human-security#38"],
  },
  "burden-sharing": {
    text: "States share the cost and the work of protecting refugees.",
    sources: ["course-human-security#38"],
  },
  digitalization: {
    text: "The spread of digital technology through all of life.",
    sources: ["undp-2025#3", "undp-2025#6"],
  },
  "digital-inclusion": {
    text: "Everyone can take part in what is digital, on fair terms.",
    sources: ["undp-2025#7"],
  },
  "digital-equity": {
    text: "Digital technology serves people alike, whoever they are.",
    sources: ["undp-2025#7"],
  },
  "digital-literacy": {
    text: "The skill to use digital tools well and safely.",
    sources: ["undp-2025#11", "undp-2025#13"],
  },
  "digital-sovereignty": {
    text: "A country's control over the digital base on which it runs.",
    sources: ["undp-2025#10"],
  },
  "digital-public-good": {
    text: "Open source software, open data, models, standards or content that advance the Sustainable Development Goals and that all may use, adapt and improve.",
    sources: ["undp-2025#3", "undp-2025#11", "undp-2025#16"],
  },
  "digital-public-infrastructure": {
    text: "Shared digital systems, such as for identity, payments and exchange of data, on which services are built.",
    sources: ["undp-2025#25"],
  },
  "open-source": {
    text: "Software that anyone may inspect, use, modify and distribute, and that communities build.",
    sources: ["undp-2025#3", "undp-2025#11", "undp-2025#12"],
  },
  "proprietary-model": {
    text: "Software under the control of its owner. It has its place, and can create scarcity and an imbalance of knowledge.",
    sources: ["undp-2025#12"],
  },
  "vendor-lock-in": {
    text: "Dependence on one supplier.",
    sources: ["undp-2025#10", "undp-2025#17"],
  },
  "privacy-by-design": {
    text: "Protection of privacy is built into a system from its first draft.",
    sources: ["undp-2025#11"],
  },
  "critical-infrastructure": {
    text: "Systems whose failure endangers life, health or the economy, protected and attacked through digital tools.",
    sources: ["undp-2025#3", "undp-2025#9"],
  },
  "artificial-intelligence": {
    text: "Systems that infer from data and act on what they infer; the latest wave of innovation.",
    sources: ["undp-2025#9"],
  },
  anthropocene: {
    text: "The age in which people change the planet as a whole; the frame of the special report of 2022.",
    sources: ["undp-2025#24", "babbitt-2023#80"],
  },
  solidarity: {
    text: "Standing by people far away whose insecurity is tied to ours; the call of the special report of 2022.",
    sources: ["undp-2025#24"],
  },
  "triple-nexus": {
    text: "Humanitarian aid, development and peace are planned together.",
    sources: ["babbitt-2023#82"],
  },
  "early-warning": {
    text: "Seeing a threat in its first signs and telling those in its way.",
    sources: ["untfhs#17", "babbitt-2023#42", "undp-2025#8"],
  },
  "social-protection": {
    text: "Benefits and safety nets that carry people through loss of income, illness and old age.",
    sources: ["untfhs#17", "chs-2003-extract#9"],
  },
  "social-networks": {
    text: "The ties between people that help them to cope, and that disease and conflict weaken.",
    sources: ["untfhs#17", "course-human-security#68"],
  },
  "reflective-practice": {
    text: "Knowing one's own assumptions, values and biases, and stating them.",
    sources: ["babbitt-2023#52"],
  },
  remittances: { text: "Money that migrants send home.", sources: ["course-human-security#82"] },
  repatriation: {
    text: "Return to the country of origin by free choice, for which trust has to be rebuilt.",
    sources: ["course-human-security#80"],
  },
  "subjectivity-of-security": {
    text: "What counts as security depends on people and their society, not on material facts alone.",
    sources: ["course-human-security#52"],
  },
  "bias-of-automated-systems": {
    text: "Automated decisions amplify existing bias, for example by using postcode or credit history as a proxy.",
    sources: ["undp-2025#9"],
  },
  "winners-and-losers": {
    text: "New technology concentrates power, and benefits some at the cost of others.",
    sources: ["undp-2025#9"],
  },
  "infrastructure-like-properties": {
    text: "Open source is owned and kept in common, as roads and water pipes are.",
    sources: ["undp-2025#11"],
  },
  "build-or-buy": {
    text: "Whether to build a system or to buy one, in house or outside, with local capacity or with external experts.",
    sources: ["undp-2025#15"],
  },
  "people-as-referent": {
    text: "The subject of security is the person or community, as they define themselves, rather than the state.",
    sources: ["babbitt-2023#34", "course-human-security#10"],
  },
  "cold-war-shift": {
    text: "The turn of the 1990s from the security of states to the security of people.",
    sources: ["course-human-security#38", "babbitt-2023#34", "course-human-security#64"],
  },
  "analytic-lens": {
    text: "Human security as a way of looking at any threat to people and communities.",
    sources: ["babbitt-2023#44", "babbitt-2023#36"],
  },
  "needs-vulnerabilities-capacities": {
    text: "What people and governments need, where they are exposed, and what they can do: to be assessed before a response is chosen.",
    sources: ["untfhs#13", "untfhs#28"],
  },
  "local-threats-universal-principles": {
    text: "Threats are local; dignity and agency are universal.",
    sources: ["undp-2025#5", "untfhs#13"],
  },
  resilience: {
    text: "The ability of people and communities to withstand, recover and adapt.",
    sources: ["undp-2025#13", "course-human-security#60"],
  },
  peace: {
    text: "The absence of violence and of its causes, named beside development and progress.",
    sources: ["untfhs#9", "untfhs#24"],
  },
  inclusion: {
    text: "Design, governing and institutions that leave nobody out.",
    sources: ["undp-2025#3", "undp-2025#6", "course-human-security#42"],
  },
  "involuntary-movement": {
    text: "Flight from conflict, violence, persecution or disaster.",
    sources: ["course-human-security#76"],
  },
  "voluntary-movement": {
    text: "Migration by choice.",
    sources: ["course-human-security#76", "course-human-security#82"],
  },
  "beyond-physical-safety": {
    text: "Security has economic and rights-based sides and a side of identity, which came in during the 1990s.",
    sources: ["babbitt-2023#34"],
  },
  "providers-beyond-the-state": {
    text: "Others provide security where the state cannot or will not; states hold no monopoly of it.",
    sources: ["babbitt-2023#34", "chs-2003-extract#15"],
  },
  "people-responsibility": {
    text: "People take on more of deciding what their interests, hopes and security are.",
    sources: ["chs-2003-extract#15", "untfhs#17"],
  },
  "trust-in-state": {
    text: "Confidence of people in their state, without which they do not return.",
    sources: ["course-human-security#80"],
  },
  "root-causes": {
    text: "The structures and behaviours, within a country or outside it, from which a threat grows.",
    sources: ["untfhs#15"],
  },
  participation: {
    text: "People take part in defining and carrying out what is done about their security.",
    sources: ["untfhs#17"],
  },
  grievance: {
    text: "A sense of being wronged, which can turn into unrest and opposition.",
    sources: ["course-human-security#58"],
  },
  agency: {
    text: "Being able to choose freely and safely and to shape one's own future.",
    sources: ["undp-2025#4", "undp-2025#5"],
  },
  statelessness: {
    text: "Having no nationality, and so no state on whose protection one has a claim.",
    sources: ["course-human-security#80"],
  },
};
