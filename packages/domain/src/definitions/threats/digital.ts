import type { ThreatId } from "../../vocabulary/threats/ids.js";
import type { Definition } from "../definition.js";

/** Digital threats, defined in our words. */
export const digitalThreatDefinitions = {
  "cyberattack-critical-infrastructure": {
    text: "Attacks through networks on services that life depends on, such as power, water and hospitals.",
    sources: ["undp-2025#9", "babbitt-2023#46"],
  },
  "data-breach": {
    text: "Personal or confidential data are lost, stolen or exposed.",
    sources: ["undp-2025#9"],
  },
  "privacy-risk": {
    text: "Collection and combination of data expose the private lives of people.",
    sources: ["undp-2025#9"],
  },
  "invasive-surveillance": {
    text: "Watching people by digital means beyond what is necessary and lawful.",
    sources: ["undp-2025#9"],
  },
  "misuse-of-personal-information": {
    text: "Data about a person are used against that person or for ends that the person never agreed to.",
    sources: ["undp-2025#9"],
  },
  "migrant-digital-tracking": {
    text: "Systems follow the movements and transactions of people on the move.",
    sources: ["undp-2025#9"],
  },
  "everyday-tech-as-control": {
    text: "Ordinary services such as mobile payments or transit cards are turned into means of control.",
    sources: ["undp-2025#9"],
  },
  "online-harassment": {
    text: "Abuse of people through digital technology: acts that are committed, assisted, aggravated or amplified by it.",
    sources: ["undp-2025#9", "undp-2025#35"],
  },
  "digital-exclusion": {
    text: "Being offline, or connected too poorly, too dearly or with too few skills to take part.",
    sources: ["undp-2025#3", "undp-2025#6", "undp-2025#9"],
  },
  "inaccessible-digital-services": {
    text: "Essential services move online in forms that some people cannot use.",
    sources: ["undp-2025#9"],
  },
  "deepened-inequality-by-technology": {
    text: "Unequal access and the choices of those who introduce technology widen the gaps that existed before.",
    sources: ["undp-2025#3", "undp-2025#10"],
  },
  "technology-power-concentration": {
    text: "Infrastructure, research and platforms are held in few hands.",
    sources: ["undp-2025#9", "undp-2025#10", "undp-2025#12"],
  },
  "ai-harm": {
    text: "Harm that artificial intelligence does by design, by misuse or by whom it leaves behind.",
    sources: ["undp-2025#9"],
  },
  "vendor-lock-in": {
    text: "Leaving a supplier costs so much that the buyer is no longer free to choose.",
    sources: ["undp-2025#10", "undp-2025#17"],
  },
  "non-transparent-it-contracts": {
    text: "The terms on which public technology is bought are hidden from the public.",
    sources: ["undp-2025#10"],
  },
  "loss-of-digital-sovereignty": {
    text: "Control over a country's digital base passes to private or foreign hands.",
    sources: ["undp-2025#10"],
  },
  "tech-brain-drain": {
    text: "Skilled people leave, and the capacity to build and adapt technology leaves with them.",
    sources: ["undp-2025#10"],
  },
  "regulatory-capacity-gap": {
    text: "Public bodies lack the people, the rules or the means to govern digital infrastructure.",
    sources: ["undp-2025#10"],
  },
  "artificial-scarcity-information-asymmetry": {
    text: "Closed technology makes scarce what could be copied, and hides from users what suppliers know.",
    sources: ["undp-2025#12"],
  },
  "government-digital-skills-gap": {
    text: "Governments lack the awareness and skills to adopt open source and to contribute to it.",
    sources: ["undp-2025#3", "undp-2025#15"],
  },
  "harmful-technology-decisions": {
    text: "Choices of technology that undermine development and security, taken without knowledge or support.",
    sources: ["undp-2025#15"],
  },
  "open-source-fragility": {
    text: "Open source tools on which many depend lack maintenance, coordination or assured quality.",
    sources: ["undp-2025#11"],
  },
  "image-based-abuse": {
    text: "Making, sharing or threatening to share intimate images without consent.",
    sources: ["un-women-who-2022", "eige-2025"],
    basis: "own",
  },
  cyberstalking: {
    text: "Repeated unwanted following or watching through technology that causes fear.",
    sources: ["un-women-who-2022", "eige-2025"],
    basis: "own",
  },
  doxing: {
    text: "Publishing private data in order to expose a person to harm.",
    sources: ["un-women-who-2022"],
    basis: "own",
  },
  "online-hate-speech": {
    text: "Content that attacks people for their gender or another part of their identity.",
    sources: ["un-women-who-2022", "eige-2025"],
    basis: "own",
  },
  "synthetic-media-abuse": {
    text: "Fabricated sexual or defamatory images, sound or film of a real person.",
    sources: ["un-women-who-2022"],
    basis: "own",
  },
  "online-threats": {
    text: "Threats of physical or sexual violence that are sent through technology.",
    sources: ["un-women-who-2022"],
    basis: "own",
  },
  "online-impersonation": {
    text: "Using or seizing the online identity of a person.",
    sources: ["un-women-who-2022"],
    basis: "own",
  },
  "digital-coercive-control": {
    text: "A partner or former partner monitors, tracks or restricts a person by technology.",
    sources: ["un-women-who-2022"],
    basis: "own",
  },
  cyberbullying: {
    text: "Repeated aggression online, chiefly among children and young people.",
    sources: ["eige-2025", "undrr-isc-2025"],
    basis: "own",
  },
  malware: {
    text: "Harmful software, ransomware included.",
    sources: ["undrr-isc-2025"],
    basis: "own",
  },
} as const satisfies Partial<Record<ThreatId, Definition>>;
