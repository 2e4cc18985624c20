import { escapeHtml, type Finding, type Severity } from "@vitalcore/core";
import { validationLevels } from "../level.js";
import type { RuleResult, ValidationReport } from "./report-data.js";
import { placeInWords } from "./validation-report.js";

const VERDICTS = {
  accept: ["Accepted", "No errors and no warnings."],
  warn: ["Accepted with warnings", "Nothing is impossible; some of it is doubtful."],
  reject: ["Rejected", "Some of it cannot be right."],
} as const;

const WORDS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "note",
};
const MARKS: Readonly<Record<Severity, string>> = { error: "✗", warning: "!", info: "·" };
const OUTCOMES = { pass: "passed", fail: "failed", "not-evaluable": "not evaluable" } as const;

/** Colours have 4.5 : 1 contrast on their ground, light and dark; marks and words carry the meaning too. */
const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--raised:#f6f6f3;--ink:#1d1f21;--soft:#595d61;--line:#d8d8d2;--error:#a5221b;--warning:#7d5200;--info:#2b5c8a;--pass:#2b6a3f}
@media(prefers-color-scheme:dark){:root{--ground:#16181a;--raised:#202326;--ink:#ececea;--soft:#a9aeb3;--line:#3a3f44;--error:#ff938a;--warning:#ecb658;--info:#8fc1f0;--pass:#86cf9d}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:62rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1.1rem;margin:2.5rem 0 .75rem}
h3{font-size:1rem;margin:0;overflow-wrap:anywhere;font-weight:600}
p{margin:.25rem 0}
.soft{color:var(--soft)}
.counts{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:1.25rem 0 0;padding:0;list-style:none}
.counts b{display:block;font-size:1.5rem;line-height:1.2;font-variant-numeric:tabular-nums}
.error{color:var(--error)}.warning{color:var(--warning)}.info{color:var(--info)}.pass{color:var(--pass)}
details{border:1px solid var(--line);border-radius:6px;margin:.5rem 0;background:var(--raised)}
summary{cursor:pointer;padding:.6rem .9rem;display:flex;flex-wrap:wrap;gap:.15rem .75rem;align-items:baseline;justify-content:space-between}
summary::marker{content:""}
summary:focus-visible{outline:2px solid var(--info);outline-offset:2px}
ol{list-style:none;margin:0;padding:0;border-top:1px solid var(--line);background:var(--ground);border-radius:0 0 6px 6px}
li.finding{padding:.6rem .9rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
li.finding:last-child{border-bottom:0}
.where{font-variant-numeric:tabular-nums;color:var(--soft);font-size:.875rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
th,td{text-align:left;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
.number{text-align:right;font-variant-numeric:tabular-nums}
@media print{details{break-inside:avoid}}
`;

function findingItem(finding: Finding, subject: string | null): string {
  const { severity, message, hint } = finding;
  const where = placeInWords(finding, subject);
  return [
    '<li class="finding">',
    `<span class="${severity}" aria-hidden="true">${MARKS[severity]}</span> `,
    `<span class="${severity}">${WORDS[severity]}</span>`,
    where === "" ? "" : ` <span class="where">${escapeHtml(where)}</span>`,
    `<p>${escapeHtml(message)}</p>`,
    hint === undefined || hint.trim() === "" ? "" : `<p class="soft">${escapeHtml(hint)}</p>`,
    "</li>",
  ].join("");
}

function gravest({ errors, warnings }: RuleResult): Severity {
  if (errors > 0) return "error";
  return warnings > 0 ? "warning" : "info";
}

function ruleBlock(rule: RuleResult, findings: readonly Finding[], subject: string | null): string {
  const severity = gravest(rule);
  const count =
    rule.outcome === "not-evaluable"
      ? "not evaluable"
      : `${rule.failed.toLocaleString("en")} failed`;
  const more = rule.failed - rule.listed;
  return [
    `<details${severity === "error" ? " open" : ""}>`,
    `<summary><h3><span class="${severity}" aria-hidden="true">${MARKS[severity]}</span> ${escapeHtml(rule.id)}</h3>`,
    `<span class="soft">${count}</span></summary>`,
    `<ol>${findings.map((finding) => findingItem(finding, subject)).join("")}`,
    more > 0
      ? `<li class="finding soft">${more.toLocaleString("en")} more are counted and not listed.</li>`
      : "",
    "</ol></details>",
  ].join("");
}

function ruleRow(rule: RuleResult): string {
  const kind = rule.outcome === "pass" ? "pass" : rule.outcome === "fail" ? gravest(rule) : "soft";
  const number = (value: number) => `<td class="number">${value.toLocaleString("en")}</td>`;
  return [
    `<tr><th scope="row">${escapeHtml(rule.id)}</th>`,
    `<td>${rule.level} ${validationLevels[rule.level]}</td>`,
    `<td class="${kind}">${OUTCOMES[rule.outcome]}</td>`,
    number(rule.failed),
    number(rule.checked),
    number(rule.notEvaluable),
    `<td class="soft">${rule.outcome === "fail" ? "" : escapeHtml(rule.reasons.join("; "))}</td></tr>`,
  ].join("");
}

/**
 * A report as one HTML page that stands alone: no scripts, no links, nothing loaded. Everything from the data
 * is escaped; values of columns that identify people are not in the report, and so not here.
 *
 * @example
 * ```ts
 * import { htmlReport, reportFindings } from "@vitalcore/validate/report";
 * htmlReport(reportFindings([], { subject: "A <b>" })).includes("A &lt;b&gt;"); // => true
 * ```
 */
export function htmlReport(report: ValidationReport): string {
  const { subject, rows, verdict, errors, warnings, infos, rules, findings } = report;
  const [word, meaning] = VERDICTS[verdict];
  const title = `${subject ?? "Data"}: ${word.toLowerCase()}`;
  const byRule = new Map<unknown, Finding[]>();
  for (const finding of findings) {
    const id = finding.facts.rule ?? finding.code;
    byRule.set(id, [...(byRule.get(id) ?? []), finding]);
  }
  const rank = { error: 0, warning: 1, info: 2 } as const;
  const blocks = rules
    .filter(({ id }) => byRule.has(id))
    .sort((a, b) => rank[gravest(a)] - rank[gravest(b)])
    .map((rule) => ruleBlock(rule, byRule.get(rule.id) ?? [], subject));
  const verdictClass = { accept: "pass", warn: "warning", reject: "error" }[verdict];
  const count = (value: number, name: string, kind: string) =>
    `<li><b class="${value > 0 ? kind : "soft"}">${value.toLocaleString("en")}</b>${name}</li>`;
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escapeHtml(subject ?? "Data")}</h1>`,
    `<p><b class="${verdictClass}">${word}.</b> ${meaning}</p>`,
    '<ul class="counts">',
    count(errors, "errors", "error"),
    count(warnings, "warnings", "warning"),
    count(infos, "notes", "info"),
    count(rows, "rows", ""),
    "</ul>",
    blocks.length === 0 ? "" : `<h2>Findings</h2>${blocks.join("")}`,
    rules.length === 0
      ? ""
      : `<h2>Rules</h2><div class="scroll" tabindex="0" role="region" aria-label="Rules"><table><thead><tr><th scope="col">rule</th><th scope="col">level</th><th scope="col">outcome</th><th scope="col" class="number">failed</th><th scope="col" class="number">checked</th><th scope="col" class="number">not evaluable</th><th scope="col">why not</th></tr></thead><tbody>${rules.map(ruleRow).join("")}</tbody></table></div>`,
    "</main></body></html>",
  ].join("\n");
}
