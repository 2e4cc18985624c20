import type { Labels } from "../label.js";

/**
 * French labels of dimensions, freedoms, open source freedoms and principles. Not reviewed by a native
 * reader yet; `confidence` says how sure we are.
 */
export const fr: Labels = {
  language: "fr",
  dir: "ltr",
  entries: {
    economic: { value: "Sécurité économique", confidence: "high" },
    food: { value: "Sécurité alimentaire", confidence: "high" },
    health: { value: "Sécurité sanitaire", confidence: "high" },
    environmental: { value: "Sécurité environnementale", confidence: "high" },
    personal: { value: "Sécurité personnelle", confidence: "high" },
    community: { value: "Sécurité communautaire", confidence: "medium" },
    political: { value: "Sécurité politique", confidence: "high" },
    "from-fear": { value: "Vivre à l'abri de la peur", confidence: "medium" },
    "from-want": { value: "Vivre à l'abri du besoin", confidence: "high" },
    "live-in-dignity": { value: "Vivre dans la dignité", confidence: "medium" },
    inspect: { value: "Examiner", confidence: "medium" },
    use: { value: "Utiliser", confidence: "high" },
    modify: { value: "Modifier", confidence: "high" },
    distribute: { value: "Distribuer", confidence: "high" },
    "people-centred": { value: "Axé sur l'être humain", confidence: "medium" },
    comprehensive: { value: "Global", confidence: "medium" },
    "context-specific": { value: "Adapté au contexte", confidence: "medium" },
    "prevention-oriented": { value: "Centré sur la prévention", confidence: "medium" },
    "protection-and-empowerment": { value: "Protection et autonomisation", confidence: "high" },
  },
};
