import type { ActorId } from "../../vocabulary/actors.js";

/**
 * English labels of actors.
 *
 * @example
 * ```ts
 * import { actorLabels } from "@vitalcore/domain/labels/en";
 * actorLabels.state; // => "States and governments"
 * ```
 */
export const actorLabels: Readonly<Record<ActorId, string>> = {
  state: "States and governments",
  undp: "UNDP",
  "commission-on-human-security": "Commission on Human Security",
  untfhs: "UN Trust Fund for Human Security",
  "un-secretary-general": "UN Secretary-General",
  "united-nations": "United Nations",
  oset: "UN Envoy on Technology (OSET)",
  itu: "International Telecommunication Union",
  who: "World Health Organization",
  iom: "International Organization for Migration",
  "un-women": "UN Women",
  unhcr: "UNHCR",
  "world-bank": "World Bank / IBRD",
  "international-financial-institutions": "International financial institutions",
  igos: "Intergovernmental organizations",
  ngos: "Non-governmental organizations",
  "civil-society": "Civil society groups",
  "community-leaders": "Community leaders",
  businesses: "Businesses / private sector",
  "it-vendors": "IT vendors",
  "system-integrators": "System integrators",
  "platform-owners": "Platform owners",
  "foreign-actors": "Foreign actors",
  "educational-institutions": "Educational institutions",
  "development-financiers": "Development financiers and donors",
  "technical-assistance-providers": "Technical-assistance providers",
  consultants: "Consultants, development professionals and procurement experts",
  "open-source-communities": "Open-source communities",
  dpga: "Digital Public Goods Alliance",
  openssf: "Open Source Security Foundation",
  "human-security-network": "Human Security Network",
  "european-union": "European Union",
  canada: "Canada",
  japan: "Japan",
  "leir-institute": "Henry J. Leir Institute, The Fletcher School, Tufts University",
  people: "People themselves",
  "non-state-armed-groups": "Non-state armed groups and militants",
  "criminal-networks": "Criminal and illicit networks",
  "terrorist-organizations": "Terrorist organizations",
  "technology-creators": "Technology creators and users",
  "global-south": "Global South",
  practitioners: "Human security practitioners and policymakers",
};
