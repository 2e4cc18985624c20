import type { IndexAudit } from "./audit-result.js";

/**
 * An audit as a report in Markdown: what asks for attention first, then the claims step by step, each with its
 * numbers.
 *
 * @example
 * ```ts
 * import { auditText } from "@vitalcore/composite/audit";
 * const step = {
 *   step: 1,
 *   title: "Theoretical framework",
 *   claims: [{ text: "2 indicators in 1 groups on 1 levels.", isWarning: false, numbers: { indicators: 2 } }],
 * };
 * auditText({ title: "Example", units: 3, steps: [step] }).split("\n")[0]; // => "# Audit of the index: Example"
 * ```
 */
export function auditText({
  title,
  units,
  steps,
}: Pick<IndexAudit, "title" | "units" | "steps">): string {
  const warnings = steps.flatMap(({ step, claims }) =>
    claims.filter(({ isWarning }) => isWarning).map(({ text }) => `- ${text} (step ${step})`),
  );
  const sections = steps.flatMap(({ step, title: name, claims }) => [
    `## ${step}. ${name}`,
    "",
    ...(claims.length === 0 ? ["Nothing to report."] : claims.map(lineOf)),
    "",
  ]);
  return [
    `# Audit of the index: ${title}`,
    "",
    `${units} units. The steps are those of the OECD/JRC Handbook on Constructing Composite Indicators (2008).`,
    "",
    "## What asks for attention",
    "",
    ...(warnings.length === 0 ? ["Nothing."] : warnings),
    "",
    ...sections,
  ].join("\n");
}

function lineOf({
  text,
  isWarning,
  numbers,
}: IndexAudit["steps"][number]["claims"][number]): string {
  const facts = Object.entries(numbers).map(([name, value]) => `${name} = ${value}`);
  const behind = facts.length === 0 ? "" : ` (${facts.join(", ")})`;
  return `- ${isWarning ? "**Warning:** " : ""}${text}${behind}`;
}
