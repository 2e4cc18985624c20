import type { Finding } from "@vitalcore/core";
import { find } from "../catalog.js";
import {
  ALL_STATUSES,
  COMPONENT_OF_FIELD,
  fieldOfComponent,
  UNIT_MULTIPLIER,
} from "../sdmx/component-ids.js";
import type { SdmxComponent } from "../sdmx/read-components.js";
import { meantBy, type SdmxReading } from "../sdmx/reading-options.js";

/** What the header of a file says. */
export interface SdmxHeader {
  /** `name` is the column's. */
  readonly components: readonly (SdmxComponent & {
    /** Several values stand in one cell. */
    readonly multiple: boolean;
  })[];
  /** The column of actions, if there is one. */
  readonly action: string | undefined;
  /** What separates several values in one cell. */
  readonly subFields: string | undefined;
  /** Cells of coded components hold ids and names, `F: Female`. */
  readonly labelled: boolean;
}

const KNOWN_AXES =
  /^(?:SEX|AGE|URBANISATION|INCOME_WEALTH_QUANTILE|EDUCATION_LEV|DISABILITY_STATUS|OCCUPATION)$/;
const MARKS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "ACTION",
  "STRUCTURE_NAME",
  "SERIES_KEY",
  "OBS_KEY",
  "FREQ",
]);

/** The id in a column's name: without its own name (`SEX: Sex`) and the marks of several values (`NOTE[en;fr]`). */
export function idOfHeader(name: string): string {
  const [id = name] = name.split(": ", 1);
  return id.replace(/\[[^\]]*\]$/, "");
}

/**
 * Takes a header apart. Columns that are neither known nor among `dimensions` are dimensions if they stand left
 * of OBS_VALUE, the order that the field guide recommends; the others are reported as unused.
 */
export function readHeader(
  names: readonly string[],
  reading: SdmxReading & { readonly dimensions?: Iterable<string> },
  findings: Finding[],
): SdmxHeader {
  const [first = ""] = names;
  const version1 = first.startsWith("DATAFLOW");
  const ids = names.map((name) => meantBy(idOfHeader(name), reading));
  const fixed = version1 ? 1 : 2;
  const measure = ids.indexOf(COMPONENT_OF_FIELD.value);
  const dimensions =
    reading.dimensions === undefined
      ? undefined
      : new Set([...reading.dimensions].map((name) => meantBy(name, reading)));
  const isDimension = (id: string, i: number): boolean => {
    if (dimensions !== undefined) return dimensions.has(id);
    return KNOWN_AXES.test(id) || (i < measure && !names[i]?.endsWith("]"));
  };
  const named = ids.includes("STRUCTURE_NAME");
  const components: SdmxHeader["components"][number][] = [];
  const seen = new Set<string>();
  let afterMarks = -1;
  names.forEach((name, i) => {
    const id = ids[i] as string;
    if (i < fixed || MARKS.has(id)) return;
    if (afterMarks < 0) afterMarks = i;
    // With labels=name, every second column holds the names of the one before.
    if (named && (i - afterMarks) % 2 === 1) return;
    const known =
      fieldOfComponent(id) !== undefined || id === ALL_STATUSES || id === UNIT_MULTIPLIER;
    if (seen.has(id)) {
      const remedy = `Another column, before it, is read as ${id}.`;
      findings.push(find("interop/unused-column", { place: { column: name }, facts: { remedy } }));
      return;
    }
    seen.add(id);
    if (known || isDimension(id, i)) {
      components.push({ name, id, multiple: name.endsWith("[]") });
      return;
    }
    const remedy = "Name the dimensions of the structure in the option `dimensions` if it is one.";
    findings.push(find("interop/unused-column", { place: { column: name }, facts: { remedy } }));
  });
  return {
    components,
    action: names[ids.indexOf("ACTION")],
    subFields: /\[(.)/.exec(first)?.[1],
    labelled: names[measure]?.includes(": ") === true,
  };
}
