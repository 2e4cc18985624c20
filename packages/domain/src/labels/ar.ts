import type { Labels } from "../label.js";

/**
 * Arabic labels of dimensions, freedoms, open source freedoms and principles. Not reviewed by a native
 * reader yet; `confidence` says how sure we are.
 */
export const ar: Labels = {
  language: "ar",
  dir: "rtl",
  entries: {
    economic: { value: "الأمن الاقتصادي", confidence: "high" },
    food: { value: "الأمن الغذائي", confidence: "high" },
    health: { value: "الأمن الصحي", confidence: "high" },
    environmental: { value: "الأمن البيئي", confidence: "high" },
    personal: { value: "الأمن الشخصي", confidence: "high" },
    community: { value: "أمن المجتمع المحلي", confidence: "medium" },
    political: { value: "الأمن السياسي", confidence: "high" },
    "from-fear": { value: "التحرر من الخوف", confidence: "high" },
    "from-want": { value: "التحرر من العوز", confidence: "high" },
    "live-in-dignity": { value: "حرية العيش بكرامة", confidence: "medium" },
    inspect: { value: "الفحص", confidence: "medium" },
    use: { value: "الاستخدام", confidence: "high" },
    modify: { value: "التعديل", confidence: "high" },
    distribute: { value: "التوزيع", confidence: "high" },
    "people-centred": { value: "محوره الناس", confidence: "medium" },
    comprehensive: { value: "شامل", confidence: "medium" },
    "context-specific": { value: "مراعٍ للسياق", confidence: "medium" },
    "prevention-oriented": { value: "موجه نحو الوقاية", confidence: "medium" },
    "protection-and-empowerment": { value: "الحماية والتمكين", confidence: "high" },
  },
};
