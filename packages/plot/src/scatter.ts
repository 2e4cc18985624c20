import { inputCheck, listed, present } from "./input-checks.js";
import { type Picture, type PictureOptions, pictureOf } from "./picture.js";
import { drawScatter } from "./scatter-drawing.js";

/** A unit with two values. */
export interface ScatterPoint {
  readonly unit: string;
  readonly label: string;
  /** Missing (null or NaN): the point is not drawn, and named in the notes. */
  readonly x: number | null;
  readonly y: number | null;
  readonly group?: string;
}

/** An axis of a scatter plot. */
export interface ScatterAxis {
  /** What is measured, with its unit: "GNI per person, 2021 PPP $". */
  readonly label: string;
  readonly scale?: "linear" | "log";
  /** Ends of the axis; those of the values if left out. */
  readonly domain?: readonly [low: number, high: number];
}

/** What a scatter plot is made of. */
export interface ScatterInput {
  readonly title: string;
  readonly points: readonly ScatterPoint[];
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  /** Units that are named where there is room: all in their order, none, or these first and only. */
  readonly labels?: "all" | "none" | readonly string[];
}

/** A point that has both values. */
export type WholePoint = ScatterPoint & { readonly x: number; readonly y: number };

function isWhole(point: ScatterPoint): point is WholePoint {
  return present(point.x) && present(point.y);
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function checkScatter({ points, x, y, labels }: ScatterInput): void {
  const check = inputCheck();
  check.notEmpty(points.filter(isWhole).length, "no point has both values");
  for (const [axis, name] of [
    [x, "x"],
    [y, "y"],
  ] as const) {
    check.domain(axis.domain, axis.scale === "log");
    for (const point of points) {
      const what = `${point.label}, ${axis.label}`;
      check.finite(point[name], what);
      if (axis.scale === "log") check.positive(point[name], what);
    }
  }
  const units = new Set(points.map(({ unit }) => unit));
  if (Array.isArray(labels)) for (const unit of labels) check.known(unit, units, "unit");
  check.done();
}

/**
 * Draws one dot for each unit over two values, with names that do not overlap. Points that lack a value are
 * named in the notes; groups have a shape beside their colour.
 *
 * @param input - points with their values, the two axes, and which points are to be named.
 * @throws VitalError `plot/no-data`, `plot/infinite-value`, `plot/invalid-domain`, `plot/not-positive`
 *   (on a logarithmic axis), `plot/unknown-unit`.
 *
 * @example
 * ```ts
 * import { scatter } from "@vitalcore/plot";
 * const picture = scatter({
 *   title: "Coverage and use",
 *   x: { label: "Covered, %" },
 *   y: { label: "Online, %" },
 *   points: [
 *     { unit: "NAM", label: "Namibia", x: 88, y: 51 },
 *     { unit: "ERI", label: "Eritrea", x: 0, y: null },
 *   ],
 * });
 * picture.notes; // => ["Not drawn, for a value is missing: Eritrea."]
 * ```
 */
export function scatter(input: ScatterInput, options: PictureOptions = {}): Picture {
  checkScatter(input);
  const { title, points, x, y, labels = "all" } = input;
  const whole = points.filter(isWhole);
  const without = points.filter((point) => !isWhole(point));
  const groups = [...new Set(points.flatMap(({ group }) => group ?? []))];
  const range = (name: "x" | "y") => extent(whole.map((point) => point[name])).join(" to ");
  const description = `${whole.length} units; ${x.label}: ${range("x")}; ${y.label}: ${range("y")}.`;
  const names = without.map(({ label }) => label);
  const notes = names.length === 0 ? [] : [`Not drawn, for a value is missing: ${listed(names)}.`];
  const named = (point: WholePoint): boolean =>
    labels === "all" || (labels !== "none" && labels.includes(point.unit));
  return pictureOf(
    {
      kind: "scatter",
      title,
      description,
      notes,
      summary: {
        title,
        facts: [["Shows", description]],
        tables: [
          {
            columns: [
              { name: "Unit" },
              { name: x.label, kind: "number" },
              { name: y.label, kind: "number" },
              ...(groups.length > 0 ? [{ name: "Group" }] : []),
            ],
            rows: points.map((point) => [
              point.label,
              present(point.x) ? point.x : null,
              present(point.y) ? point.y : null,
              ...(groups.length > 0 ? [point.group ?? null] : []),
            ]),
          },
        ],
        notes,
      },
      draw: (document, width) =>
        drawScatter(document, width, { points: whole, named: whole.filter(named), groups, x, y }),
    },
    options,
  );
}
