import type { ActorId } from "../vocabulary/actors.js";
import type { Definition } from "./definition.js";

/**
 * What the actors mean.
 *
 * @example
 * ```ts
 * import { actorDefinitions } from "@vitalcore/domain/definitions";
 * actorDefinitions.state.text; // => "States hold the first duty to provide security. They may fail in it, and they may be the threat."
 * ```
 */
export const actorDefinitions: Readonly<Record<ActorId, Definition>> = {
  state: {
    text: "States hold the first duty to provide security. They may fail in it, and they may be the threat.",
    sources: [
      "chs-2003-extract#5",
      "babbitt-2023#34",
      "babbitt-2023#50",
      "undp-2025#15",
      "untfhs#3",
    ],
  },
  undp: {
    text: "The development programme of the United Nations, which introduced the concept in 1994 and runs Digital X.",
    sources: ["undp-2025#4", "course-human-security#10"],
  },
  "commission-on-human-security": {
    text: "The independent commission of 2001 to 2003, which defined human security by critical and pervasive threats.",
    sources: ["undp-2025#4", "chs-2003-extract#17"],
  },
  untfhs: {
    text: "The United Nations fund that pays for human security programmes and explains the approach.",
    sources: ["babbitt-2023#82", "babbitt-2023#84", "untfhs#3"],
  },
  "un-secretary-general": {
    text: "The head of the United Nations, who reported on human security in 2010.",
    sources: ["babbitt-2023#68"],
  },
  "united-nations": {
    text: "The organization of the states of the world.",
    sources: ["undp-2025#16", "undp-2025#26"],
  },
  oset: {
    text: "The office of the United Nations Secretary-General's envoy on technology, co-author of the report on safeguards for digital public infrastructure.",
    sources: ["undp-2025#25"],
  },
  itu: {
    text: "The United Nations agency for information and communication technologies, source of statistics on connectivity.",
    sources: ["undp-2025#27"],
  },
  who: {
    text: "The United Nations agency for health, source of statistics on disease.",
    sources: ["undp-2025#31"],
  },
  iom: {
    text: "The United Nations agency for migration, source of statistics on migrants.",
    sources: ["undp-2025#34"],
  },
  "un-women": {
    text: "The United Nations entity for gender equality, source of evidence on violence online.",
    sources: ["undp-2025#35"],
  },
  unhcr: {
    text: "The United Nations agency for refugees, source of statistics on displacement.",
    sources: ["course-human-security#76"],
  },
  "world-bank": {
    text: "The development bank owned by states, author of reports on digital progress and, with the United Nations, on preventing violent conflict.",
    sources: ["undp-2025#32", "babbitt-2023#86"],
  },
  "international-financial-institutions": {
    text: "Multilateral lenders, torn between the wishes of donors and divisions within their own bureaucracies.",
    sources: ["course-human-security#36"],
  },
  igos: {
    text: "Organizations of states, members of coalitions for human security.",
    sources: ["course-human-security#38"],
  },
  ngos: {
    text: "Organizations that set agendas, do research and deliver aid, and that depend on donors.",
    sources: ["course-human-security#38", "course-human-security#40", "undp-2025#14"],
  },
  "civil-society": {
    text: "Citizens' groups, partners in joint efforts.",
    sources: ["chs-2003-extract#15", "undp-2025#7"],
  },
  "community-leaders": {
    text: "Women and men whom a community trusts to speak and act for it.",
    sources: ["chs-2003-extract#15"],
  },
  businesses: {
    text: "Companies: members of coalitions, and holders of control over technology.",
    sources: ["course-human-security#38", "course-human-security#40", "undp-2025#10"],
  },
  "it-vendors": { text: "Companies that sell information technology.", sources: ["undp-2025#15"] },
  "system-integrators": {
    text: "Companies that put systems together and put them to work.",
    sources: ["undp-2025#15"],
  },
  "platform-owners": {
    text: "Companies that own the large platforms, most of them in the developed world.",
    sources: ["undp-2025#10"],
  },
  "foreign-actors": {
    text: "Foreign companies or states that may gain control of a country's digital infrastructure.",
    sources: ["undp-2025#10"],
  },
  "educational-institutions": {
    text: "Schools, universities and training bodies.",
    sources: ["undp-2025#15"],
  },
  "development-financiers": {
    text: "Donors and lenders who pay for development and for non-governmental organizations.",
    sources: ["undp-2025#15", "course-human-security#36", "course-human-security#40"],
  },
  "technical-assistance-providers": {
    text: "Those who give governments technical help.",
    sources: ["undp-2025#15"],
  },
  consultants: {
    text: "Consultants, development professionals and procurement experts.",
    sources: ["undp-2025#17"],
  },
  "open-source-communities": {
    text: "People who together build and keep shared software.",
    sources: ["undp-2025#3", "undp-2025#13", "undp-2025#15"],
  },
  dpga: {
    text: "The multi-stakeholder alliance that helps to find digital public goods and keeps their registry.",
    sources: ["undp-2025#16"],
  },
  openssf: {
    text: "The foundation that coordinates the security of open source tools on which much depends.",
    sources: ["undp-2025#14"],
  },
  "human-security-network": {
    text: "A group of states that promoted the concept together.",
    sources: ["undp-2025#7"],
  },
  "european-union": {
    text: "A regional actor that joins peace, development, rights and digital equity.",
    sources: ["undp-2025#7"],
  },
  canada: { text: "A state that took up the concept early.", sources: ["undp-2025#7"] },
  japan: {
    text: "A state that took up the concept early, and that frames digital inclusion as human security.",
    sources: ["undp-2025#7", "undp-2025#28", "undp-2025#29"],
  },
  "leir-institute": {
    text: "The institute of Tufts University that published the briefing of 2023.",
    sources: ["babbitt-2023#7", "babbitt-2023#13"],
  },
  people: {
    text: "People as actors of their own security, not only as those who receive it.",
    sources: ["chs-2003-extract#3", "chs-2003-extract#15", "untfhs#17"],
  },
  "non-state-armed-groups": {
    text: "Armed groups that answer to no state; some recruit in camps.",
    sources: ["babbitt-2023#46", "course-human-security#58", "course-human-security#78"],
  },
  "criminal-networks": {
    text: "Networks that live from illicit trade, and whose money feeds conflict, crime and terrorism.",
    sources: ["course-human-security#27", "course-human-security#58", "course-human-security#82"],
  },
  "terrorist-organizations": {
    text: "Organizations that use terror, and that exploit resentments and ties of diasporas.",
    sources: ["course-human-security#82"],
  },
  "technology-creators": {
    text: "Those who make technology; their intentions and incentives shape what it does.",
    sources: ["undp-2025#9"],
  },
  "global-south": {
    text: "The states of the South, with limited influence in international institutions.",
    sources: ["course-human-security#36"],
  },
  practitioners: {
    text: "People who work on human security, and who need to know their own assumptions.",
    sources: ["babbitt-2023#9", "babbitt-2023#52"],
  },
};
