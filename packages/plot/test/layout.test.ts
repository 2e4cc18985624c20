import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeLabels } from "../src/label-placement.js";
import { PALETTE } from "../src/style.js";
import { fit, widthOf } from "../src/text-layout.js";

describe("text", () => {
  test("fits, and says by an ellipsis that it was cut", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.integer({ min: 20, max: 300 }),
        (text, width) => {
          const fitted = fit(text, width);
          expect(widthOf(fitted.replace("\u200F", ""))).toBeLessThanOrEqual(
            Math.max(width, widthOf("中…")),
          );
          if (!fitted.includes("…")) expect(fitted).toBe(fit(text, 1e9));
        },
      ),
    );
  });

  test("is cut between letters as readers see them", () => {
    const family = "👨‍👩‍👧‍👦";
    expect(fit(family.repeat(10), 40)).toBe(`${family.repeat(2)}…`);
    expect(fit("e\u0301".repeat(20), 40).endsWith("\u0301…")).toBe(true);
  });

  test("keeps the ellipsis at the end of right-to-left text", () => {
    expect(fit("المملكة العربية السعودية", 60).endsWith("…\u200F")).toBe(true);
    expect(fit("United Kingdom", 60).endsWith("…")).toBe(true);
  });

  test("of wide scripts takes more room", () => {
    expect(widthOf("中文")).toBeGreaterThan(widthOf("ab") * 1.5);
  });
});

test("names never lie over each other, over a dot, or outside", () => {
  const dot = fc.record({
    x: fc.integer({ min: 10, max: 390 }),
    y: fc.integer({ min: 10, max: 290 }),
  });
  const wish = fc
    .tuple(dot, fc.string({ minLength: 1, maxLength: 12 }))
    .map(([at, text]) => ({ ...at, text }));
  const frame = { x1: 0, x2: 400, y1: 0, y2: 300 };
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 60 }), (wishes) => {
      const boxes = placeLabels(wishes, wishes, 3, frame).map(({ text, x, y }) => {
        const half = { x: widthOf(text) / 2, y: 6.6 };
        return { x1: x - half.x, x2: x + half.x, y1: y - half.y, y2: y + half.y };
      });
      const apart = (a: (typeof boxes)[number], b: (typeof boxes)[number]) =>
        a.x1 >= b.x2 - 1e-9 || b.x1 >= a.x2 - 1e-9 || a.y1 >= b.y2 - 1e-9 || b.y1 >= a.y2 - 1e-9;
      boxes.forEach((box, i) => {
        expect(box.x1 >= 0 && box.x2 <= 400 && box.y1 >= 0 && box.y2 <= 300).toBe(true);
        for (const other of boxes.slice(i + 1)) expect(apart(box, other)).toBe(true);
        for (const { x, y } of wishes) {
          expect(apart(box, { x1: x - 3, x2: x + 3, y1: y - 3, y2: y + 3 })).toBe(true);
        }
      });
    }),
    { numRuns: 50 },
  );
});

/** Contrast of WCAG 2.2, success criterion 1.4.11: 3:1 for what must be seen to understand. */
function contrast(a: string, b: string): number {
  const luminance = (color: string) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe("colours stand out", () => {
  const style = readFileSync(new URL("../src/style.ts", import.meta.url), "utf8");
  const brighter = [...style.matchAll(/--vitalcore-\w+:(#[0-9A-F]{6})/g)].map(
    (match) => match[1] as string,
  );

  test.each([...Object.values(PALETTE), ...brighter])("%s on light and dark ground", (color) => {
    expect(contrast(color, "#FFFFFF")).toBeGreaterThanOrEqual(3);
    expect(contrast(color, "#161616")).toBeGreaterThanOrEqual(3);
  });
});
