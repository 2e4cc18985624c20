import { type CodeAdvice, codeAdvice } from "./code-advice.js";
import { codesOf } from "./code-lists.js";
import { textView } from "./column-views.js";
import type { CodesRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

/** Looking for the nearest code costs: a wrong column must not cost minutes. */
const MOST_LOOKED_UP = 200;
const NOT_LOOKED_UP: CodeAdvice = {
  kind: "unknown",
  suggestion: undefined,
  advice: "Too many codes are unknown to look for the nearest: is it the right column?",
};

export const codes: RuleKind<CodesRule> = {
  level: 1,
  columns: ({ column }) => [column],
  start({ column, list, codes: own = [] }) {
    const known = new Set([...(list === undefined ? [] : codesOf(list)), ...own.map(String)]);
    const folded = new Map([...known].reverse().map((code) => [code.toUpperCase(), code]));
    const advised = new Map<string, CodeAdvice>();
    const adviceFor = (text: string): CodeAdvice => {
      let advice = advised.get(text);
      if (advice === undefined) {
        advice = advised.size < MOST_LOOKED_UP ? codeAdvice(text, known, folded) : NOT_LOOKED_UP;
        advised.set(text, advice);
      }
      return advice;
    };
    return {
      chunk({ table, rowOf }, tally) {
        const text = textView(table, column);
        const wrong = text.levels.map((level) => !known.has(level) && level.trim() !== "");
        tally.checked(text.codes.length);
        if (!wrong.includes(true)) return;
        for (let i = 0; i < text.codes.length; i++) {
          const code = text.codes[i] as number;
          if (wrong[code] !== true) continue;
          const found = text.levels[code] as string;
          const { kind, suggestion, advice } = adviceFor(found);
          const place = { row: rowOf(i), column };
          tally.fail(`validate/code-${kind}`, { place, found, suggestion, facts: { advice } });
        }
      },
    };
  },
};
