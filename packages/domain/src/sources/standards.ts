import type { Source } from "../source.js";

/** Resolutions, classifications and other works on which definitions rest beside the founding texts. */
export const standards = [
  {
    id: "unga-2012",
    type: "legislation",
    title:
      "Follow-up to paragraph 143 on human security of the 2005 World Summit Outcome (resolution 66/290)",
    author: [{ literal: "United Nations General Assembly" }],
    issued: { "date-parts": [[2012, 9, 10]] },
  },
  {
    id: "sdg-2017",
    type: "legislation",
    title: "Global indicator framework for the Sustainable Development Goals (A/RES/71/313)",
    author: [{ literal: "United Nations General Assembly" }],
    issued: { "date-parts": [[2017, 7, 6]] },
    note: "With the refinements of the review of 2020; those of 2025 (E/CN.3/2025/6) are not in the links.",
  },
  {
    id: "undrr-isc-2025",
    type: "report",
    title: "Hazard Information Profiles, edition of 2025",
    author: [
      { literal: "United Nations Office for Disaster Risk Reduction" },
      { literal: "International Science Council" },
    ],
    issued: { "date-parts": [[2025]] },
  },
  {
    id: "undrr-isc-2020",
    type: "report",
    title: "Hazard Definition and Classification Review, and Hazard Information Profiles",
    author: [
      { literal: "United Nations Office for Disaster Risk Reduction" },
      { literal: "International Science Council" },
    ],
    issued: { "date-parts": [[2020]] },
  },
  {
    id: "un-women-who-2022",
    type: "report",
    title:
      "Technology-facilitated violence against women: report of the meeting of the expert group on a common definition",
    author: [{ literal: "UN Women" }, { literal: "World Health Organization" }],
    issued: { "date-parts": [[2022, 11]] },
    note: "Meeting of November 2022. Own wording here; the title is not verified.",
  },
  {
    id: "eige-2025",
    type: "report",
    title: "Cyber violence against women and girls: forms and measures",
    author: [{ literal: "European Institute for Gender Equality" }],
    issued: { "date-parts": [[2025]] },
    note: "Own wording here; the title is not verified.",
  },
  {
    id: "unodc-2015",
    type: "report",
    title: "International Classification of Crime for Statistical Purposes, version 1.0",
    author: [{ literal: "United Nations Office on Drugs and Crime" }],
    issued: { "date-parts": [[2015]] },
  },
  {
    id: "ohchr-2012",
    type: "report",
    title: "Human Rights Indicators: A Guide to Measurement and Implementation (HR/PUB/12/5)",
    author: [{ literal: "Office of the United Nations High Commissioner for Human Rights" }],
    issued: { "date-parts": [[2012]] },
    note: "It does not call for a global composite of human rights.",
  },
  {
    id: "king-murray-2002",
    type: "article-journal",
    title: "Rethinking Human Security",
    author: [
      { family: "King", given: "Gary" },
      { family: "Murray", given: "Christopher J. L." },
    ],
    issued: { "date-parts": [[2002]] },
    note: "Political Science Quarterly 116(4), 585-610.",
  },
  {
    id: "vitalcore",
    type: "software",
    title: "Vital Core: judgements of its authors",
    author: [{ literal: "Vital Core" }],
  },
] as const satisfies readonly Source[];
