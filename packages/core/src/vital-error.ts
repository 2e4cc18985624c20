import type { Finding } from "./finding.js";

const BRAND = Symbol.for("@vitalcore/VitalError");
const SPELLED_OUT = 5;

function messageOf(findings: readonly Finding[]): string {
  const sentences = findings
    .slice(0, SPELLED_OUT)
    .map(({ message, hint }) => (hint === undefined ? message : `${message} ${hint}`));
  const more = findings.length - SPELLED_OUT;
  if (sentences.length === 1) return sentences[0] as string;
  return [
    `${findings.length} problems:`,
    ...sentences.map((sentence) => `- ${sentence}`),
    ...(more > 0 ? [`- and ${more} more, in \`findings\``] : []),
  ].join("\n");
}

/**
 * The one error class of Vital Core. Carries every problem that was found, not only the first.
 * Recognize it with {@link isVitalError}, never with `instanceof`: the ESM and the CommonJS copy of
 * a package may both be loaded.
 *
 * @example
 * ```ts
 * import { isVitalError, numbersOf, tableFrom } from "@vitalcore/core";
 * try {
 *   numbersOf(tableFrom([{ age: 1 }]), "agee");
 * } catch (error) {
 *   if (isVitalError(error)) {
 *     error.code; // => "core/unknown-column"
 *   }
 * }
 * ```
 */
export class VitalError extends Error {
  /** Code of the first finding. */
  readonly code: string;
  /** All problems, in the order in which they were found. */
  readonly findings: readonly Finding[];

  /** @param findings - at least one; their sentences become the message. */
  constructor(
    findings: readonly [Finding, ...Finding[]] | readonly Finding[],
    options?: ErrorOptions,
  ) {
    super(messageOf(findings), options);
    this.name = "VitalError";
    this.code = findings[0]?.code ?? "core/unknown";
    this.findings = findings;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** Plain JSON, with the findings, for logs and responses. */
  toJSON(): { name: string; code: string; message: string; findings: readonly Finding[] } {
    return { name: this.name, code: this.code, message: this.message, findings: this.findings };
  }
}

/**
 * Whether a value is a {@link VitalError}, whichever copy of the package made it.
 *
 * @example
 * ```ts
 * import { isVitalError } from "@vitalcore/core";
 * isVitalError(new Error("another one")); // => false
 * ```
 */
export function isVitalError(value: unknown): value is VitalError {
  return typeof value === "object" && value !== null && BRAND in value;
}

/**
 * Throws one {@link VitalError} with all findings of severity `error`, if there are any; warnings
 * and notes pass.
 *
 * @example
 * ```ts
 * import { throwIfErrors } from "@vitalcore/core";
 * throwIfErrors([]); // nothing happens
 * ```
 */
export function throwIfErrors(findings: readonly Finding[]): void {
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new VitalError(errors);
}
