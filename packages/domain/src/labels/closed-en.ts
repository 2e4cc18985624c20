import type { Labels } from "../label.js";

/**
 * English labels of dimensions, freedoms, open source freedoms and principles. As the United
 * Nations writes them; not reviewed by an outside reader yet.
 */
export const en: Labels = {
  language: "en",
  dir: "ltr",
  entries: {
    economic: { value: "Economic security", confidence: "high" },
    food: { value: "Food security", confidence: "high" },
    health: { value: "Health security", confidence: "high" },
    environmental: { value: "Environmental security", confidence: "high" },
    personal: { value: "Personal security", confidence: "high" },
    community: { value: "Community security", confidence: "high" },
    political: { value: "Political security", confidence: "high" },
    "from-fear": { value: "Freedom from fear", confidence: "high" },
    "from-want": { value: "Freedom from want", confidence: "high" },
    "live-in-dignity": { value: "Freedom to live in dignity", confidence: "high" },
    inspect: { value: "Inspect", confidence: "high" },
    use: { value: "Use", confidence: "high" },
    modify: { value: "Modify", confidence: "high" },
    distribute: { value: "Distribute", confidence: "high" },
    "people-centred": { value: "People-centred", confidence: "high" },
    comprehensive: { value: "Comprehensive", confidence: "high" },
    "context-specific": { value: "Context-specific", confidence: "high" },
    "prevention-oriented": { value: "Prevention-oriented", confidence: "high" },
    "protection-and-empowerment": { value: "Protection and empowerment", confidence: "high" },
  },
};
