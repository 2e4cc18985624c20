import { type Finder, finder } from "@vitalcore/core";

/** The rules that `opensource` checks. */
export const opensourceCatalog = {
  "opensource/license-missing": {
    severity: "error",
    outcome: "not-evaluable",
    message: "{what} states no licence.",
    hint: "Write an SPDX expression such as MIT, NONE where there is no licence, or NOASSERTION where it is not known.",
  },
  "opensource/license-too-long": {
    severity: "error",
    message:
      "The licence expression has {length} characters and {depth} levels of brackets; at most {longest} and {deepest} are read.",
    hint: "State the licences of the parts, not of everything in one expression.",
  },
  "opensource/license-syntax": {
    severity: "error",
    message: "The licence expression {found} cannot be read: {reason} (character {at}).",
    hint: "Join ids of the SPDX License List with AND, OR and WITH, for example MIT OR Apache-2.0 (nearest id: {nearest}).",
  },
  "opensource/unknown-license": {
    severity: "error",
    message: "{found} is not on the SPDX License List.",
    hint: "Take an id from spdx.org/licenses (nearest: {nearest}); call any other licence LicenseRef-<name>.",
  },
  "opensource/unknown-exception": {
    severity: "error",
    message: "{found} is not on the SPDX list of licence exceptions.",
    hint: "Take an id from spdx.org/licenses/exceptions-index (nearest: {nearest}); call any other addition AdditionRef-<name>.",
  },
  "opensource/license-case": {
    severity: "info",
    message: "{found} is read as {suggestion}.",
    hint: "Ids match without regard to case; write them as the list does.",
  },
  "opensource/operator-case": {
    severity: "info",
    message: "The operator {found} is read as {suggestion}.",
    hint: "SPDX writes operators in capital letters.",
  },
  "opensource/deprecated-license": {
    severity: "warning",
    message: "The licence id {found} is deprecated.",
    hint: "Write {suggestion}; for ids of the GNU family choose between -only and -or-later.",
  },
  "opensource/license-not-rated": {
    severity: "warning",
    outcome: "not-evaluable",
    message: "What {found} grants is not known: {reason}.",
    hint: "Have its text read; until then the freedoms count as unknown.",
  },
  "opensource/npm-license": {
    severity: "warning",
    message: "{found} is npm's way to say it; it is read as {suggestion}.",
    hint: "Write {suggestion} in an SPDX expression.",
  },
  "opensource/source-owed": {
    severity: "warning",
    message:
      "{licenses} ask that whoever passes on copies offers the source, and the source is said not to be available.",
    hint: "Ask the supplier for the source, or check that sourceAvailable is right.",
  },
  "opensource/fsf-disagrees": {
    severity: "info",
    message: "{found} is approved by OSI, and the FSF calls it non-free.",
    hint: "The approval is followed here; decide whether the FSF's reasons matter to you.",
  },
  "opensource/component-shape": {
    severity: "error",
    message: "Component {row}: {field} is {found}, and {wanted} is needed.",
  },
  "opensource/no-components": {
    severity: "warning",
    outcome: "not-evaluable",
    message: "The stack has no components, so no share can be given.",
  },
  "opensource/more-findings": {
    severity: "warning",
    message: "{count} more components have the problem {code}.",
    hint: "They are counted in the result; the first {listed} are listed.",
  },
  "opensource/sbom-not-json": {
    severity: "error",
    message: "The SBOM is not JSON: {reason}.",
  },
  "opensource/sbom-format": {
    severity: "error",
    message: "This is no SBOM that can be read: {found}.",
    hint: "Known are CycloneDX JSON 1.4 to 1.6, SPDX JSON 2.3 and SPDX JSON-LD 3.0.",
  },
  "opensource/sbom-version": {
    severity: "warning",
    message: "{format} {found} is read as {readAs}; what is new in it is not seen.",
  },
  "opensource/sbom-too-large": {
    severity: "error",
    message: "The SBOM lists more than {limit} components.",
    hint: "Raise maxComponents if you trust the file.",
  },
  "opensource/sbom-element": {
    severity: "warning",
    message: "At {path}: {found} where {wanted} is needed; it is left out.",
  },
  "opensource/sbom-several-licenses": {
    severity: "info",
    message:
      "{component} lists {count} licences without saying how they combine; all are taken to apply (AND).",
    hint: "State one SPDX expression.",
  },
  "opensource/evidence-shape": {
    severity: "error",
    message: "The evidence for indicator {indicator} is wrong: {reason}.",
    hint: "Known indicators: {indicators}.",
  },
  "opensource/catalogue-shape": {
    severity: "error",
    message: "Solution {solution}, {field}: {found}, and {wanted} is needed.",
  },
  "opensource/duplicate-solution": {
    severity: "error",
    message: "Two solutions are called {found}.",
    hint: "Give every solution its own id.",
  },
  "opensource/unknown-criterion": {
    severity: "error",
    message: "Need {row}: there is no criterion {found}.",
    hint: "The criteria are: {criteria}.",
  },
  "opensource/need-value": {
    severity: "error",
    message: "Need {row}: {found} is no value for {criterion}; {wanted} is needed.",
  },
  "opensource/need-weight": {
    severity: "error",
    message: "Need {row}: a weight of {found} is not between 0 and {most}.",
  },
  "opensource/need-unheard-of": {
    severity: "warning",
    message: "Need {row}: no solution of the catalogue names {found} as {criterion}.",
    hint: "Check the spelling.",
  },
} as const;

export const find: Finder<typeof opensourceCatalog> = finder(opensourceCatalog);
