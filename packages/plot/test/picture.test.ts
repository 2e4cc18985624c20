import { isVitalError } from "@vitalcore/core";
import * as plot from "@vitalcore/plot";
import { coverageMatrix, profile, ranges, rankedBars, scatter } from "@vitalcore/plot/node";
import { DOMParser } from "linkedom";
import { describe, expect, test } from "vitest";
import { covered, HOSTILE, profiled, ranged, ranked, rankedMany, scattered } from "./samples.js";

const pictures = [
  ["rankedBars", rankedBars(ranked)],
  ["ranges", ranges(ranged)],
  ["profile", profile(profiled)],
  ["coverageMatrix", coverageMatrix(covered)],
  ["scatter", scatter(scattered)],
] as const;

/** The ids in a piece of markup, and those that it refers to. */
function idsOf(markup: string) {
  const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] as string);
  const references = [...markup.matchAll(/ aria-labelledby="([^"]+)"/g)].flatMap((match) =>
    (match[1] as string).split(" "),
  );
  return { ids, references };
}

describe.each(pictures)("%s", (_, picture) => {
  test("is an image with a title and a description", () => {
    const svg = picture.render();
    expect(svg.getAttribute("role")).toBe("img");
    const [title, description] = (svg.getAttribute("aria-labelledby") ?? "").split(" ");
    expect(svg.querySelector(`[id="${title}"]`)?.textContent).toBe(picture.title);
    expect(svg.querySelector(`[id="${description}"]`)?.textContent?.length).toBeGreaterThan(20);
    expect(svg.firstElementChild?.tagName.toLowerCase()).toBe("title");
  });

  test("has ids that are its own, and the same every time", () => {
    const html = picture.toHTML();
    const { ids, references } = idsOf(html);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(references));
    expect(references).toHaveLength(4);
    expect(picture.toHTML()).toBe(html);
  });

  test("lets no text out of its place", () => {
    for (const markup of [picture.toSVG(), picture.toHTML()]) {
      expect(markup).not.toContain("<script");
      expect(markup).not.toContain("\u0000");
      expect(markup).not.toContain("\u202E");
      expect(markup).toContain("&lt;script&gt;");
    }
    expect(String(picture)).not.toContain("\u202E");
  });

  test("is well-formed XML that stands alone", () => {
    const svg = picture.toSVG();
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).not.toMatch(/var\(|inherit/);
    expect(svg).toContain("prefers-color-scheme:dark");
    const open: string[] = [];
    for (const [, close, name, empty] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/gi)) {
      if (close === "/") expect(open.pop()).toBe(name);
      else if (empty !== "/") open.push(name as string);
    }
    expect(open).toEqual([]);
    expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;|#)/);
    expect(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement?.tagName).toBe(
      "svg",
    );
  });

  test("draws nothing that is not a number, and nothing outside", () => {
    for (const width of [720, 360]) {
      const svg = picture.render({ width });
      expect(svg.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
      const height = Number(svg.getAttribute("height"));
      for (const element of svg.querySelectorAll("rect,line,circle")) {
        for (const name of ["x", "x1", "x2", "cx"]) {
          const at = Number(element.getAttribute(name) ?? 0);
          expect(at).toBeGreaterThanOrEqual(-10);
          expect(at).toBeLessThanOrEqual(width + 1);
        }
        for (const name of ["y", "y1", "y2", "cy"]) {
          const at = Number(element.getAttribute(name) ?? 0);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(height);
        }
      }
    }
  });

  test("takes the colours of the page, and shows itself in notebooks", () => {
    expect(picture.toHTML()).toContain("currentColor");
    expect(picture.toHTML()).not.toMatch(/(?:fill|stroke)="(?:black|white|#000|#fff)"/);
    const symbol = Symbol.for("Jupyter.display");
    const shown = (picture as unknown as Record<symbol, () => Record<string, string>>)[symbol]?.();
    expect(Object.keys(shown ?? {})).toEqual(["text/plain", "text/html", "image/svg+xml"]);
    expect(Object.keys(picture)).toEqual(["title", "description", "notes"]);
  });

  test("its text names what its data are", () => {
    expect(String(picture)).toContain(picture.title);
    expect(picture.toHTML()).toContain("<details><summary>Data</summary>");
  });
});

describe("what is missing", () => {
  test("is named in the notes", () => {
    expect(rankedBars(ranked).notes[0]).toMatch(/^No score: .*, Eritrea\.$/);
    expect(profile(profiled).notes).toEqual(["No score: health security."]);
    expect(scatter(scattered).notes[0]).toMatch(/^Not drawn, for a value is missing: .*Eritrea\.$/);
    expect(coverageMatrix(covered).description).toBe(
      "19 of 28 values are there (4 of them flagged), 9 are missing: 7 units, 4 indicators.",
    );
  });

  test("is drawn as a gap, not as zero", () => {
    const missing = rankedBars({
      title: "t",
      rows: [
        { unit: "a", label: "A", score: null, rank: null },
        { unit: "b", label: "B", score: 1, rank: 1 },
      ],
    });
    expect(
      missing.render().querySelectorAll("rect[stroke-dasharray], g[stroke-dasharray] > rect"),
    ).toHaveLength(1);
  });
});

describe("input that cannot be drawn", () => {
  const codes = (draw: () => unknown) => {
    try {
      draw();
    } catch (error) {
      if (isVitalError(error)) return error.findings.map(({ code }) => code);
      throw error;
    }
    return [];
  };

  test("nothing", () => {
    expect(codes(() => rankedBars({ title: "t", rows: [] }))).toEqual(["plot/no-data"]);
    expect(codes(() => profile({ unit: "a", label: "A", scores: [] }))).toEqual(["plot/no-data"]);
    expect(
      codes(() => coverageMatrix({ title: "t", units: [], indicators: [], cells: [] })),
    ).toEqual(["plot/no-data", "plot/no-data"]);
    const points = [{ unit: "a", label: "A", x: 1, y: null }];
    expect(
      codes(() => scatter({ title: "t", x: { label: "x" }, y: { label: "y" }, points })),
    ).toEqual(["plot/no-data"]);
  });

  test("infinities, impossible domains and unknown names, all at once", () => {
    const rows = [{ unit: "a", label: "A", score: Number.POSITIVE_INFINITY, rank: 1 }];
    expect(codes(() => rankedBars({ title: "t", rows, domain: [1, 1], highlight: ["b"] }))).toEqual(
      ["plot/invalid-domain", "plot/unknown-unit", "plot/infinite-value"],
    );
    const points = [{ unit: "a", label: "A", x: 0, y: 1 }];
    const axes = {
      x: { label: "x", scale: "log" },
      y: { label: "y", domain: [2, Number.NaN] },
    } as const;
    expect(codes(() => scatter({ title: "t", points, ...axes }))).toEqual([
      "plot/not-positive",
      "plot/invalid-domain",
    ]);
  });

  test("no document to draw in", () => {
    const picture = plot.rankedBars(ranked);
    expect(codes(() => picture.render())).toEqual(["plot/no-document"]);
    expect(picture.toHTML()).toMatch(/^<section>/);
    expect(picture.toHTML()).toContain("Namibia");
  });
});

test("one value, one point, all equal: still a picture", () => {
  const row = { unit: "a", label: "A", score: 0, rank: 1 };
  const point = { unit: "a", label: "A", x: 5, y: 5 };
  for (const picture of [
    rankedBars({ title: "t", rows: [row] }),
    profile({ unit: "a", label: "A", scores: [{ node: "n", label: "N", score: 0 }] }),
    scatter({ title: "t", x: { label: "x" }, y: { label: "y", scale: "log" }, points: [point] }),
  ]) {
    expect(picture.render({ width: 300 }).outerHTML).not.toMatch(/NaN|Infinity/);
  }
});

test("a ranking of 180 is drawn in columns where there is room, and in one where there is not", () => {
  const rows = Array.from({ length: 180 }, (_, i) => ({
    unit: `${i}`,
    label: `Unit ${i}`,
    score: i,
    rank: 180 - i,
  }));
  const picture = rankedBars({ title: "t", rows });
  const height = (width: number) => Number(picture.render({ width }).getAttribute("height"));
  expect(height(720)).toBeLessThan(1600);
  expect(height(360)).toBeGreaterThan(2800);
  expect(picture.toHTML().length).toBeLessThan(250_000);
});

test("groups differ in shape, also beyond the number of colours", () => {
  const looks = new Set(
    [
      ...rankedBars(rankedMany)
        .render()
        .querySelectorAll("g[fill] > path, g[fill] > circle, path[fill]"),
    ].map(
      (shape) =>
        `${shape.getAttribute("d")} ${shape.getAttribute("fill") ?? shape.parentElement?.getAttribute("fill")}`,
    ),
  );
  expect(looks.size).toBeGreaterThanOrEqual(7);
});

test("hostile text is drawn as text", () => {
  const svg = rankedBars(ranked).render();
  const texts = [...svg.querySelectorAll("title")].map(({ textContent }) => textContent ?? "");
  expect(texts.some((text) => text.startsWith(HOSTILE.slice(0, 15)))).toBe(true);
  expect(svg.querySelector("script")).toBeNull();
});
