import { type Finding, MISSING_CODE, type TextColumn } from "@vitalcore/core";
import { isAreaId } from "@vitalcore/domain";
import {
  type Area,
  areaOf,
  areas,
  findArea,
  type HistoricArea,
  historicAreas,
} from "@vitalcore/domain/areas";
import { lastDay, readPeriod } from "@vitalcore/domain/periods";
import { find } from "../catalog.js";
import { codeAdvice, isMissingMark } from "./code-advice.js";
import { textView } from "./column-views.js";
import { levelChecks } from "./level-checks.js";
import type { AreaRule } from "./rule.js";
import type { RuleKind } from "./rule-kind.js";

type Scheme = NonNullable<AreaRule["scheme"]>;

/** Names that are the short name of one country and are written for another as often. */
const OPEN_NAMES: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["congo", "Congo (COG) or the Democratic Republic of the Congo (COD)"],
]);

/** In ISO 3166-1 numeric, and not in the M49 list of the United Nations. */
const NOT_IN_M49 = "158";

/** Looking for what was meant costs some 10 ms: a wrong column must not cost minutes. */
const MOST_LOOKED_UP = 100;

function codeIn({ alpha2, alpha3, m49 }: Area, scheme: Scheme): string {
  if (scheme === "iso2") return alpha2;
  return scheme === "m49" ? (m49 ?? alpha3) : alpha3;
}

function historicOf(text: string): HistoricArea | undefined {
  return historicAreas.find(({ alpha3, alpha2, numeric, name }) =>
    [alpha3, alpha2, numeric, name].includes(text),
  );
}

class AreaCheck {
  private lookedUp = 0;
  private codes: ReadonlySet<string> | undefined;

  constructor(
    private readonly scheme: Scheme,
    private readonly aggregates: boolean,
  ) {}

  /** What is wrong with a text as an area of the scheme, or nothing. */
  finding(text: string): Finding | undefined {
    const { scheme } = this;
    if (scheme === "id" && isAreaId(text)) return undefined;
    if (scheme === "m49" && text === NOT_IN_M49) return this.unknown(text);
    const { area, finding } = findArea(text);
    const open = OPEN_NAMES.get(text.trim().toLowerCase());
    if (open !== undefined)
      return find("validate/area-ambiguous", { found: text, facts: { candidates: open } });
    if (area === null) {
      if (finding.code === "domain/unknown-area") return this.unknown(text, finding.suggestion);
      if (finding.code !== "domain/not-a-country") return finding;
      return this.aggregates ? undefined : { ...finding, severity: "error" };
    }
    if (scheme === "any" || scheme === "name") {
      const isCode = scheme === "name" && /^[A-Z0-9]{2,3}$/.test(text.trim());
      return isCode ? this.otherForm(text, area.name) : finding;
    }
    const code = codeIn(area, scheme);
    if (text === code) return undefined;
    const trimmed = text.trim();
    const sameNumber = Number(trimmed) === Number(code);
    if (trimmed.toUpperCase() === code || sameNumber) return this.otherForm(text, code);
    if (finding === undefined) return this.unknown(text, area.alpha3);
    const facts = { name: area.name, code };
    return find("validate/area-renamed", { found: text, suggestion: code, facts });
  }

  private otherForm(text: string, code: string): Finding {
    const facts = { advice: `Write ${code}.` };
    return find("validate/code-form", { found: text, suggestion: code, facts });
  }

  private unknown(text: string, meant?: string): Finding {
    const area = meant === undefined ? undefined : areaOf(meant);
    if (area !== undefined && !isMissingMark(text)) {
      const suggestion = codeIn(area, this.scheme);
      const advice = `Did you mean ${suggestion} (${area.name})?`;
      return find("validate/area-unknown", { found: text, suggestion, facts: { advice } });
    }
    this.lookedUp += 1;
    if (this.lookedUp > MOST_LOOKED_UP) {
      const facts = {
        advice: "Too many are unknown to look for the nearest: is it the right column?",
      };
      return find("validate/area-unknown", { found: text, facts });
    }
    this.codes ??= new Set(areas.map((area) => codeIn(area, this.scheme)));
    const folded = new Map([...this.codes].map((code) => [code, code]));
    const { suggestion, advice } = codeAdvice(text, this.codes, folded);
    return find("validate/area-unknown", { found: text, suggestion, facts: { advice } });
  }
}

/** Historic areas are right for their own time: rows whose period ends in or before the last year of the code. */
function inItsTime(historic: HistoricArea, period: string): boolean {
  const read = readPeriod(period).period;
  return read !== undefined && Number(lastDay(read).slice(0, 4)) <= historic.until;
}

export const area: RuleKind<AreaRule> = {
  level: 1,
  columns: ({ column, period }) => (period === undefined ? [column] : [column, period]),
  start({ column, scheme = "iso3", period, aggregates = false }) {
    const areaCheck = new AreaCheck(scheme, aggregates);
    const check = levelChecks(column, (text) => areaCheck.finding(text));
    return {
      chunk(chunk, tally) {
        const { table } = chunk;
        const text = textView(table, column);
        const timely = period === undefined ? text : withoutTimely(text, textView(table, period));
        check(timely, chunk, tally);
      },
    };
  },
};

/** The column without the historic codes that are right in their row. */
function withoutTimely(text: TextColumn, periods: TextColumn): TextColumn {
  const historic = text.levels.map(historicOf);
  if (historic.every((each) => each === undefined)) return text;
  const codes = text.codes.map((code, i) => {
    const known = historic[code];
    const at = periods.levels[periods.codes[i] as number];
    return known !== undefined && at !== undefined && inItsTime(known, at) ? MISSING_CODE : code;
  });
  return { ...text, codes };
}
