import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compute } from "../src/compute.js";
import { doubtOf } from "../src/doubt.js";
import { reportPage } from "../src/report/page.js";
import { pictures } from "../src/report/pictures.js";

const computed = await compute();
const doubt = await doubtOf(computed);
const page = reportPage(computed, doubt, pictures(computed.result, doubt));

describe("the report as text", () => {
  it("loads nothing from elsewhere", () => {
    expect(page).not.toMatch(/(src|href)="https?:/);
    expect(page).not.toMatch(/@import|url\(/);
  });

  it("says what it is not before any number, and names who is not ranked", () => {
    expect(page.indexOf("Not official")).toBeLessThan(page.indexOf('id="ranking"'));
    for (const { label } of computed.result.notRanked) {
      expect(page).toContain(label.replace("'", "&#39;"));
    }
  });

  it("says whose order is not decided, and that shares of scenarios are no probabilities", () => {
    const order = page.slice(page.indexOf('id="order"'), page.indexOf('id="not-ranked"'));
    expect(order).toContain("not probabilities");
    expect(order).toContain("publish no standard errors");
    const denmark = /<tr data-name="Denmark DNK">.*?<\/tr>/s.exec(order)?.[0] ?? "";
    expect(denmark).toContain("Finland");
  });

  it("puts year and source beside every value", () => {
    const values = computed.result.units.flatMap(({ values }) => Object.values(values));
    const present = values.filter(({ value }) => value !== null);
    expect(
      present.every(({ period, source }) => period !== undefined && source !== undefined),
    ).toBe(true);
    expect(page.match(/<td>hdr2025<\/td>/g)?.length).toBeGreaterThan(700);
  });

  it("has every section that its contents link to", () => {
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id as string);
    const dead = links.filter((id) => !page.includes(`id="${id}"`));
    expect(dead).toEqual([]);
  });
});

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);

describe.skipIf(CHROMIUM === undefined)("the report in a browser (needs Chromium)", () => {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  const errors: string[] = [];
  let browser: Browser;
  let tab: Page;

  beforeAll(async () => {
    const file = join(folder, "report.html");
    writeFileSync(file, page);
    browser = await chromium.launch({
      executablePath: CHROMIUM as string,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    });
    tab = await browser.newPage({ viewport: { width: 390, height: 844 } });
    tab.on("pageerror", (error) => errors.push(error.message));
    tab.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await tab.goto(pathToFileURL(file).href);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("opens without an error", () => {
    expect(errors).toEqual([]);
  });

  it("fits a phone: only tables and charts scroll sideways", async () => {
    const overflow = await tab.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it("finds a country as one types, without its accents", async () => {
    await tab.fill("#profiles input[type=search]", "cote d");
    const shown = tab.locator("#profiles details:not([hidden]) summary strong");
    expect(await shown.allTextContents()).toEqual(["Côte d'Ivoire"]);
    expect(await tab.textContent("#profiles-found")).toBe("1 of 195 countries");
  });

  it("sorts by a column and says so to screen readers", async () => {
    const header = tab.locator("#ranking .sortable thead th", { hasText: "Food" });
    await header.locator("button").click();
    expect(await header.getAttribute("aria-sort")).toBe("ascending");
    const cells = await tab
      .locator("#ranking .sortable tbody tr td:nth-child(6)")
      .allTextContents();
    const scores = cells.map(Number.parseFloat);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
  });

  it("opens a profile from the ranking, by keyboard", async () => {
    await tab.locator('#ranking a[href="#c-NAM"]').focus();
    await tab.keyboard.press("Enter");
    expect(await tab.locator("#c-NAM").getAttribute("open")).not.toBeNull();
  });

  it.each(["light", "dark"] as const)("keeps its text readable in %s", async (colorScheme) => {
    await tab.emulateMedia({ colorScheme });
    const contrast = await tab.evaluate(() => {
      const channel = (text: string) => (text.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
      const luminance = (rgb: number[]) => {
        const [r = 0, g = 0, b = 0] = rgb.map((value) => {
          const share = value / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const paper = luminance(channel(getComputedStyle(document.body).backgroundColor));
      const ratios = [...document.querySelectorAll("h1, p, a, small, .flag, td, th, .soft")].map(
        (element) => {
          const ink = luminance(channel(getComputedStyle(element).color));
          return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
        },
      );
      return Math.min(...ratios);
    });
    expect(contrast).toBeGreaterThanOrEqual(4.5);
  });
});
