import { type Finding, throwIfErrors } from "@vitalcore/core";
import { type Misfit, readDocument, type Shape } from "@vitalcore/core/documents";
import { find } from "../catalog.js";

/**
 * Stops on a specification from outside that is none: a slip in a name would otherwise be passed over, and give the errors of
 * another design.
 *
 * @param name - what messages call the document.
 */
export function checkSpec(spec: unknown, shape: Shape, name: string): void {
  throwIfErrors(readDocument(spec, shape).misfits.map((misfit) => findingOf(misfit, name)));
}

function findingOf(misfit: Misfit, name: string): Finding {
  const place = { path: misfit.path };
  const option = misfit.path.length === 0 ? `the ${name}` : `\`${misfit.path.join(".")}\``;
  switch (misfit.misfit) {
    case "unknown-field": {
      const { known, suggestion } = misfit;
      const facts = { option, document: name, known };
      return find("survey/unknown-field", { place, suggestion, facts });
    }
    case "missing-field":
      return find("survey/option", {
        place,
        found: null,
        facts: { option, wanted: misfit.wanted },
      });
    case "wrong-type": {
      const { found, wanted } = misfit;
      return find("survey/option", { place, found, facts: { option, wanted } });
    }
    case "unknown-option": {
      const { found, known, suggestion } = misfit;
      const facts = { option, wanted: `one of ${known.join(", ")}` };
      return find("survey/option", { place, found, suggestion, facts });
    }
  }
}
