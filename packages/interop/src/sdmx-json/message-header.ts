import { VitalError } from "@vitalcore/core";
import { find } from "../catalog.js";
import type { SdmxMessageHeader } from "./messages.js";

/** Who sends a message, and when. */
export interface MessageOptions {
  /** Day and time with its zone, "2026-01-31T12:00:00Z". */
  readonly prepared: string;
  /** Id of the sender; VITALCORE if left out. */
  readonly sender?: string;
  /** Id of the message; the id of the structure if left out. */
  readonly messageId?: string;
  /** The message is a test; it is not if left out. */
  readonly test?: boolean;
}

const ID = /^[A-Za-z0-9_@$-]+$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const SCHEMAS = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master";

/** @throws VitalError `interop/invalid-option`, all at once. */
export function messageHeader(
  kind: "data" | "structure",
  options: MessageOptions,
  structureId: string,
): SdmxMessageHeader {
  const { prepared, sender = "VITALCORE", messageId = structureId, test = false } = options;
  const findings = (
    [
      ["prepared", prepared, DATE_TIME, "a day and time with its zone, 2026-01-31T12:00:00Z"],
      ["sender", sender, ID, "letters, digits and _ @ $ -"],
      ["messageId", messageId, ID, "letters, digits and _ @ $ -"],
    ] as const
  )
    .filter(([, found, form]) => !form.test(found))
    .map(([option, found, , wanted]) =>
      find("interop/invalid-option", { found, facts: { option, wanted } }),
    );
  if (findings.length > 0) throw new VitalError(findings);
  return {
    schema: `${SCHEMAS}/${kind}-message/tools/schemas/2.0.0/sdmx-json-${kind}-schema.json`,
    id: messageId,
    test,
    prepared,
    contentLanguages: ["en"],
    sender: { id: sender },
  };
}
