import { type Finding, nearest } from "@vitalcore/core";
import { parseCitation } from "../sources/citation.js";
import type { ConceptKind, Reference } from "../vocabulary/kinds.js";
import { parseReference, referenceTo } from "../vocabulary/reference.js";
import { find } from "./catalog.js";
import { checkFields, isRow, packCodes } from "./check-fields.js";
import { isCompatible } from "./compatible.js";
import { closedKinds, type FieldRule } from "./fields.js";
import type { Model } from "./model.js";
import { packKinds } from "./pack.js";
import { packLists } from "./pack-fields.js";

type Path = readonly (string | number)[];
type Row = Readonly<Record<string, unknown>>;

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ORIGIN = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
const LONGEST_SLUG = 64;
const DEEPEST = 20;
/** Looking for what was meant costs time; a broken pack of thousands of rows gets this many suggestions. */
const MOST_SUGGESTIONS = 50;

const frame: Readonly<Record<string, FieldRule>> = {
  origin: { holds: "text", required: true },
  version: { holds: "text", required: true },
  requires: { holds: "text" },
  labels: { holds: "object" },
};

function deeperThan(limit: number, value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((each) =>
      typeof each === "object" && each !== null ? Object.values(each) : [],
    );
  }
  return false;
}

/** The rows of a list with the place of each; what is no list has none. */
function* rowsOf(pack: Row, name: string): Generator<[Row, Path]> {
  const list = pack[name];
  if (!Array.isArray(list)) return;
  for (const [i, row] of list.entries()) if (isRow(row)) yield [row, [name, i]];
}

/** Everything that stands in relation to other things: checked when all forms have been seen. */
class PackReading {
  readonly findings: Finding[] = [];
  readonly #model: Model;
  readonly #pack: Row;
  readonly #origin: string;
  readonly #own = new Map<string, Path>();
  #suggestions = 0;

  constructor(model: Model, pack: Row) {
    this.#model = model;
    this.#pack = pack;
    const { origin } = pack;
    this.#origin = typeof origin === "string" ? origin : "";
  }

  run(): readonly Finding[] {
    this.#frame();
    const lists = packLists();
    for (const [name, fields] of Object.entries(lists)) this.#list(name, fields);
    this.#ids();
    for (const [name, fields] of Object.entries(lists)) {
      for (const [row, path] of rowsOf(this.#pack, name)) this.#targets(row, fields, path);
    }
    this.#indicators();
    this.#cycles();
    this.#mappings();
    this.#labels();
    return this.findings;
  }

  #frame(): void {
    const known = { ...frame };
    for (const name of Object.keys(packLists())) known[name] = { holds: "objects" };
    // Rows that are no objects are reported one by one.
    const shallow = Object.fromEntries(
      Object.entries(this.#pack).filter(([name]) => Object.hasOwn(frame, name) || !(name in known)),
    );
    this.findings.push(...checkFields(shallow, known, [], packCodes));
    if (this.#origin !== "" && (!ORIGIN.test(this.#origin) || this.#origin === "core")) {
      const facts = { wanted: 'a domain name or a word other than "core"' };
      const place = { path: ["origin"] };
      this.findings.push(find("domain/pack-shape", { place, found: this.#origin, facts }));
    }
    const { requires } = this.#pack;
    if (typeof requires === "string" && !isCompatible(this.#model.version, requires)) {
      const facts = { version: this.#model.version };
      const place = { path: ["requires"] };
      this.findings.push(find("domain/pack-requires", { place, found: requires, facts }));
    }
  }

  #list(name: string, fields: Readonly<Record<string, FieldRule>>): void {
    const list = this.#pack[name];
    if (list === undefined) return;
    if (!Array.isArray(list)) {
      const facts = { wanted: "a list" };
      this.findings.push(
        find("domain/pack-shape", { place: { path: [name] }, found: list, facts }),
      );
      return;
    }
    for (const [i, row] of list.entries()) {
      this.findings.push(...checkFields(row, fields, [name, i], packCodes));
    }
  }

  #ids(): void {
    const kinds: Record<string, string> = { ...packKinds, indicators: "indicator" };
    for (const name of [...Object.keys(kinds), "claims", "sources"]) {
      for (const [row, path] of rowsOf(this.#pack, name)) {
        const { id } = row;
        if (typeof id !== "string" || id === "") continue;
        const place = { path: [...path, "id"] };
        if (!this.#isOwn(id)) {
          const facts = { origin: this.#origin };
          this.findings.push(find("domain/pack-id", { place, found: id, facts }));
        }
        const kind = kinds[name];
        const key = kind === undefined ? `${name}/${id}` : referenceTo(kind as ConceptKind, id);
        if (this.#own.has(key) || this.#isThere(name, key, id)) {
          this.findings.push(find("domain/pack-duplicate", { place, found: id }));
        }
        this.#own.set(key, path);
      }
    }
  }

  #isOwn(id: string): boolean {
    const slug = id.slice(this.#origin.length + 1);
    return id.startsWith(`${this.#origin}:`) && SLUG.test(slug) && slug.length <= LONGEST_SLUG;
  }

  #isThere(name: string, key: string, id: string): boolean {
    if (name === "claims") return this.#model.data.claims.has(id);
    if (name === "sources") return this.#model.data.sources.has(id);
    return this.#model.has(key);
  }

  #targets(row: Row, fields: Readonly<Record<string, FieldRule>>, path: Path): void {
    for (const [name, rule] of Object.entries(fields)) {
      const value = row[name];
      if (value === undefined) continue;
      if (rule.holds === "id" || rule.holds === "ids") {
        this.#each(value, [...path, name], (target, at) => this.#target(rule.of, target, at));
      } else if (rule.holds === "references") {
        this.#each(value, [...path, name], (target, at) => this.#reference(target, at));
      } else if (name === "sources") {
        this.#each(value, [...path, name], (target, at) => {
          const { source } = parseCitation(target);
          if (this.#model.data.sources.has(source) || this.#own.has(`sources/${source}`)) return;
          this.#unknown("source", source, at, this.#model.data.sources.keys());
        });
      }
    }
  }

  #each(value: unknown, path: Path, look: (target: string, at: Path) => void): void {
    if (typeof value === "string") look(value, path);
    else if (Array.isArray(value)) {
      for (const [i, each] of value.entries()) {
        if (typeof each === "string") look(each, [...path, i]);
      }
    }
  }

  #target(kind: ConceptKind, id: string, at: Path): void {
    if (Object.hasOwn(closedKinds, kind)) {
      const known = closedKinds[kind as keyof typeof closedKinds] as readonly string[];
      if (known.includes(id)) return;
      const place = { path: at };
      this.findings.push(find("domain/pack-closed", { place, found: id, facts: { known } }));
      return;
    }
    const reference = referenceTo(kind, id);
    if (this.#model.has(reference) || this.#own.has(reference)) return;
    this.#unknown(kind, id, at, this.#model.all(kind).ids);
  }

  #reference(reference: string, at: Path): void {
    if (this.#model.has(reference) || this.#own.has(reference)) return;
    this.#unknown("concept", reference, at, this.#model.references());
  }

  #unknown(kind: string, id: string, at: Path, candidates: Iterable<string>): void {
    const looking = this.#suggestions++ < MOST_SUGGESTIONS;
    const suggestion = looking ? nearest(id, candidates) : undefined;
    const facts = { kind, nearest: suggestion ?? "none" };
    this.findings.push(
      find("domain/pack-unknown-target", { place: { path: at }, found: id, facts, suggestion }),
    );
  }

  #indicators(): void {
    for (const [row, path] of rowsOf(this.#pack, "indicators")) {
      const { range, home, dimensions } = row;
      if (Array.isArray(range)) {
        const [least, most] = range as readonly unknown[];
        if (typeof least === "number" && typeof most === "number" && least > most) {
          const place = { path: [...path, "range"] };
          this.findings.push(find("domain/pack-range", { place, facts: { least, most } }));
        }
      }
      if (Array.isArray(dimensions) && !dimensions.includes(home)) {
        const place = { path: [...path, "home"] };
        this.findings.push(find("domain/pack-home", { place, found: home }));
      }
    }
  }

  /** The core has no cycles, so that a cycle runs through the pack alone. */
  #cycles(): void {
    for (const name of Object.keys(packKinds)) {
      const broader = new Map<string, string>();
      for (const [row] of rowsOf(this.#pack, name)) {
        const { id, broader: target } = row;
        if (typeof id === "string" && typeof target === "string") broader.set(id, target);
      }
      const safe = new Set<string>();
      for (const [row, path] of rowsOf(this.#pack, name)) {
        const { id } = row;
        if (typeof id !== "string" || safe.has(id)) continue;
        const way = new Set<string>();
        let each: string | undefined = id;
        while (each !== undefined && !safe.has(each) && !way.has(each)) {
          way.add(each);
          each = broader.get(each);
        }
        if (each === id) {
          const facts = { through: [...way].slice(1) };
          const place = { path: [...path, "broader"] };
          this.findings.push(find("domain/pack-cycle", { place, found: id, facts }));
        }
        for (const met of way) safe.add(met);
      }
    }
  }

  #mappings(): void {
    for (const [row, path] of rowsOf(this.#pack, "mappings")) {
      const { concept, scheme, code, match } = row;
      if (typeof concept !== "string") continue;
      this.#reference(concept, [...path, "concept"]);
      const held = this.#model.graph
        .mappings(concept as Reference)
        .find((each) => each.scheme === scheme && each.code === code);
      if (held !== undefined && held.match !== match) {
        const place = { path };
        const facts = { held: `${held.match} match` };
        this.findings.push(find("domain/pack-conflict", { place, found: `${match} match`, facts }));
      }
    }
  }

  #labels(): void {
    const { labels } = this.#pack;
    if (!isRow(labels)) return;
    for (const [language, entries] of Object.entries(labels)) {
      const path = ["labels", language];
      if (!isRow(entries)) {
        const facts = { wanted: "labels by reference" };
        this.findings.push(find("domain/pack-shape", { place: { path }, found: entries, facts }));
        continue;
      }
      const held = this.#model.data.labels.get(language);
      for (const [reference, value] of Object.entries(entries)) {
        const place = { path: [...path, reference] };
        if (typeof value !== "string" || value.trim() === "") {
          const facts = { wanted: "text" };
          this.findings.push(find("domain/pack-shape", { place, found: value, facts }));
          continue;
        }
        this.#reference(reference, [...path, reference]);
        const parsed = parseReference(reference);
        const there = parsed && held?.get(referenceTo(parsed.kind, parsed.id));
        if (there !== undefined && there.value !== value) {
          const facts = { held: JSON.stringify(there.value) };
          this.findings.push(find("domain/pack-conflict", { place, found: value, facts }));
        }
      }
    }
  }
}

/**
 * Checks a pack against a model: its form, its ids, what it points to, loops, conflicts. All problems are
 * found together, each with its path in the pack.
 *
 * @param pack - plain JSON from anywhere.
 *
 * @example
 * ```ts
 * import { checkPack, createModel } from "@vitalcore/domain/model";
 * import { threats } from "@vitalcore/domain/vocabulary";
 * const pack = {
 *   origin: "org.example",
 *   version: "1.0.0",
 *   threats: [
 *     { id: "org.example:crop-theft", label: "Crop theft", definition: "Theft of crops.", category: "crime",
 *       broader: "crme", affects: ["food"], undermines: ["from-want"] },
 *   ],
 * };
 * const [finding] = checkPack(createModel({ threats }), pack);
 * finding?.place.path; // => ["threats", 0, "broader"]
 * finding?.suggestion; // => "crime"
 * ```
 */
export function checkPack(model: Model, pack: unknown): readonly Finding[] {
  if (!isRow(pack)) return checkFields(pack, frame, [], packCodes);
  if (deeperThan(DEEPEST, pack)) {
    return [find("domain/pack-too-deep", { facts: { limit: DEEPEST } })];
  }
  return new PackReading(model, pack).run();
}
