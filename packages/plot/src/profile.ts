import { inputCheck, listed, present } from "./input-checks.js";
import { type Picture, type PictureOptions, pictureOf } from "./picture.js";
import { drawProfile } from "./profile-drawing.js";

/** The score of the unit in one dimension. */
export interface ProfileScore {
  readonly node: string;
  readonly label: string;
  /** Missing (null or NaN) is drawn as a gap. */
  readonly score: number | null;
}

/** How the scores of all units lie in one dimension. */
export interface ProfileReference {
  readonly node: string;
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** The scores themselves, drawn as fine lines behind. */
  readonly values?: readonly (number | null)[];
}

/** What a profile is made of. */
export interface ProfileInput {
  readonly unit: string;
  /** Name of the unit: "Namibia". */
  readonly label: string;
  readonly scores: readonly ProfileScore[];
  readonly reference?: readonly ProfileReference[];
  /** Title of the picture; the name of the unit if left out. */
  readonly title?: string;
  /** Ends of the scale; from 0 (or the lowest) to the highest value if left out. */
  readonly domain?: readonly [low: number, high: number];
  /** Decimals of the scores: 1 if left out. */
  readonly digits?: number;
}

function checkProfile({ scores, reference = [], domain }: ProfileInput): void {
  const check = inputCheck();
  check.notEmpty(scores.length, "no scores");
  check.domain(domain);
  const nodes = new Set(scores.map(({ node }) => node));
  for (const { label, score } of scores) check.finite(score, label);
  for (const { node, min, median, max, values = [] } of reference) {
    check.known(node, nodes, "dimension");
    for (const value of [min, median, max, ...values]) check.finite(value, `reference of ${node}`);
  }
  check.done();
}

function domainOf({ scores, reference = [], domain }: ProfileInput): [number, number] {
  if (domain !== undefined) return [domain[0], domain[1]];
  const values = [
    ...scores.map(({ score }) => score),
    ...reference.flatMap(({ min, max }) => [min, max]),
  ].filter(present);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return high === low ? [0, 1] : [low, high];
}

/**
 * Draws the scores of one unit over its dimensions, on a common scale, with the range, the median and,
 * where they are given, the scores of all units behind.
 *
 * @param input - scores in the order in which they are to stand; the reference by node.
 * @throws VitalError `plot/no-data`, `plot/infinite-value`, `plot/invalid-domain`, `plot/unknown-unit`.
 *
 * @example
 * ```ts
 * import { profile } from "@vitalcore/plot";
 * const picture = profile({
 *   unit: "NAM",
 *   label: "Namibia",
 *   scores: [
 *     { node: "health", label: "Health", score: 52.3 },
 *     { node: "food", label: "Food", score: null },
 *   ],
 *   reference: [{ node: "health", min: 10, median: 60, max: 99 }],
 * });
 * picture.notes; // => ["No score: Food."]
 * ```
 */
export function profile(input: ProfileInput, options: PictureOptions = {}): Picture {
  checkProfile(input);
  const { label, scores, reference = [], digits = 1 } = input;
  const title = input.title ?? label;
  const show = (score: number | null | undefined) => (present(score) ? score.toFixed(digits) : "–");
  const references = new Map(reference.map((each) => [each.node, each]));
  const without = scores.filter(({ score }) => !present(score));
  const notes =
    without.length === 0 ? [] : [`No score: ${listed(without.map((each) => each.label))}.`];
  const said = scores.map((each) => `${each.label} ${show(each.score)}`);
  const description = `Scores of ${label}: ${said.join(", ")}.`;
  return pictureOf(
    {
      kind: "profile",
      title,
      description,
      notes,
      summary: {
        title,
        tables: [
          {
            columns: [
              { name: "Dimension" },
              ...[label, "Lowest", "Median", "Highest"].map((name) => ({
                name,
                kind: "number" as const,
                digits,
              })),
            ],
            rows: scores.map((each) => {
              const all = references.get(each.node);
              const score = present(each.score) ? each.score : null;
              return [each.label, score, all?.min ?? null, all?.median ?? null, all?.max ?? null];
            }),
          },
        ],
        notes,
      },
      draw: (document, width) =>
        drawProfile(document, width, { label, scores, references, show, domain: domainOf(input) }),
    },
    options,
  );
}
