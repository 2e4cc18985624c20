import { type Finding, nearest } from "@vitalcore/core";
import { isAreaId } from "../areas/area-id.js";
import { find } from "../model/catalog.js";
import { checkFields, type FormCodes, isRow } from "../model/check-fields.js";
import type { FieldRule } from "../model/fields.js";
import type { Model } from "../model/model.js";
import { readPeriod } from "../periods/parse-period.js";
import type { ConceptKind } from "../vocabulary/kinds.js";
import { referenceTo } from "../vocabulary/reference.js";
import type { ThreatCriterionId } from "../vocabulary/threat-criteria.js";
import * as fields from "./assessment-fields.js";
import { ratingScales } from "./rating-scales.js";

type Path = readonly (string | number)[];
type Row = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, FieldRule>>;

const codes: FormCodes = {
  shape: "domain/assessment-shape",
  missing: "domain/assessment-missing",
  unknownField: "domain/assessment-unknown-field",
};

const questions = {
  forWhom: "Security for whom?",
  fromWhat: "Security from what?",
  byWhatMeans: "Security by what means?",
} as const;

/** One reading of an assessment: what is malformed is reported and passed over. */
class AssessmentReading {
  readonly findings: Finding[] = [];
  readonly #model: Model;
  readonly #evidence = new Set<unknown>();

  constructor(model: Model) {
    this.#model = model;
  }

  run(input: unknown): readonly Finding[] {
    const all = this.#row(input, fields.assessmentFields, []);
    if (all === undefined) return this.findings;
    const { version, threat, context, forWhom, fromWhat, byWhatMeans, community, assessor } = all;
    if (version !== undefined && version !== 1) this.#shape(["version"], version, "1");
    for (const [{ id }, path] of this.#rows(all, "evidence", fields.evidenceFields, [])) {
      if (this.#evidence.has(id)) this.#shape([...path, "id"], id, "an id of its own");
      this.#evidence.add(id);
    }
    if (typeof threat === "string") this.#known("threat", threat, ["threat"]);
    this.#context(context);
    this.#forWhom(forWhom);
    const perpetrators = this.#fromWhat(fromWhat);
    const providers = this.#byWhatMeans(byWhatMeans);
    for (const actor of providers.filter((each) => perpetrators.includes(each))) {
      const place = { path: ["byWhatMeans", "providers"] };
      this.findings.push(find("domain/assessment-both-sides", { place, found: actor }));
    }
    this.#community(community);
    this.#assessor(assessor);
    return this.findings;
  }

  #row(value: unknown, rules: Fields, path: Path): Row | undefined {
    this.findings.push(...checkFields(value, rules, path, codes));
    return isRow(value) ? value : undefined;
  }

  /** The rows of a list in a row, each checked by itself; what is no object was reported with the list. */
  #rows(parent: Row, name: string, rules: Fields, path: Path): readonly (readonly [Row, Path])[] {
    const list = parent[name];
    if (!Array.isArray(list)) return [];
    const rows: [Row, Path][] = [];
    for (const [i, each] of list.entries()) {
      const at = [...path, name, i];
      const row = isRow(each) ? this.#row(each, rules, at) : undefined;
      if (row === undefined) continue;
      const { evidence } = row;
      this.#cites(evidence, at);
      rows.push([row, at]);
    }
    return rows;
  }

  #shape(path: Path, found: unknown, wanted: string): void {
    this.findings.push(find(codes.shape, { place: { path }, found, facts: { wanted } }));
  }

  #unknown(kind: string, id: string, path: Path, candidates: Iterable<string>): void {
    const suggestion = nearest(id, candidates);
    const facts = { kind, nearest: suggestion ?? "none" };
    this.findings.push(
      find("domain/assessment-unknown", { place: { path }, found: id, facts, suggestion }),
    );
  }

  #known(kind: ConceptKind, id: string, path: Path): void {
    if (this.#model.has(referenceTo(kind, id))) return;
    this.#unknown(kind, id, path, this.#model.all(kind).ids);
  }

  /** An id of the vocabulary, or words of one's own. */
  #named(row: Row, field: string, kind: ConceptKind, path: Path): void {
    const id = row[field];
    if (typeof id === "string") this.#known(kind, id, [...path, field]);
    else if (id === undefined && !Object.hasOwn(row, "label")) {
      const facts = { what: `${field} or label` };
      this.findings.push(find(codes.missing, { place: { path }, facts }));
    }
  }

  #cites(list: unknown, path: Path): void {
    if (!Array.isArray(list)) return;
    for (const [i, id] of list.entries()) {
      if (typeof id !== "string" || this.#evidence.has(id)) continue;
      const known = [...this.#evidence].filter((each) => typeof each === "string");
      this.#unknown("evidence", id, [...path, "evidence", i], known);
    }
  }

  #context(value: unknown): void {
    const row = isRow(value) ? this.#row(value, fields.contextFields, ["context"]) : undefined;
    if (row === undefined) return;
    const { area, period } = row;
    if (typeof area === "string" && area !== "" && !isAreaId(area)) {
      this.#shape(["context", "area"], area, "an area such as NAM, or a code with its scheme");
    }
    if (typeof period === "string" && period !== "" && readPeriod(period).period === undefined) {
      this.#shape(["context", "period"], period, "a period such as 2025 or 2025-Q3");
    }
  }

  #triad(row: Row, path: Path): boolean {
    const names = ["needs", "vulnerabilities", "capacities"];
    const said = names.map((name) => this.#rows(row, name, fields.statementFields, path).length);
    return said.some((count) => count > 0);
  }

  #open(question: keyof typeof questions): void {
    const place = { path: [question] };
    const facts = { question: questions[question] };
    this.findings.push(find("domain/assessment-open", { place, facts }));
  }

  #forWhom(value: unknown): void {
    const row = isRow(value) ? this.#row(value, fields.forWhomFields, ["forWhom"]) : undefined;
    if (row === undefined) return;
    let said = false;
    for (const [group, path] of this.#rows(row, "groups", fields.groupFields, ["forWhom"])) {
      this.#named(group, "group", "population-group", path);
      said = this.#triad(group, path) || said;
    }
    const { government } = row;
    if (isRow(government)) {
      const path = ["forWhom", "government"];
      this.#row(government, fields.governmentFields, path);
      said = this.#triad(government, path) || said;
    }
    if (!said) this.#open("forWhom");
  }

  #fromWhat(value: unknown): readonly unknown[] {
    const row = isRow(value) ? this.#row(value, fields.fromWhatFields, ["fromWhat"]) : undefined;
    if (row === undefined) return [];
    const { ratings } = row;
    const judged = isRow(ratings) ? this.#ratings(ratings) : 0;
    if (judged === 0) this.#open("fromWhat");
    this.#rows(row, "rootCauses", fields.statementFields, ["fromWhat"]);
    return this.#actors(row, "perpetrators", ["fromWhat"]);
  }

  #ratings(ratings: Row): number {
    const path = ["fromWhat", "ratings"];
    this.#row(ratings, fields.ratingsFields, path);
    let judged = 0;
    for (const [criterion, rating] of Object.entries(ratings)) {
      if (!Object.hasOwn(ratingScales, criterion) || !isRow(rating)) continue;
      const at = [...path, criterion];
      this.#row(rating, fields.ratingFields, at);
      const { value, evidence, note } = rating;
      if (value === undefined) {
        const facts = { what: "the value, or null" };
        this.findings.push(find(codes.missing, { place: { path: [...at, "value"] }, facts }));
      }
      if (value === undefined || value === null) continue;
      const { levels } = ratingScales[criterion as ThreatCriterionId];
      if (!levels.some((level) => level.value === value)) {
        const known = levels.map((level) => level.value).join(", ");
        this.#shape([...at, "value"], value, `one of ${known}`);
        continue;
      }
      judged++;
      this.#cites(evidence, at);
      const bare = !Array.isArray(evidence) || evidence.length === 0;
      if (bare && note === undefined) {
        const facts = { criterion };
        this.findings.push(find("domain/assessment-unevidenced", { place: { path: at }, facts }));
      }
    }
    return judged;
  }

  #actors(parent: Row, name: string, path: Path): readonly unknown[] {
    const rows = this.#rows(parent, name, fields.actorFields, path);
    for (const [row, at] of rows) this.#named(row, "actor", "actor", at);
    return rows.flatMap(([{ actor }]) => actor ?? []);
  }

  #byWhatMeans(value: unknown): readonly unknown[] {
    const path = ["byWhatMeans"];
    const row = isRow(value) ? this.#row(value, fields.byWhatMeansFields, path) : undefined;
    if (row === undefined) return [];
    let judged = 0;
    for (const [measure, at] of this.#rows(row, "measures", fields.measureFields, path)) {
      this.#named(measure, "measure", "measure", at);
      const { state, by } = measure;
      if (state !== "not-judged") judged++;
      if (!Array.isArray(by)) continue;
      for (const [i, actor] of by.entries()) {
        if (typeof actor === "string") this.#known("actor", actor, [...at, "by", i]);
      }
    }
    if (judged === 0) this.#open("byWhatMeans");
    return this.#actors(row, "providers", path);
  }

  #community(value: unknown): void {
    const path = ["community"];
    const row = isRow(value) ? this.#row(value, fields.communityFields, path) : undefined;
    if (row === undefined) return;
    this.#rows(row, "dimensions", fields.communityDimensionFields, path);
    for (const [threshold, at] of this.#rows(row, "thresholds", fields.thresholdFields, path)) {
      const { indicator, value } = threshold;
      if (typeof indicator === "string" && this.#model.indicator(indicator) === undefined) {
        this.#unknown("indicator", indicator, [...at, "indicator"], this.#model.indicators.ids);
      }
      if (value !== undefined && !(typeof value === "number" && Number.isFinite(value))) {
        this.#shape([...at, "value"], value, "a number");
      }
    }
  }

  #assessor(value: unknown): void {
    const row = isRow(value) ? this.#row(value, fields.assessorFields, ["assessor"]) : undefined;
    if (row === undefined) return;
    const { assumptions, standpoint } = row;
    if (standpoint !== undefined && typeof standpoint !== "string") {
      this.#shape(["assessor", "standpoint"], standpoint, "text");
    }
    const silent = [
      ...(Array.isArray(assumptions) && assumptions.length > 0 ? [] : ["no assumptions"]),
      ...(typeof standpoint === "string" && standpoint.trim() !== "" ? [] : ["no standpoint"]),
    ];
    for (const what of silent) {
      const place = { path: ["assessor"] };
      this.findings.push(find("domain/assessment-standpoint", { place, facts: { what } }));
    }
  }
}

/**
 * Checks a threat assessment against a model: its form, that what it names exists, that ratings are on their
 * scales and rest on evidence, that the assessor states assumptions and standpoint. An open question and an
 * actor on both sides are told, and are no errors. All findings together, each with its path.
 *
 * @param assessment - plain JSON from anywhere.
 *
 * @example
 * ```ts
 * import { assessmentTemplate, checkAssessment } from "@vitalcore/domain/assessment";
 * import { everything } from "@vitalcore/domain/everything";
 * import { createModel } from "@vitalcore/domain/model";
 * const model = createModel(everything);
 * const template = assessmentTemplate(model, { threat: "drought", area: "example:north", period: "2025" });
 * checkAssessment(model, template).filter(({ severity }) => severity === "error"); // => []
 * checkAssessment(model, { ...template, threat: "drougth" })[0]?.suggestion; // => "drought"
 * ```
 */
export function checkAssessment(model: Model, assessment: unknown): readonly Finding[] {
  return new AssessmentReading(model).run(assessment);
}
