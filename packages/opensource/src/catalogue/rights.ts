import type { Solution } from "../solution.js";

// Rights and communities: protection, participation, private communication.

/** CKAN: Publishes open data: catalogues of governments and humanitarians. */
export const ckan: Solution = {
  id: "ckan",
  name: "CKAN",
  kind: "software",
  summary: "Publishes open data: catalogues of governments and humanitarians.",
  license: "AGPL-3.0-or-later",
  sourceAvailable: true,
  dimensions: ["political", "community"],
  threats: ["governance-gap", "artificial-scarcity-information-asymmetry"],
  groups: ["communities"],
  standards: ["DCAT"],
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://ckan.org",
  repository: "https://github.com/ckan/ckan",
  evidence: [
    {
      url: "https://github.com/ckan/ckan/blob/master/LICENSE.txt",
      supports: ["license"],
    },
  ],
  verified: false,
  note: "Licence seen; status in the registry not looked up.",
};

/** Decidim: Participation in decisions: proposals, budgets, assemblies, surveys. */
export const decidim: Solution = {
  id: "decidim",
  name: "Decidim",
  kind: "software",
  summary: "Participation in decisions: proposals, budgets, assemblies, surveys.",
  license: "AGPL-3.0-or-later",
  sourceAvailable: true,
  dimensions: ["political", "community"],
  threats: ["governance-gap", "weakened-social-cohesion"],
  groups: ["communities", "individuals"],
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://decidim.org",
  repository: "https://github.com/decidim/decidim",
  evidence: [],
  verified: false,
};

/** Glific: Two-way conversations with communities over WhatsApp. */
export const glific: Solution = {
  id: "glific",
  name: "Glific",
  kind: "software",
  summary: "Two-way conversations with communities over WhatsApp.",
  license: "AGPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["community", "health"],
  threats: ["digital-exclusion"],
  groups: ["low-income-communities"],
  offline: "no",
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/39a8d1b92cdfe182b4680de43250fa2960aca0f8/docs/dpg/glific/index.json",
  },
  website: "https://glific.org",
  repository: "https://github.com/glific/glific",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/39a8d1b92cdfe182b4680de43250fa2960aca0f8/docs/dpg/glific/index.json",
      supports: ["license", "dpg"],
    },
  ],
  verified: true,
  note: "Depends on WhatsApp, which is closed.",
};

/** GlobaLeaks: Lets people report wrongdoing securely and anonymously. */
export const globaleaks: Solution = {
  id: "globaleaks",
  name: "GlobaLeaks",
  kind: "software",
  summary: "Lets people report wrongdoing securely and anonymously.",
  license: "AGPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["political", "personal"],
  threats: ["political-repression", "persecution", "invasive-surveillance", "state-as-threat"],
  groups: ["journalists", "activists"],
  standards: ["ISO 37002", "OpenPGP", "TLS 1.3"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/64b46413ff6b1486ef4ab1f73ddc28914c20e040/docs/dpg/globaleaks/index.json",
  },
  website: "https://www.globaleaks.org",
  repository: "https://github.com/globaleaks/GlobaLeaks",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/64b46413ff6b1486ef4ab1f73ddc28914c20e040/docs/dpg/globaleaks/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
};

/** iVerify: Checks claims during elections, with people and machines. */
export const iverify: Solution = {
  id: "iverify",
  name: "iVerify",
  kind: "software",
  summary: "Checks claims during elections, with people and machines.",
  license: "AGPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["political", "community"],
  threats: ["online-harassment", "civil-unrest"],
  groups: ["journalists", "communities"],
  standards: ["WCAG", "OAuth 2", "OpenAPI"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/8ded735f605a0c3198aeb8552a5c0c69b39f327b/docs/dpg/iverify/index.json",
  },
  website: "https://www.undp.org/digital",
  repository: "https://github.com/undp/iVerify-Apps",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/8ded735f605a0c3198aeb8552a5c0c69b39f327b/docs/dpg/iverify/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
  note: "Its automatic intake relies on the closed interfaces of social media; without them reports are entered by hand.",
};

/** OpenCRVS: Registers births, deaths and other events where resources are few. */
export const opencrvs: Solution = {
  id: "opencrvs",
  name: "OpenCRVS",
  kind: "software",
  summary: "Registers births, deaths and other events where resources are few.",
  license: "MPL-2.0",
  sourceAvailable: true,
  dimensions: ["political", "personal"],
  threats: ["statelessness", "lack-of-basic-services"],
  groups: ["children", "stateless-people", "people-in-remote-areas"],
  offline: "yes",
  standards: ["FHIR"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/0e1a68f005b10ade6ebd2412fe2b05c29f572702/docs/dpg/opencrvs/index.json",
  },
  website: "https://www.opencrvs.org",
  repository: "https://github.com/opencrvs/opencrvs-core",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/0e1a68f005b10ade6ebd2412fe2b05c29f572702/docs/dpg/opencrvs/index.json",
      supports: ["license", "dpg"],
    },
  ],
  verified: true,
};

/** Primero: Confidential case management for child protection and gender-based violence. */
export const primero: Solution = {
  id: "primero",
  name: "Primero",
  kind: "software",
  summary: "Confidential case management for child protection and gender-based violence.",
  license: "AGPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["personal", "community"],
  threats: ["gender-based-violence", "domestic-violence", "exploitation-of-displaced"],
  groups: ["children", "women", "refugees", "internally-displaced"],
  offline: "partly",
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/0e1a68f005b10ade6ebd2412fe2b05c29f572702/docs/dpg/primero/index.json",
  },
  website: "https://www.primero.org",
  repository: "https://github.com/primeroIMS/primero",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/0e1a68f005b10ade6ebd2412fe2b05c29f572702/docs/dpg/primero/index.json",
      supports: ["license", "dpg"],
    },
  ],
  verified: true,
};

/** RapidPro: Builds conversations over SMS and messengers: surveys, alerts, advice. */
export const rapidpro: Solution = {
  id: "rapidpro",
  name: "RapidPro",
  kind: "software",
  summary: "Builds conversations over SMS and messengers: surveys, alerts, advice.",
  license: "AGPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["community", "health"],
  threats: ["infectious-disease", "digital-exclusion", "natural-disaster"],
  groups: ["youth", "people-in-remote-areas"],
  offline: "no",
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/00f9f8509a8c335745b68c0741b7f22c3a7d3558/docs/dpg/rapidpro/index.json",
  },
  website: "https://community.rapidpro.io",
  repository: "https://github.com/rapidpro/rapidpro",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/00f9f8509a8c335745b68c0741b7f22c3a7d3558/docs/dpg/rapidpro/index.json",
      supports: ["license", "dpg"],
    },
  ],
  verified: true,
};

/** SecureDrop: Lets newsrooms take documents from sources without learning who they are. */
export const securedrop: Solution = {
  id: "securedrop",
  name: "SecureDrop",
  kind: "software",
  summary: "Lets newsrooms take documents from sources without learning who they are.",
  license: "AGPL-3.0-or-later",
  sourceAvailable: true,
  dimensions: ["political", "personal"],
  threats: ["political-repression", "invasive-surveillance", "persecution"],
  groups: ["journalists"],
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://securedrop.org",
  repository: "https://github.com/freedomofpress/securedrop",
  evidence: [],
  verified: false,
};

/** Signal: Private messages and calls, encrypted from end to end. */
export const signal: Solution = {
  id: "signal",
  name: "Signal",
  kind: "software",
  summary: "Private messages and calls, encrypted from end to end.",
  license: "AGPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["political", "personal"],
  threats: ["invasive-surveillance", "political-repression", "privacy-risk"],
  groups: ["journalists", "activists"],
  offline: "no",
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://signal.org",
  repository: "https://github.com/signalapp/Signal-Android",
  evidence: [],
  verified: false,
  note: "Named in UNDP (2025). Apps and server; the network is run by one foundation.",
};

/** Tor Browser: Reads the web without telling who reads, and where it is blocked. */
export const torBrowser: Solution = {
  id: "tor-browser",
  name: "Tor Browser",
  kind: "software",
  summary: "Reads the web without telling who reads, and where it is blocked.",
  license: "BSD-3-Clause AND MPL-2.0",
  sourceAvailable: true,
  dimensions: ["political", "personal"],
  threats: ["invasive-surveillance", "political-repression", "privacy-risk"],
  groups: ["journalists", "activists"],
  offline: "no",
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://www.torproject.org",
  evidence: [],
  verified: false,
};

/** Ushahidi: Collects and maps what people report: violence, elections, disasters. */
export const ushahidi: Solution = {
  id: "ushahidi",
  name: "Ushahidi",
  kind: "software",
  summary: "Collects and maps what people report: violence, elections, disasters.",
  license: "AGPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["community", "personal", "environmental", "political"],
  threats: ["gender-based-violence", "civil-unrest", "natural-disaster", "violent-conflict"],
  groups: ["communities", "activists", "women"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/0d5f3238554f3a257b1cc42e7fb51ea40a8bbf85/docs/dpg/ushahidi/index.json",
  },
  website: "https://www.ushahidi.com",
  repository: "https://github.com/ushahidi/platform",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/0d5f3238554f3a257b1cc42e7fb51ea40a8bbf85/docs/dpg/ushahidi/index.json",
      supports: ["license", "dpg"],
    },
  ],
  verified: true,
};
