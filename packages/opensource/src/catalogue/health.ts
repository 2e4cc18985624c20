import type { Solution } from "../solution.js";

// Health: records, laboratories, supplies, outbreaks.

/** Bahmni: Joins medical records, laboratory and billing for hospitals in places with few resources. */
export const bahmni: Solution = {
  id: "bahmni",
  name: "Bahmni",
  kind: "software",
  summary:
    "Joins medical records, laboratory and billing for hospitals in places with few resources.",
  license: "AGPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["health"],
  threats: ["infectious-disease", "lack-of-basic-services"],
  groups: ["patients", "people-in-developing-countries"],
  standards: ["FHIR", "DICOM", "SNOMED CT", "LOINC", "ICD-10"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/1af8a7dd6069c11ff5c6ef32569680d666b0390e/docs/dpg/bahmni/index.json",
  },
  website: "https://www.bahmni.org",
  repository: "https://github.com/Bahmni/bahmni-core",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/1af8a7dd6069c11ff5c6ef32569680d666b0390e/docs/dpg/bahmni/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
};

/** CommCare: Builds forms and case management for frontline workers, without programming. */
export const commcare: Solution = {
  id: "commcare",
  name: "CommCare",
  kind: "software",
  summary: "Builds forms and case management for frontline workers, without programming.",
  license: "BSD-3-Clause",
  sourceAvailable: true,
  dimensions: ["health", "food"],
  threats: ["infectious-disease", "food-insecurity"],
  groups: ["people-in-remote-areas", "patients"],
  offline: "yes",
  standards: ["XForms", "OpenRosa"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/c4c73f1faeef9ff37b1ad3ac5ad6a6ac4e06f431/docs/dpg/commcare/index.json",
  },
  website: "https://www.dimagi.com/commcare",
  repository: "https://github.com/dimagi/commcare-hq",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/c4c73f1faeef9ff37b1ad3ac5ad6a6ac4e06f431/docs/dpg/commcare/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
  note: "The mobile client is under Apache-2.0.",
};

/** Community Health Toolkit: Builds apps with which community health workers care for families, online and off. */
export const communityHealthToolkit: Solution = {
  id: "community-health-toolkit",
  name: "Community Health Toolkit",
  kind: "software",
  summary: "Builds apps with which community health workers care for families, online and off.",
  license: "AGPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["health"],
  threats: ["infectious-disease", "lack-of-basic-services"],
  groups: ["people-in-remote-areas", "women", "children"],
  offline: "yes",
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/6923992db729089d3146439a3895e0345c6cb3d3/docs/dpg/community-health-toolkit/index.json",
  },
  website: "https://communityhealthtoolkit.org",
  repository: "https://github.com/medic/cht-core",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/6923992db729089d3146439a3895e0345c6cb3d3/docs/dpg/community-health-toolkit/index.json",
      supports: ["license", "dpg"],
    },
  ],
  verified: true,
};

/** DHIS2: Collects, analyses and shows health and other programme data, from a district to a country. */
export const dhis2: Solution = {
  id: "dhis2",
  name: "DHIS2",
  kind: "software",
  summary:
    "Collects, analyses and shows health and other programme data, from a district to a country.",
  license: "BSD-3-Clause",
  sourceAvailable: true,
  dimensions: ["health"],
  threats: ["infectious-disease", "pandemic", "lack-of-basic-services"],
  groups: ["people-in-developing-countries", "patients"],
  offline: "partly",
  standards: ["FHIR", "ADX", "ICD-10", "ICD-11", "LOINC", "mCSD"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    since: "2021-03",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/1f5e641a03e6f1a4b44466c8ab1b23e11b8f4011/docs/dpg/dhis2/index.json",
  },
  website: "https://dhis2.org",
  repository: "https://github.com/dhis2/dhis2-core",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/1f5e641a03e6f1a4b44466c8ab1b23e11b8f4011/docs/dpg/dhis2/index.json",
      supports: ["license", "dpg", "standards"],
    },
    {
      url: "https://dhis2.org/dpga-digital-public-good/",
      supports: ["dpg"],
    },
  ],
  verified: true,
};

/** GNU Health: Manages hospitals, personal health records and networks of both. */
export const gnuHealth: Solution = {
  id: "gnu-health",
  name: "GNU Health",
  kind: "software",
  summary: "Manages hospitals, personal health records and networks of both.",
  license: "GPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["health"],
  threats: ["infectious-disease", "noncommunicable-disease"],
  groups: ["patients", "people-in-developing-countries"],
  standards: ["FHIR"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/730a45106a91efa8714878509231166cdf63d232/docs/dpg/gnu-health/index.json",
  },
  website: "https://www.gnuhealth.org",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/730a45106a91efa8714878509231166cdf63d232/docs/dpg/gnu-health/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
};

/** iHRIS: Plans and manages the health workforce. */
export const ihris: Solution = {
  id: "ihris",
  name: "iHRIS",
  kind: "software",
  summary: "Plans and manages the health workforce.",
  license: "LGPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["health"],
  threats: ["lack-of-basic-services"],
  groups: ["people-in-developing-countries"],
  standards: ["FHIR", "mCSD"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/7d114445e7cba08d1a67a30a4dfa1952f4f07ad6/docs/dpg/ihris/index.json",
  },
  website: "https://www.ihris.org",
  repository: "https://github.com/iHRIS/iHRIS",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/7d114445e7cba08d1a67a30a4dfa1952f4f07ad6/docs/dpg/ihris/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
};

/** OpenELIS Global: Runs public health laboratories: samples, results, reports of outbreaks. */
export const openelisGlobal: Solution = {
  id: "openelis-global",
  name: "OpenELIS Global",
  kind: "software",
  summary: "Runs public health laboratories: samples, results, reports of outbreaks.",
  license: "MPL-2.0",
  sourceAvailable: true,
  dimensions: ["health"],
  threats: ["infectious-disease", "pandemic", "hiv-aids"],
  groups: ["patients", "people-in-developing-countries"],
  standards: ["FHIR", "HL7 v2", "ASTM"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/4b02bbf87e2729ab7f52d37bbd9bc771fbb37bda/docs/dpg/openelis-global/index.json",
  },
  website: "http://openelis-global.org",
  repository: "https://github.com/I-TECH-UW/OpenELIS-Global-2",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/4b02bbf87e2729ab7f52d37bbd9bc771fbb37bda/docs/dpg/openelis-global/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
};

/** OpenLMIS: Manages the supply of medicines and vaccines, so that they do not run out. */
export const openlmis: Solution = {
  id: "openlmis",
  name: "OpenLMIS",
  kind: "software",
  summary: "Manages the supply of medicines and vaccines, so that they do not run out.",
  license: "AGPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["health"],
  threats: ["infectious-disease", "lack-of-basic-services"],
  groups: ["patients", "people-in-developing-countries"],
  standards: ["FHIR", "GTIN", "GLN", "mCSD"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/c722ca12e726dc5eac091196319d99bb8aca474d/docs/dpg/openlmis/index.json",
  },
  website: "https://openlmis.org",
  repository: "https://github.com/OpenLMIS/openlmis-ref-distro",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/c722ca12e726dc5eac091196319d99bb8aca474d/docs/dpg/openlmis/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
};

/** OpenMRS: Keeps medical records in places with few resources. */
export const openmrs: Solution = {
  id: "openmrs",
  name: "OpenMRS",
  kind: "software",
  summary: "Keeps medical records in places with few resources.",
  license: "MPL-2.0",
  sourceAvailable: true,
  dimensions: ["health"],
  threats: ["infectious-disease", "hiv-aids", "noncommunicable-disease"],
  groups: ["patients", "people-in-developing-countries"],
  standards: ["FHIR", "LOINC", "SNOMED CT", "ICD"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/05dbd940e3eaa78941c1df3ed749b7b404968af3/docs/dpg/openmrs/index.json",
  },
  website: "https://openmrs.org",
  repository: "https://github.com/openmrs/openmrs-core",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/05dbd940e3eaa78941c1df3ed749b7b404968af3/docs/dpg/openmrs/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
  note: "OpenMRS adds a healthcare disclaimer to the licence.",
};

/** OpenSRP: Lets frontline health workers register and follow the people in their care. */
export const opensrp: Solution = {
  id: "opensrp",
  name: "OpenSRP",
  kind: "software",
  summary: "Lets frontline health workers register and follow the people in their care.",
  license: "Apache-2.0",
  sourceAvailable: true,
  dimensions: ["health"],
  threats: ["infectious-disease", "lack-of-basic-services"],
  groups: ["people-in-remote-areas", "women", "children"],
  offline: "yes",
  standards: ["FHIR"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/42c8e9d5019fa4cabab435c2dc1eb3b53142356b/docs/dpg/opensrp/index.json",
  },
  website: "https://smartregister.org",
  repository: "https://github.com/opensrp/opensrp-server-core",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/42c8e9d5019fa4cabab435c2dc1eb3b53142356b/docs/dpg/opensrp/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
};

/** SORMAS: Finds and manages outbreaks of disease: cases, contacts, events. */
export const sormas: Solution = {
  id: "sormas",
  name: "SORMAS",
  kind: "software",
  summary: "Finds and manages outbreaks of disease: cases, contacts, events.",
  license: "GPL-3.0-or-later",
  sourceAvailable: true,
  dimensions: ["health"],
  threats: ["infectious-disease", "pandemic"],
  groups: ["people-in-developing-countries"],
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://sormas.org",
  repository: "https://github.com/SORMAS-Foundation/SORMAS-Project",
  evidence: [],
  verified: false,
};
