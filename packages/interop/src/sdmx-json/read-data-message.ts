import type { Finding } from "@vitalcore/core";
import type { Observation } from "@vitalcore/domain";
import { find } from "../catalog.js";
import { isObject, ownList, ownValue, parseJson } from "../json-value.js";
import type { ObservationsRead } from "../read-record.js";
import { ALL_STATUSES, fieldOfComponent, UNIT_MULTIPLIER } from "../sdmx/component-ids.js";
import { readComponents, type SdmxComponent } from "../sdmx/read-components.js";
import { meantBy, type SdmxReading } from "../sdmx/reading-options.js";
import { type DataSetReading, rowsOfDataSet } from "./data-set-rows.js";
import { levelOf } from "./message-components.js";

/**
 * Reads an SDMX-JSON data message, version 2.0 or 1.0, flat or in series, with attributes at any level. Dimensions
 * become breakdowns (SEX is `sex`; `_T` is no breakdown); attributes that are no field of an observation are reported.
 *
 * @param input - the text, or what `JSON.parse` gave.
 *
 * @example
 * ```ts
 * import { readSdmxDataMessage, sdmxDataMessage } from "@vitalcore/interop/sdmx-json";
 * const rows = [{ indicator: "internet-use", area: "NAM", period: "2018", value: 51, unit: "PERCENT", edition: "2025" }];
 * const text = JSON.stringify(sdmxDataMessage(rows, { prepared: "2026-01-31T12:00:00Z" }));
 * readSdmxDataMessage(text); // => { observations: rows, findings: [] }
 * ```
 */
export function readSdmxDataMessage(input: unknown, reading: SdmxReading = {}): ObservationsRead {
  const findings: Finding[] = [];
  const message = typeof input === "string" ? parseJson(input, findings) : input;
  if (findings.length > 0) return { observations: [], findings };
  // Version 1.0 has one structure, and its first drafts had no `data` around it.
  const data = ownValue(message, "data") ?? message;
  const structures = ownList(data, "structures");
  const single = ownValue(data, "structure");
  if (!isObject(data) || (structures.length === 0 && !isObject(single))) {
    const facts = { at: "The document", wanted: "an SDMX-JSON data message" };
    return { observations: [], findings: [find("interop/shape", { found: message, facts })] };
  }
  const observations: Observation[] = [];
  let rowsBefore = 0;
  ownList(data, "dataSets").forEach((dataSet, i) => {
    const index = ownValue(dataSet, "structure");
    const structure = structures[typeof index === "number" ? index : 0] ?? single;
    const place = { path: ["data", "dataSets", i] };
    if (!isObject(dataSet) || !isObject(structure)) {
      const facts = { at: place.path.join("."), wanted: "a data set with a structure" };
      findings.push(find("interop/shape", { place, found: dataSet, facts }));
      return;
    }
    const levels = {
      dataSet: levelOf(structure, "dataSet"),
      dimensionGroup: levelOf(structure, "dimensionGroup"),
      series: levelOf(structure, "series"),
      observation: levelOf(structure, "observation"),
    };
    const components = componentsOf(levels, reading, findings);
    const rows = [...rowsOfDataSet({ dataSet, levels, path: place.path, rowsBefore }, findings)];
    rowsBefore += rows.length;
    if (rows.length > 0) observations.push(...readComponents(rows, components, reading, findings));
  });
  return { observations, findings };
}

/** The components that can be read; the others are reported. */
function componentsOf(
  levels: DataSetReading["levels"],
  reading: SdmxReading,
  findings: Finding[],
): readonly SdmxComponent[] {
  const all = Object.values(levels);
  const components: SdmxComponent[] = [];
  const add = (name: string, isDimension: boolean): void => {
    const id = meantBy(name, reading);
    if (id === "FREQ") return;
    const known = fieldOfComponent(id) !== undefined;
    if (known || isDimension || id === ALL_STATUSES || id === UNIT_MULTIPLIER) {
      components.push({ name, id });
      return;
    }
    const facts = {
      remedy: "If it holds a field of ours under another name, say so in `components`.",
    };
    findings.push(find("interop/unused-column", { place: { column: name }, facts }));
  };
  for (const { id } of all.flatMap(({ dimensions }) => dimensions)) add(id, true);
  for (const { id } of all.flatMap(({ measures, attributes }) => [...measures, ...attributes])) {
    add(id, false);
  }
  return components;
}
