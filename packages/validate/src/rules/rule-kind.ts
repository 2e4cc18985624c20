import type { AnyTable, Severity } from "@vitalcore/core";
import type { ValidationLevel } from "../level.js";
import type { Tally } from "../report/tally.js";
import type { ColumnFacts, NumberDemand } from "./column-facts.js";
import type { Rule } from "./rule.js";

/** Part of the rows of a data set. Rules loop over columns and ask for the row only where something is wrong. */
export interface Chunk {
  readonly table: AnyTable;
  /** The row of the whole data set, from 1, at an index of the table. */
  readonly rowOf: (index: number) => number;
  readonly facts: ColumnFacts;
}

/** What a rule knows beyond the chunk. */
export interface RuleContext {
  /** Tables by name, for references and earlier deliveries. */
  readonly tables: ReadonlyMap<string, AnyTable>;
}

/** A rule at work: it sees all chunks in order, then says what needed all of them. */
export interface RuleRun {
  chunk(chunk: Chunk, tally: Tally): void;
  finish?(tally: Tally): void;
}

/** A kind of rule. */
export interface RuleKind<R extends Rule> {
  readonly level: ValidationLevel;
  /** Columns without which the rule cannot be checked. */
  columns(rule: R): readonly string[];
  /** How grave it is that they are not there; `warning` if left out. */
  readonly absence?: Severity;
  /** What the rule will ask of the facts of a numeric column. */
  asks?(rule: R): NumberDemand | undefined;
  start(rule: R, context: RuleContext): RuleRun;
}
