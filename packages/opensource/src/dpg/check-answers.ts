import { type Finding, nearest } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { DpgCandidate, DpgEvidenceItem } from "./assess-dpg.js";
import { dpgIndicators } from "./indicators.js";

/** What is wrong with the answers of a candidate: unknown indicators, and evidence that is none. */
export function checkAnswers(candidate: DpgCandidate): readonly Finding[] {
  const ids: readonly string[] = dpgIndicators.map(({ id }) => id);
  return Object.entries(candidate.answers ?? {}).flatMap(([indicator, answer]) => {
    const wrong = (reason: string, suggestion?: string) =>
      find("opensource/evidence-shape", {
        place: { path: ["answers", indicator] },
        facts: { indicator, indicators: ids, reason },
        suggestion,
      });
    if (!ids.includes(indicator))
      return [wrong("there is no such indicator", nearest(indicator, ids))];
    const met = answer?.met;
    const problems =
      met === true || met === false || met === null
        ? []
        : [wrong("met must be true, false or null")];
    const items = Array.isArray(answer?.evidence) ? answer.evidence : [];
    if (answer?.evidence !== undefined && !Array.isArray(answer.evidence))
      problems.push(wrong("evidence must be a list"));
    for (const item of items)
      problems.push(...evidenceProblems(item).map((reason) => wrong(reason)));
    return problems;
  });
}

function evidenceProblems(item: DpgEvidenceItem): readonly string[] {
  const { url, text, date } = item ?? {};
  const hasText = typeof text === "string" && text.trim() !== "";
  if (url === undefined && !hasText) return ["an item of evidence needs a url or a text"];
  return [
    ...(url === undefined || isWebAddress(url) ? [] : [`${JSON.stringify(url)} is no web address`]),
    ...(date === undefined || /^\d{4}-\d{2}-\d{2}$/.test(date)
      ? []
      : ["the date must be YYYY-MM-DD"]),
  ];
}

function isWebAddress(url: unknown): boolean {
  return typeof url === "string" && /^https?:\/\/[^\s/]+\.[^\s]+$/.test(url);
}
