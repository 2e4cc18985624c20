import type { Solution } from "../solution.js";

// Collecting data and learning, also without a connection.

/** H5P: Makes interactive lessons in the browser. */
export const h5p: Solution = {
  id: "h5p",
  name: "H5P",
  kind: "software",
  summary: "Makes interactive lessons in the browser.",
  license: "MIT",
  sourceAvailable: true,
  dimensions: ["community", "economic"],
  threats: ["lack-of-basic-services"],
  groups: ["youth"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/d651f4f834c78917cc8d2a1956b4d5905343d283/docs/dpg/h5p/index.json",
  },
  website: "https://h5p.org",
  repository: "https://github.com/h5p/h5p-interactive-video",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/d651f4f834c78917cc8d2a1956b4d5905343d283/docs/dpg/h5p/index.json",
      supports: ["license", "dpg"],
    },
  ],
  verified: true,
};

/** KoboToolbox: Collects data in the field, in emergencies and off the network. */
export const kobotoolbox: Solution = {
  id: "kobotoolbox",
  name: "KoboToolbox",
  kind: "software",
  summary: "Collects data in the field, in emergencies and off the network.",
  license: "AGPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["community", "health", "food"],
  threats: ["natural-disaster", "forced-displacement", "food-insecurity"],
  groups: ["refugees", "internally-displaced"],
  offline: "yes",
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/136cc438c22b66348b2713683f8ef049acf35c8f/docs/dpg/kobotoolbox/index.json",
  },
  website: "https://www.kobotoolbox.org",
  repository: "https://github.com/kobotoolbox/kpi",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/136cc438c22b66348b2713683f8ef049acf35c8f/docs/dpg/kobotoolbox/index.json",
      supports: ["license", "dpg"],
    },
  ],
  verified: true,
};

/** Kolibri: Brings lessons to places without the Internet. */
export const kolibri: Solution = {
  id: "kolibri",
  name: "Kolibri",
  kind: "software",
  summary: "Brings lessons to places without the Internet.",
  license: "MIT",
  sourceAvailable: true,
  dimensions: ["community", "economic"],
  threats: ["digital-exclusion", "lack-of-basic-services"],
  groups: ["children", "youth", "people-in-remote-areas"],
  offline: "yes",
  standards: ["SCORM", "xAPI"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/e8a6ed5de87d48db96510f3adf79e7d3463e12f2/docs/dpg/kolibri/index.json",
  },
  website: "https://learningequality.org/kolibri",
  repository: "https://github.com/learningequality/kolibri",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/e8a6ed5de87d48db96510f3adf79e7d3463e12f2/docs/dpg/kolibri/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
};

/** Moodle: Runs courses for schools, universities and training. */
export const moodle: Solution = {
  id: "moodle",
  name: "Moodle",
  kind: "software",
  summary: "Runs courses for schools, universities and training.",
  license: "GPL-3.0-or-later",
  sourceAvailable: true,
  dimensions: ["community", "economic"],
  threats: ["lack-of-basic-services"],
  groups: ["youth"],
  offline: "partly",
  standards: ["SCORM", "LTI"],
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://moodle.org",
  repository: "https://github.com/moodle/moodle",
  evidence: [],
  verified: false,
};

/** ODK: Collects data with forms that work without a connection. */
export const odk: Solution = {
  id: "odk",
  name: "ODK",
  kind: "software",
  summary: "Collects data with forms that work without a connection.",
  license: "Apache-2.0",
  sourceAvailable: true,
  dimensions: ["community", "health", "political"],
  threats: ["infectious-disease", "lack-of-basic-services"],
  groups: ["people-in-remote-areas"],
  offline: "yes",
  standards: ["XForms", "XLSForm", "OpenRosa"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/d35a886e91f44cd8f25af317b03b09a6edb39f2a/docs/dpg/odk/index.json",
  },
  website: "https://getodk.org",
  repository: "https://github.com/getodk/central",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/d35a886e91f44cd8f25af317b03b09a6edb39f2a/docs/dpg/odk/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
};

/** Sunbird: Building blocks for learning at the scale of a country. */
export const sunbird: Solution = {
  id: "sunbird",
  name: "Sunbird",
  kind: "software",
  summary: "Building blocks for learning at the scale of a country.",
  license: "MIT",
  sourceAvailable: true,
  dimensions: ["community", "economic"],
  threats: ["digital-exclusion", "lack-of-basic-services"],
  groups: ["children", "youth"],
  standards: ["WCAG", "QTI", "xAPI"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/3e96adbbc28d4b4a820a506f96aa28da24f67cd3/docs/dpg/sunbird/index.json",
  },
  website: "https://www.sunbird.org",
  repository: "https://github.com/project-sunbird/sunbird-learning-platform",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/3e96adbbc28d4b4a820a506f96aa28da24f67cd3/docs/dpg/sunbird/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
};

/** Wikidata: Structured facts that people and machines can read and edit. */
export const wikidata: Solution = {
  id: "wikidata",
  name: "Wikidata",
  kind: "data",
  summary: "Structured facts that people and machines can read and edit.",
  license: "CC0-1.0",
  sourceAvailable: null,
  dimensions: ["community"],
  threats: ["artificial-scarcity-information-asymmetry"],
  groups: ["individuals"],
  standards: ["RDF", "SPARQL"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    since: "2025-10",
    evidence:
      "https://diff.wikimedia.org/2025/10/29/building-an-internet-for-everyone-wikidata-recognized-as-a-digital-public-good/",
  },
  website: "https://www.wikidata.org",
  evidence: [
    {
      url: "https://diff.wikimedia.org/2025/10/29/building-an-internet-for-everyone-wikidata-recognized-as-a-digital-public-good/",
      supports: ["dpg"],
    },
  ],
  verified: false,
  note: "Status seen; licence from memory.",
};

/** Wikipedia: An encyclopaedia that everybody can read, write and reuse, in some three hundred languages. */
export const wikipedia: Solution = {
  id: "wikipedia",
  name: "Wikipedia",
  kind: "content",
  summary:
    "An encyclopaedia that everybody can read, write and reuse, in some three hundred languages.",
  license: "CC-BY-SA-4.0",
  sourceAvailable: null,
  dimensions: ["community", "political"],
  threats: ["artificial-scarcity-information-asymmetry"],
  groups: ["individuals"],
  offline: "partly",
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    since: "2025-02",
    evidence:
      "https://diff.wikimedia.org/2025/10/29/building-an-internet-for-everyone-wikidata-recognized-as-a-digital-public-good/",
  },
  website: "https://www.wikipedia.org",
  evidence: [
    {
      url: "https://diff.wikimedia.org/2025/10/29/building-an-internet-for-everyone-wikidata-recognized-as-a-digital-public-good/",
      supports: ["dpg"],
    },
  ],
  verified: false,
  note: "Offline with reader apps. Status seen; licence from memory.",
};
