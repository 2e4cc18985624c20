import type { Solution } from "../solution.js";

// Livelihood: identity, payments, social protection, farming, exchange of data.

/** Apache Fineract: Core banking for those who serve people without a bank. */
export const apacheFineract: Solution = {
  id: "apache-fineract",
  name: "Apache Fineract",
  kind: "software",
  summary: "Core banking for those who serve people without a bank.",
  license: "Apache-2.0",
  sourceAvailable: true,
  dimensions: ["economic"],
  threats: ["poverty", "digital-exclusion"],
  groups: ["unbanked", "low-income-communities", "entrepreneurs"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/5a81a215028592e5a681dad0ae971569181755a0/docs/dpg/apache-fineract/index.json",
  },
  website: "https://fineract.apache.org",
  repository: "https://github.com/apache/fineract",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/5a81a215028592e5a681dad0ae971569181755a0/docs/dpg/apache-fineract/index.json",
      supports: ["license", "dpg"],
    },
  ],
  verified: true,
};

/** farmOS: Keeps a farm's plans and records, under the farmer's control. */
export const farmos: Solution = {
  id: "farmos",
  name: "farmOS",
  kind: "software",
  summary: "Keeps a farm's plans and records, under the farmer's control.",
  license: "GPL-2.0-only",
  sourceAvailable: true,
  dimensions: ["food", "economic"],
  threats: ["food-insecurity", "livelihood-disruption"],
  groups: ["farmers"],
  standards: ["OAuth 2", "OpenID Connect", "OpenAPI"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/78c80946eb3847712e8e532a69579591bbed76b7/docs/dpg/farmos/index.json",
  },
  website: "https://farmos.org",
  repository: "https://github.com/farmOS/farmOS",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/78c80946eb3847712e8e532a69579591bbed76b7/docs/dpg/farmos/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
};

/** Mojaloop: Connects payment providers, so that people without a bank can pay and be paid. */
export const mojaloop: Solution = {
  id: "mojaloop",
  name: "Mojaloop",
  kind: "software",
  summary: "Connects payment providers, so that people without a bank can pay and be paid.",
  license: "Apache-2.0",
  sourceAvailable: true,
  dimensions: ["economic"],
  threats: ["poverty", "digital-exclusion"],
  groups: ["unbanked", "low-income-communities"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/0e1a68f005b10ade6ebd2412fe2b05c29f572702/docs/dpg/mojaloop/index.json",
  },
  website: "https://mojaloop.io",
  repository: "https://github.com/mojaloop/mojaloop",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/0e1a68f005b10ade6ebd2412fe2b05c29f572702/docs/dpg/mojaloop/index.json",
      supports: ["license", "dpg"],
    },
  ],
  verified: true,
};

/** MOSIP: Lets a country run its foundational identity system. */
export const mosip: Solution = {
  id: "mosip",
  name: "MOSIP",
  kind: "software",
  summary: "Lets a country run its foundational identity system.",
  license: "MPL-2.0",
  sourceAvailable: true,
  dimensions: ["economic", "political"],
  threats: ["lack-of-basic-services", "statelessness", "digital-exclusion"],
  groups: ["people-in-developing-countries"],
  standards: ["OpenID Connect", "JWT", "ISO/IEC 19794"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/685d99ba7d36ef31654ee1c1a636bc4078ae802f/docs/dpg/modular-open-source-identity-platform/index.json",
  },
  website: "https://mosip.io",
  repository: "https://github.com/mosip/commons",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/685d99ba7d36ef31654ee1c1a636bc4078ae802f/docs/dpg/modular-open-source-identity-platform/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
  note: "Identity systems can exclude and can be misused for surveillance: the safeguards are part of the choice.",
};

/** OpenG2P: Pays cash transfers from governments to people. */
export const openg2p: Solution = {
  id: "openg2p",
  name: "OpenG2P",
  kind: "software",
  summary: "Pays cash transfers from governments to people.",
  license: "GPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["economic", "food"],
  threats: ["poverty", "extreme-poverty"],
  groups: ["people-in-absolute-poverty", "low-income-communities"],
  standards: ["W3C Verifiable Credentials"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/5a81a215028592e5a681dad0ae971569181755a0/docs/dpg/openg2p/index.json",
  },
  website: "https://openg2p.org",
  repository: "https://github.com/OpenG2P/openg2p-erp",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/5a81a215028592e5a681dad0ae971569181755a0/docs/dpg/openg2p/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
  note: "The licence is that of the version the registry entry names.",
};

/** openIMIS: Manages health insurance and other social protection schemes. */
export const openimis: Solution = {
  id: "openimis",
  name: "openIMIS",
  kind: "software",
  summary: "Manages health insurance and other social protection schemes.",
  license: "AGPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["economic", "health"],
  threats: ["poverty", "lack-of-basic-services"],
  groups: ["low-income-communities", "patients"],
  standards: ["FHIR"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/7d9ce12b713366ac9773fc7dc75205b3f134b647/docs/dpg/openimis/index.json",
  },
  website: "https://openimis.org",
  repository: "https://github.com/openimis/web_app_vb",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/7d9ce12b713366ac9773fc7dc75205b3f134b647/docs/dpg/openimis/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
};

/** OpenSPP: Manages social protection programmes: registration, eligibility, transfers in cash and kind. */
export const openspp: Solution = {
  id: "openspp",
  name: "OpenSPP",
  kind: "software",
  summary:
    "Manages social protection programmes: registration, eligibility, transfers in cash and kind.",
  license: "LGPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["economic", "food"],
  threats: ["poverty", "extreme-poverty", "food-insecurity"],
  groups: ["people-in-absolute-poverty", "most-vulnerable"],
  offline: "partly",
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/43c74f991ccb9f453327f35036ab52e0f6d515b4/docs/dpg/openspp/index.json",
  },
  website: "https://openspp.org",
  repository: "https://github.com/openspp-project/openspp-program",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/43c74f991ccb9f453327f35036ab52e0f6d515b4/docs/dpg/openspp/index.json",
      supports: ["license", "dpg"],
    },
  ],
  verified: true,
};

/** X-Road: Lets organizations exchange data securely, without a centre that holds it all. */
export const xRoad: Solution = {
  id: "x-road",
  name: "X-Road",
  kind: "software",
  summary: "Lets organizations exchange data securely, without a centre that holds it all.",
  license: "MIT",
  sourceAvailable: true,
  dimensions: ["economic", "political"],
  threats: ["data-breach", "lack-of-basic-services", "vendor-lock-in"],
  groups: ["people-in-developing-countries"],
  standards: ["RFC 6960", "RFC 3161"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/5a81a215028592e5a681dad0ae971569181755a0/docs/dpg/x-road/index.json",
  },
  website: "https://x-road.global",
  repository: "https://github.com/nordic-institute/X-Road",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/5a81a215028592e5a681dad0ae971569181755a0/docs/dpg/x-road/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
};
