import type { Labels } from "../label.js";

/**
 * Spanish labels of dimensions, freedoms, open source freedoms and principles. Not reviewed by a native
 * reader yet; `confidence` says how sure we are.
 */
export const es: Labels = {
  language: "es",
  dir: "ltr",
  entries: {
    economic: { value: "Seguridad económica", confidence: "high" },
    food: { value: "Seguridad alimentaria", confidence: "high" },
    health: { value: "Seguridad sanitaria", confidence: "medium" },
    environmental: { value: "Seguridad ambiental", confidence: "high" },
    personal: { value: "Seguridad personal", confidence: "high" },
    community: { value: "Seguridad comunitaria", confidence: "medium" },
    political: { value: "Seguridad política", confidence: "high" },
    "from-fear": { value: "Libertad para vivir sin temor", confidence: "medium" },
    "from-want": { value: "Libertad para vivir sin miseria", confidence: "medium" },
    "live-in-dignity": { value: "Libertad para vivir con dignidad", confidence: "medium" },
    inspect: { value: "Inspeccionar", confidence: "medium" },
    use: { value: "Usar", confidence: "high" },
    modify: { value: "Modificar", confidence: "high" },
    distribute: { value: "Distribuir", confidence: "high" },
    "people-centred": { value: "Centrado en las personas", confidence: "medium" },
    comprehensive: { value: "Exhaustivo", confidence: "medium", alternatives: ["Integral"] },
    "context-specific": { value: "Adaptado a cada contexto", confidence: "medium" },
    "prevention-oriented": { value: "Orientado a la prevención", confidence: "medium" },
    "protection-and-empowerment": { value: "Protección y empoderamiento", confidence: "high" },
  },
};
