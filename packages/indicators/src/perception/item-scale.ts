import { type Finding, throwIfErrors } from "@vitalcore/core";
import { find } from "./catalog.js";

/** A question and what its answers count. */
export interface ScaleItem {
  /** Name of its column. */
  readonly column: string;
  /** Score of each answer by its code, 0 to 1: the same direction for all items. */
  readonly scores: Readonly<Record<string, number>>;
  /** Codes of don't know, refused, not asked: no answer, never 0. Empty cells are missing as well. */
  readonly missing?: readonly string[];
  /** 1 if left out. */
  readonly weight?: number;
}

/** Items that belong together. */
export interface ScaleDimension {
  readonly id: string;
  readonly items: readonly ScaleItem[];
  /** 1 if left out. */
  readonly weight?: number;
}

/** An index made from answers, as data: which questions, what each answer counts, how they are averaged. */
export interface ItemScale {
  readonly id: string;
  readonly name: string;
  readonly dimensions: readonly ScaleDimension[];
  /** Share of the items of a dimension that a person must have answered for it to have a value; 1 (all) if left out. */
  readonly leastAnswered?: number;
  readonly source?: string;
}

/** Checks a scale, all problems together. */
export function checkScale({ dimensions, leastAnswered = 1 }: ItemScale): void {
  const problem = (name: string, found: unknown, wanted: string): Finding =>
    find("indicators/item-scale", { found, facts: { name, wanted } });
  const items = dimensions.flatMap((dimension) => dimension.items);
  const columns = items.map(({ column }) => column);
  const weights: [string, number][] = [
    ...dimensions.map(({ id, weight = 1 }): [string, number] => [id, weight]),
    ...items.map(({ column, weight = 1 }): [string, number] => [column, weight]),
  ];
  throwIfErrors([
    ...(dimensions.length === 0 ? [problem("the number of dimensions", 0, "one at least")] : []),
    ...dimensions
      .filter((dimension) => dimension.items.length === 0)
      .map(({ id }) => problem(`the number of items of ${id}`, 0, "one at least")),
    ...columns
      .filter((column, i) => columns.indexOf(column) < i)
      .map((column) => problem("an item that stands twice", column, "every column once")),
    ...weights
      .filter(([, weight]) => !(weight > 0 && Number.isFinite(weight)))
      .map(([id, weight]) => problem(`the weight of ${id}`, weight, "a positive number")),
    ...items.flatMap(({ column, scores }) => [
      ...(Object.keys(scores).length < 2
        ? [
            problem(
              `the number of answers of ${column}`,
              Object.keys(scores).length,
              "two at least",
            ),
          ]
        : []),
      ...Object.entries(scores)
        .filter(([, score]) => !(score >= 0 && score <= 1))
        .map(([code, score]) =>
          problem(`the score of answer ${code} of ${column}`, score, "a number from 0 to 1"),
        ),
    ]),
    ...(leastAnswered > 0 && leastAnswered <= 1
      ? []
      : [problem("leastAnswered", leastAnswered, "a share above 0, not above 1")]),
  ]);
}
