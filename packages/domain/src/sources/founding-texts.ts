import type { Source } from "../source.js";

/** The five texts from which the vocabulary is read. Paragraphs are counted in their plain text. */
export const foundingTexts = [
  {
    id: "undp-2025",
    type: "report",
    title: "Human Security in the Digital Context",
    author: [{ literal: "United Nations Development Programme, Digital X" }],
    issued: { "date-parts": [[2025, 10, 21]] },
  },
  {
    id: "untfhs",
    type: "webpage",
    title: "What is Human Security?",
    author: [{ literal: "United Nations Trust Fund for Human Security" }],
  },
  {
    id: "course-human-security",
    type: "chapter",
    title: "Human Security (course chapter)",
    note: "A chapter of a course; neither author nor year are known, and its four figures (overview, definition, boundaries, debates) are not covered.",
  },
  {
    id: "babbitt-2023",
    type: "webpage",
    title: "Leir Briefing Room: Defining Human Security",
    author: [{ family: "Babbitt", given: "Eileen" }],
    publisher: "Henry J. Leir Institute, The Fletcher School, Tufts University",
    issued: { "date-parts": [[2023]] },
    URL: "https://leir-briefing-room.ghost.io/defining-human-security/",
  },
  {
    id: "chs-2003-extract",
    type: "chapter",
    title: "Human Security: The what and the why",
    author: [{ literal: "Commission on Human Security" }],
    issued: { "date-parts": [[2003]] },
    note: "Extract of Human Security Now (2003). It speaks of the time at which it was written.",
  },
] as const satisfies readonly Source[];
