import type { Labels } from "../label.js";

/**
 * Chinese labels of dimensions, freedoms, open source freedoms and principles. Not reviewed by a native
 * reader yet; `confidence` says how sure we are.
 */
export const zh: Labels = {
  language: "zh",
  dir: "ltr",
  entries: {
    economic: { value: "经济安全", confidence: "high" },
    food: { value: "粮食安全", confidence: "high" },
    health: { value: "卫生安全", confidence: "medium", alternatives: ["健康安全"] },
    environmental: { value: "环境安全", confidence: "high" },
    personal: { value: "人身安全", confidence: "high" },
    community: { value: "社区安全", confidence: "medium" },
    political: { value: "政治安全", confidence: "high" },
    "from-fear": { value: "免于恐惧的自由", confidence: "high" },
    "from-want": { value: "免于匮乏的自由", confidence: "high" },
    "live-in-dignity": { value: "有尊严地生活的自由", confidence: "medium" },
    inspect: { value: "检视", confidence: "medium" },
    use: { value: "使用", confidence: "high" },
    modify: { value: "修改", confidence: "high" },
    distribute: { value: "分发", confidence: "high" },
    "people-centred": { value: "以人为本", confidence: "medium" },
    comprehensive: { value: "全面", confidence: "medium" },
    "context-specific": { value: "因地制宜", confidence: "medium" },
    "prevention-oriented": { value: "注重预防", confidence: "medium" },
    "protection-and-empowerment": { value: "保护和增强权能", confidence: "high" },
  },
};
