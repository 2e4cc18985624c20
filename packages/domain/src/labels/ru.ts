import type { Labels } from "../label.js";

/**
 * Russian labels of dimensions, freedoms, open source freedoms and principles. Not reviewed by a native
 * reader yet; `confidence` says how sure we are.
 */
export const ru: Labels = {
  language: "ru",
  dir: "ltr",
  entries: {
    economic: { value: "Экономическая безопасность", confidence: "high" },
    food: { value: "Продовольственная безопасность", confidence: "high" },
    health: { value: "Безопасность здоровья", confidence: "medium" },
    environmental: { value: "Экологическая безопасность", confidence: "high" },
    personal: { value: "Личная безопасность", confidence: "high" },
    community: { value: "Безопасность общины", confidence: "medium" },
    political: { value: "Политическая безопасность", confidence: "high" },
    "from-fear": { value: "Свобода от страха", confidence: "high" },
    "from-want": { value: "Свобода от нужды", confidence: "high" },
    "live-in-dignity": { value: "Свобода жить в достоинстве", confidence: "medium" },
    inspect: { value: "Изучать", confidence: "medium" },
    use: { value: "Использовать", confidence: "high" },
    modify: { value: "Изменять", confidence: "high" },
    distribute: { value: "Распространять", confidence: "high" },
    "people-centred": { value: "Ориентированность на интересы людей", confidence: "medium" },
    comprehensive: { value: "Комплексность", confidence: "medium" },
    "context-specific": { value: "Учёт конкретных условий", confidence: "medium" },
    "prevention-oriented": { value: "Направленность на предупреждение", confidence: "medium" },
    "protection-and-empowerment": {
      value: "Защита и расширение прав и возможностей",
      confidence: "high",
    },
  },
};
