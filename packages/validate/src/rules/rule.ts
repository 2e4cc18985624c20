import type { Expression, Severity } from "@vitalcore/core";
import type { ValidationLevel } from "../level.js";
import type { CodeListName } from "./code-lists.js";

/** What every rule may say of itself. */
export interface RuleBase {
  /** Names the rule in reports; kind and columns if left out. */
  readonly id?: string;
  /** Overrides the severity of everything that the rule finds. */
  readonly severity?: Severity;
  readonly level?: ValidationLevel;
  /** The rows that the rule is about; all if left out. */
  readonly where?: Expression;
  /** Why the rule is there, or its source. */
  readonly note?: string;
}

/** The columns of the file: those required, and whether others may be there. */
export interface ColumnsRule extends RuleBase {
  readonly rule: "columns";
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** Warn of columns that are neither required nor optional. */
  readonly closed?: boolean;
}

/** What the cells of a column are. */
export interface TypeRule extends RuleBase {
  readonly rule: "type";
  readonly column: string;
  readonly type: "number" | "integer" | "text" | "boolean";
}

/** No cell of the columns is missing. */
export interface RequiredRule extends RuleBase {
  readonly rule: "required";
  readonly columns: readonly string[];
}

/** Bounds of a numeric column, ends included. With `by`, bounds for each category of another column. */
export interface RangeRule extends RuleBase {
  readonly rule: "range";
  readonly column: string;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly by?: {
    readonly column: string;
    readonly ranges: Readonly<Record<string, readonly [number | null, number | null]>>;
  };
  /** How far beyond a bound is still accepted, for rounding; 0 if left out. */
  readonly tolerance?: number;
}

/** The cells of a column are codes of a list. */
export interface CodesRule extends RuleBase {
  readonly rule: "codes";
  readonly column: string;
  /** A code list of SDMX by its name. */
  readonly list?: CodeListName;
  /** The codes, or those beside the list. */
  readonly codes?: readonly (string | number)[];
}

/** The cells of a column are areas. */
export interface AreaRule extends RuleBase {
  readonly rule: "area";
  readonly column: string;
  /** `id`: areas of observations; `any`: codes and names of every scheme. `iso3` if left out. */
  readonly scheme?: "id" | "iso3" | "iso2" | "m49" | "name" | "any";
  /** Column of periods: a country that is no more is right for its own time. */
  readonly period?: string;
  /** Whether regions and groups may stand beside countries; not if left out. */
  readonly aggregates?: boolean;
}

/** The cells of a column are periods as SDMX writes them. */
export interface PeriodRule extends RuleBase {
  readonly rule: "period";
  readonly column: string;
  /** Column of SDMX frequencies (A, S, T, Q, M, W, D), with which the periods must agree. */
  readonly frequency?: string;
}

/** No two rows have the same key. */
export interface UniqueRule extends RuleBase {
  readonly rule: "unique";
  readonly columns: readonly string[];
  /** A column whose equal values make a repeated row a warning, different ones an error. */
  readonly value?: string;
}

/** Every cell (or combination) occurs in a reference table, or in other columns of the same table. */
export interface ReferenceRule extends RuleBase {
  readonly rule: "reference";
  readonly columns: readonly string[];
  /** Name of a table among the options; the table itself if left out. */
  readonly table?: string;
  /** The columns there; of the same names if left out. */
  readonly to?: readonly string[];
}

/** Enough values are there: of each unit, of each indicator, and of each indicator in each group. */
export interface CompletenessRule extends RuleBase {
  readonly rule: "completeness";
  readonly value: string;
  readonly unit: string;
  readonly indicator: string;
  /** Column of groups of units, or of periods. */
  readonly group?: string;
  /** Least share of values, 0 to 1. There is no default: JRC asks for 0.65. */
  readonly atLeast: number;
}

/** Parts and their whole, one in a row. */
export interface PartsRule extends RuleBase {
  readonly rule: "parts";
  /** The column of categories, for example of sexes. */
  readonly category: string;
  /** The category that stands for the whole. */
  readonly total: string;
  readonly parts: readonly string[];
  readonly value: string;
  /** Columns that must agree for values to belong together. */
  readonly keys: readonly string[];
  /** Counts add up to the whole; rates lie on both sides of it; shares add up to 100 or 1. */
  readonly measure: "count" | "rate" | "share";
}

/** A measure that cannot exceed another one that includes it. */
export interface NestedPair {
  readonly part: string;
  readonly whole: string;
  /** `warning` where the part may exceed the whole for other reasons. */
  readonly severity?: Severity;
  readonly reason?: string;
}

/** Nested measures: columns of one row, or indicators of rows with the same keys. */
export interface NestedRule extends RuleBase {
  readonly rule: "nested";
  readonly pairs: readonly NestedPair[];
  /** For measures in rows: the columns of indicators and of values, and the keys. */
  readonly indicator?: string;
  readonly value?: string;
  readonly keys?: readonly string[];
}

/** Measures that add up to a whole: columns of one row, or indicators of rows with the same keys. */
export interface SumRule extends RuleBase {
  readonly rule: "sum";
  readonly terms: readonly string[];
  /** A number, or the name of a column (or indicator). */
  readonly total: number | string;
  /** How far the sum may be off; half the last digit of each term if left out. */
  readonly tolerance?: number;
  readonly indicator?: string;
  readonly value?: string;
  readonly keys?: readonly string[];
}

/** Numerator and denominator. */
export interface RatioRule extends RuleBase {
  readonly rule: "ratio";
  readonly numerator: string;
  readonly denominator: string;
  /** Of a proportion the numerator cannot exceed the denominator; of a rate of events it can. */
  readonly proportion: boolean;
}

/** Value, interval, standard error and number of cases agree. */
export interface IntervalRule extends RuleBase {
  readonly rule: "interval";
  readonly value?: string;
  readonly lower?: string;
  readonly upper?: string;
  readonly standardError?: string;
  readonly n?: string;
}

/** SDMX status flags agree with whether there is a value. */
export interface StatusRule extends RuleBase {
  readonly rule: "status";
  readonly status: string;
  readonly value: string;
}

/** What a series is and how its order is told. */
interface SeriesRule extends RuleBase {
  readonly keys: readonly string[];
  readonly period: string;
  readonly value: string;
}

/** Jumps between neighbours of a series: slips of a power of ten, and changes far from its usual ones. */
export interface JumpRule extends SeriesRule {
  readonly rule: "jump";
  /** Column of status flags; B (break) silences. */
  readonly status?: string;
  /** How many median absolute deviations from the median log ratio; 5 if left out. */
  readonly deviations?: number;
  /** Changes by less than this factor are never reported; 1.5 if left out. */
  readonly factor?: number;
}

/** A series that does not move. */
export interface ConstantRule extends SeriesRule {
  readonly rule: "constant";
  /** How many equal values in a row; 5 if left out. */
  readonly periods?: number;
}

/** Values far from the others of their group. */
export interface OutlierRule extends RuleBase {
  readonly rule: "outlier";
  readonly value: string;
  /** Columns that make the groups; all rows are one if left out. */
  readonly by?: readonly string[];
  /** `mad`: distance from the median in scaled MADs; `sigma`: from the mean in standard deviations. */
  readonly method?: "mad" | "sigma";
  /** How many; 5 for `mad`, 3 for `sigma` if left out. */
  readonly deviations?: number;
}

/** Percent taken for proportions or the reverse. */
export interface ScaleRule extends RuleBase {
  readonly rule: "scale";
  readonly value: string;
  /** Column of units; or the unit of all rows in `is`. */
  readonly unit?: string;
  readonly is?: "percent" | "proportion";
  /** Texts of the unit column; those of the domain and the plain words if left out. */
  readonly percent?: readonly string[];
  readonly proportion?: readonly string[];
  /** Columns that make the groups of comparable values, for example the indicator. */
  readonly by?: readonly string[];
  /** Ranges, by the first column of `by`, within which small percentages are plausible. */
  readonly plausible?: Readonly<Record<string, readonly [number, number]>>;
}

/** Values such as 99 or 999 far from all others, which mostly stand for a missing one. */
export interface SentinelRule extends RuleBase {
  readonly rule: "sentinel";
  readonly column: string;
  readonly values?: readonly number[];
}

/** Last digits of a column: heaping on 0 and 5. */
export interface DigitsRule extends RuleBase {
  readonly rule: "digits";
  readonly column: string;
  /** Share of values that end in 0 or 5 above which it is reported; 0.5 if left out (0.2 is expected). */
  readonly atMost?: number;
}

/** The same key in an earlier delivery, with another value. */
export interface VintageRule extends RuleBase {
  readonly rule: "vintage";
  /** Name of the earlier table among the options. */
  readonly table: string;
  readonly keys: readonly string[];
  readonly value: string;
  /** Relative change up to which a revision is not reported; 0 if left out. */
  readonly tolerance?: number;
}

/** A condition that must hold in every row; rows in which it is missing are not evaluable. */
export interface ExpressionRule extends RuleBase {
  readonly rule: "expression";
  readonly holds: Expression;
  /** What it means, in a sentence. */
  readonly message: string;
  /** The column to point at. */
  readonly column?: string;
  readonly hint?: string;
}

/** A rule, as plain JSON. */
export type Rule =
  | ColumnsRule
  | TypeRule
  | RequiredRule
  | RangeRule
  | CodesRule
  | AreaRule
  | PeriodRule
  | UniqueRule
  | ReferenceRule
  | CompletenessRule
  | PartsRule
  | NestedRule
  | SumRule
  | RatioRule
  | IntervalRule
  | StatusRule
  | JumpRule
  | ConstantRule
  | OutlierRule
  | ScaleRule
  | SentinelRule
  | DigitsRule
  | VintageRule
  | ExpressionRule;

/** The kinds of rule. */
export type RuleName = Rule["rule"];

/** Rules as data: stored beside the file they are for, compared in review, run in code and from the command line. */
export interface RuleSet {
  readonly kind: "RuleSet";
  readonly version: 1;
  readonly id: string;
  readonly title?: string;
  readonly rules: readonly Rule[];
}
