import type { LicenseExpression, LicenseLeaf } from "../expression/license-expression.js";
import { exceptionFacts } from "../licenses/exceptions.js";
import { licenseFacts } from "../licenses/license-facts.js";
import type { DpgType } from "./indicators.js";

/** Whether something holds, as far as the facts go. */
export type Verdict = "yes" | "no" | "unknown";

/** Creative Commons licences without the no-derivatives element, and CC0. */
const CONTENT = /^(?:CC-BY(?:-NC)?(?:-SA)?-\d|CC0-1\.0$)/;

/** The alliance's list of licences for data. */
const DATA: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "CC-BY-3.0-IGO",
  "CC-BY-4.0",
  "CC-BY-SA-3.0-IGO",
  "CC-BY-SA-4.0",
  "CC0-1.0",
  "ODbL-1.0",
  "ODC-By-1.0",
  "PDDL-1.0",
]);

function leafApproved(leaf: LicenseLeaf, type: DpgType): Verdict {
  if (leaf.id === "NONE") return "no";
  const facts = licenseFacts(leaf.id);
  if (facts === undefined) return "unknown";
  const approved =
    type === "software"
      ? facts.osiApproved
      : type === "data"
        ? DATA.has(facts.id)
        : CONTENT.test(facts.id);
  if (!approved) return "no";
  const unknownAddition =
    leaf.exception !== undefined && exceptionFacts(leaf.exception) === undefined;
  return unknownAddition ? "unknown" : "yes";
}

/**
 * Whether a licence expression is approved for a kind of digital public good: all licences joined by AND
 * must be, one of those joined by OR.
 *
 * Source: the alliance's list of approved licences (publicgoods-candidates, help-center/licenses.md), which for
 * software follows OSI. AI systems need a licence for each of their parts, so one expression does not decide.
 */
export function approvedLicense(expression: LicenseExpression, type: DpgType): Verdict {
  if (type === "ai-system") return "unknown";
  if (expression.kind === "license") return leafApproved(expression, type);
  const verdicts = expression.parts.map((part) => approvedLicense(part, type));
  const [decides, otherwise]: [Verdict, Verdict] =
    expression.kind === "and" ? ["no", "yes"] : ["yes", "no"];
  if (verdicts.includes(decides)) return decides;
  return verdicts.includes("unknown") ? "unknown" : otherwise;
}
