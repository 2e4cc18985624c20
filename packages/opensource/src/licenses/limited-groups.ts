import type { LicenseGroup } from "./groups.js";
import type { Limit } from "./license-facts.js";

const USE_AND_PASS_ON = ["use", "modify", "distribute"] as const;

const NON_COMMERCIAL: Limit = {
  kind: "non-commercial",
  freedoms: USE_AND_PASS_ON,
  statement: "Only for purposes that are not commercial.",
};

const HUMAN_RIGHTS: Limit = {
  kind: "ethical-use",
  freedoms: USE_AND_PASS_ON,
  statement: "All rights end where human rights law, as the licence defines it, is violated.",
};

const NO_DERIVATIVES: readonly Limit[] = [
  {
    kind: "no-derivatives",
    freedoms: ["modify"],
    withholds: true,
    statement: "No adaptations may be made.",
  },
  { kind: "no-derivatives", freedoms: ["distribute"], statement: "Only unchanged copies." },
];

/** Version 4.0 lets adaptations be made in private, and not be shared. */
const NO_DERIVATIVES_4: readonly Limit[] = [
  {
    kind: "no-derivatives",
    freedoms: ["modify"],
    statement: "Adaptations may be made, and not be shared.",
  },
  { kind: "no-derivatives", freedoms: ["distribute"], statement: "Only unchanged copies." },
];

const NUCLEAR: Limit = {
  kind: "field-of-use",
  freedoms: ["use"],
  statement: "Not licensed for use in nuclear facilities.",
};

const RESEARCH_ASSETS: Limit = {
  kind: "field-of-use",
  freedoms: USE_AND_PASS_ON,
  statement: "Only for education, research, development, demonstration and benchmarking.",
};

const INVARIANT_SECTIONS: Limit = {
  kind: "fixed-parts",
  freedoms: ["modify"],
  statement: "Invariant sections and cover texts may not be changed or left out.",
};

function noCompetingUse(becomes: string): Limit {
  return {
    kind: "no-competing-use",
    freedoms: USE_AND_PASS_ON,
    statement: "Not for a commercial product or service that competes with the licensor's.",
    becomes: `${becomes} two years after each release`,
  };
}

/**
 * Licences that hold back at least one freedom: ours to read, none is approved by OSI. "Source
 * available" is not open source.
 */
export const LIMITED_GROUPS: readonly LicenseGroup[] = [
  {
    terms: "notice changes patent:withheld",
    ids: `CC-BY-NC-1.0 CC-BY-NC-2.0 CC-BY-NC-2.5 CC-BY-NC-3.0 CC-BY-NC-3.0-DE CC-BY-NC-3.0-IGO
      CC-BY-NC-4.0`,
    limits: [NON_COMMERCIAL],
  },
  {
    terms: "notice changes copyleft:strong patent:withheld",
    ids: `CC-BY-NC-SA-1.0 CC-BY-NC-SA-2.0 CC-BY-NC-SA-2.0-DE CC-BY-NC-SA-2.0-FR CC-BY-NC-SA-2.0-UK
      CC-BY-NC-SA-2.5 CC-BY-NC-SA-3.0 CC-BY-NC-SA-3.0-DE CC-BY-NC-SA-3.0-IGO CC-BY-NC-SA-4.0`,
    limits: [NON_COMMERCIAL],
  },
  {
    terms: "notice patent:withheld",
    ids: "CC-BY-ND-1.0 CC-BY-ND-2.0 CC-BY-ND-2.5 CC-BY-ND-3.0 CC-BY-ND-3.0-DE",
    limits: NO_DERIVATIVES,
  },
  { terms: "notice patent:withheld", ids: "CC-BY-ND-4.0", limits: NO_DERIVATIVES_4 },
  {
    terms: "notice patent:withheld",
    ids: `CC-BY-NC-ND-1.0 CC-BY-NC-ND-2.0 CC-BY-NC-ND-2.5 CC-BY-NC-ND-3.0 CC-BY-NC-ND-3.0-DE
      CC-BY-NC-ND-3.0-IGO`,
    limits: [NON_COMMERCIAL, ...NO_DERIVATIVES],
  },
  {
    terms: "notice patent:withheld",
    ids: "CC-BY-NC-ND-4.0",
    limits: [NON_COMMERCIAL, ...NO_DERIVATIVES_4],
  },
  {
    terms: "notice patent:grant",
    ids: "PolyForm-Noncommercial-1.0.0",
    limits: [NON_COMMERCIAL],
  },
  {
    terms: "notice patent:grant",
    ids: "PolyForm-Small-Business-1.0.0",
    limits: [
      {
        kind: "who-may-use",
        freedoms: USE_AND_PASS_ON,
        statement: "Only for companies below a number of people and a yearly revenue.",
      },
    ],
  },
  {
    terms: "notice copyleft:strong",
    ids: "PPL",
    limits: [
      {
        kind: "who-may-use",
        freedoms: USE_AND_PASS_ON,
        statement: "Commercial use only by businesses owned by their workers.",
      },
    ],
  },
  { terms: "notice", ids: "NCGL-UK-2.0", limits: [NON_COMMERCIAL] },
  {
    terms: "notice source copyleft:strong",
    ids: "Aladdin",
    limits: [
      {
        kind: "non-commercial",
        freedoms: ["distribute"],
        statement: "No fee for copies, nor copies together with a commercial product.",
      },
    ],
  },
  {
    terms: "notice",
    ids: "SUL-1.0",
    limits: [
      {
        kind: "non-commercial",
        freedoms: USE_AND_PASS_ON,
        statement:
          "Only inside one's own business or without commercial purpose; copies only free of charge.",
      },
    ],
  },
  {
    terms: "notice",
    ids: "BUSL-1.1",
    limits: [
      {
        kind: "no-production-use",
        freedoms: ["use"],
        statement: "No use in production beyond the licensor's Additional Use Grant.",
        becomes:
          "the Change Licence, compatible with GPL-2.0-or-later, at the Change Date, at most four years after release",
      },
    ],
  },
  {
    terms: "notice patent:grant",
    ids: "FSL-1.1-ALv2",
    limits: [noCompetingUse("Apache-2.0")],
  },
  { terms: "notice patent:grant", ids: "FSL-1.1-MIT", limits: [noCompetingUse("MIT")] },
  {
    terms: "notice patent:grant",
    ids: "Elastic-2.0",
    limits: [
      {
        kind: "no-service",
        freedoms: ["use"],
        statement: "Not to be offered to others as a hosted or managed service.",
      },
      {
        kind: "fixed-parts",
        freedoms: ["modify"],
        statement: "What a licence key protects may not be changed, removed or circumvented.",
      },
    ],
  },
  {
    terms: "notice changes source copyleft:network patent:grant",
    ids: "SSPL-1.0",
    limits: [
      {
        kind: "no-service",
        freedoms: ["use"],
        statement:
          "Who offers it as a service must publish, under the same licence, everything the service runs on.",
      },
    ],
  },
  { terms: "notice", ids: "Hippocratic-2.1", limits: [HUMAN_RIGHTS] },
  { terms: "notice patent:grant", ids: "Hippocratic-3.0-core", limits: [HUMAN_RIGHTS] },
  {
    terms: "notice",
    ids: "JSON",
    limits: [
      {
        kind: "ethical-use",
        freedoms: ["use"],
        statement: "To be used for Good, not Evil.",
      },
    ],
  },
  {
    terms: "notice",
    ids: "BSD-3-Clause-No-Military-License",
    limits: [
      { kind: "field-of-use", freedoms: ["use"], statement: "Not licensed for military use." },
    ],
  },
  {
    terms: "notice",
    ids: "BSD-3-Clause-No-Nuclear-License BSD-3-Clause-No-Nuclear-License-2014",
    limits: [NUCLEAR],
  },
  {
    terms: "notice",
    ids: "C-UDA-1.0",
    limits: [
      {
        kind: "field-of-use",
        freedoms: USE_AND_PASS_ON,
        statement: "Only for computational use of the data.",
      },
    ],
  },
  {
    terms: "notice",
    ids: "ASWF-Digital-Assets-1.0 ASWF-Digital-Assets-1.1",
    limits: [RESEARCH_ASSETS],
  },
  {
    terms: "notice changes patent:grant",
    ids: "CPOL-1.02",
    limits: [
      {
        kind: "ethical-use",
        freedoms: ["use"],
        statement: "Not for illegal, immoral or improper purposes.",
      },
      {
        kind: "non-commercial",
        freedoms: ["distribute"],
        statement: "Not to be sold, leased or rented by itself.",
      },
    ],
  },
  {
    terms: "notice source patent:withheld",
    ids: "FDK-AAC",
    limits: [
      {
        kind: "field-of-use",
        freedoms: ["use"],
        statement: "Only for purposes for which the necessary patent licences are held.",
      },
    ],
  },
  {
    terms: "notice",
    ids: "UnRAR",
    limits: [
      {
        kind: "field-of-use",
        freedoms: ["use", "modify"],
        statement: "Not for making an archiver compatible with RAR.",
      },
    ],
  },
  {
    terms: "notice patent:grant",
    ids: "MS-LPL",
    limits: [
      {
        kind: "field-of-use",
        freedoms: USE_AND_PASS_ON,
        statement: "Only for software that runs on Microsoft Windows.",
      },
    ],
  },
  {
    terms: "notice",
    ids: "BSD-3-Clause-OpenWebUI",
    limits: [
      {
        kind: "fixed-parts",
        freedoms: ["modify"],
        statement: "The product's branding may not be changed or removed above a number of users.",
      },
    ],
  },
  {
    terms: "notice changes source copyleft:strong",
    ids: `GFDL-1.1-invariants-only GFDL-1.1-invariants-or-later GFDL-1.2-invariants-only
      GFDL-1.2-invariants-or-later GFDL-1.3-invariants-only GFDL-1.3-invariants-or-later`,
    limits: [INVARIANT_SECTIONS],
  },
  {
    terms: "",
    ids: "Zed",
    limits: [
      {
        kind: "no-derivatives",
        freedoms: ["modify"],
        withholds: true,
        statement: "Copying and distributing are permitted; changing is not mentioned.",
      },
    ],
  },
];
