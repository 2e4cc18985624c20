import { claims } from "./claims/index.js";
import * as definitions from "./definitions/index.js";
import { indicators } from "./indicators/all.js";
import { ar } from "./labels/ar.js";
import * as labels from "./labels/en.js";
import { es } from "./labels/es.js";
import { fr } from "./labels/fr.js";
import { ru } from "./labels/ru.js";
import { zh } from "./labels/zh.js";
import { mappings } from "./mappings/index.js";
import type { ModelParts } from "./model/parts.js";
import { anomalies, sources } from "./sources/index.js";
import { statistics } from "./statistics/index.js";
import * as vocabulary from "./vocabulary/index.js";

/**
 * All parts of the vocabulary, for `createModel`. It costs everything; apps that need less name the parts
 * they need.
 *
 * @example
 * ```ts
 * import { everything } from "@vitalcore/domain/everything";
 * import { createModel } from "@vitalcore/domain/model";
 * const model = createModel(everything);
 * model.threats.digital().undermining("from-fear").unmeasured().ids; // => ["ai-harm"]
 * ```
 */
export const everything: ModelParts = {
  ...vocabulary,
  ...labels,
  ...definitions,
  translations: [fr, es, ar, ru, zh],
  indicators,
  claims,
  statistics,
  anomalies,
  sources,
  mappings,
};
