import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { everything } from "@vitalcore/domain/everything";
import { createModel } from "@vitalcore/domain/model";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { page } from "../build.mjs";
import { readState, selected, writeState } from "../src/state.js";

const model = createModel(everything);
const html = await page();

describe("the state in the address", () => {
  it("is read as it was written, and forgets what it does not know", () => {
    const state = readState(
      "#dimension=food&freedom=from-want&group=farmers&threat=drought",
      model,
    );
    expect(state).toMatchObject({ dimension: "food", group: "farmers", threat: "drought" });
    expect(readState(writeState(state), model)).toEqual(state);
    const odd = readState("#dimension=digital&group=__proto__&threat=x&digital=maybe", model);
    expect(writeState(odd)).toBe("#");
  });

  it("finds words in labels and definitions, without accents", () => {
    const state = readState("#text=W%C3%A1ter", model);
    expect(selected(model, state)).toEqual(
      expect.arrayContaining(["unsafe-water", "flooding", "drought"]),
    );
  });
});

describe("the page as text", () => {
  it("loads nothing from elsewhere", () => {
    expect(html).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)=/);
    expect(html).not.toMatch(/@import|url\(/);
    expect(html).toContain("default-src 'none'");
  });
});

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);

describe.skipIf(CHROMIUM === undefined)("the page in a browser (needs Chromium)", () => {
  const folder = mkdtempSync(join(tmpdir(), "threats-"));
  const address = pathToFileURL(join(folder, "page.html")).href;
  const errors: string[] = [];
  const asked: string[] = [];
  let browser: Browser;
  let tab: Page;

  beforeAll(async () => {
    writeFileSync(join(folder, "page.html"), html);
    browser = await chromium.launch({
      executablePath: CHROMIUM as string,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    });
    tab = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    tab.on("pageerror", (error) => errors.push(error.message));
    tab.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    tab.on("request", (request) => asked.push(request.url()));
    await tab.goto(address);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const shown = () => tab.locator("#list a").allTextContents();
  const labels = (ids: readonly string[]) => ids.map((id) => model.label(`threat/${id}`)).sort();

  it("opens without an error, asks for nothing, and shows all threats", async () => {
    expect(errors).toEqual([]);
    expect(asked).toEqual([address]);
    expect(await tab.textContent("#count")).toBe("99 of 99 threats");
    expect((await shown()).sort()).toEqual(labels(model.threats.ids));
  });

  it("sets narrower threats under the broader one", async () => {
    const { narrower } = model.concept("threat/online-harassment");
    const all = await shown();
    const at = all.indexOf(model.label("threat/online-harassment"));
    expect(all.slice(at + 1, at + 1 + narrower.length).sort()).toEqual(
      narrower.map((reference) => model.label(reference)).sort(),
    );
  });

  it("narrows by dimension, freedom and group as the model does", async () => {
    await tab.selectOption("select[name=dimension]", "community");
    await tab.selectOption("select[name=freedom]", "from-fear");
    await tab.selectOption("select[name=group]", "migrants");
    const found = model.threats
      .affecting("community")
      .undermining("from-fear")
      .fallingOn("migrants");
    expect((await shown()).sort()).toEqual(labels(found.ids));
    expect(await tab.textContent("#count")).toBe(`${found.size} of 99 threats`);
    expect(new URL(tab.url()).hash).toContain("group=migrants");
    await tab.click("button[type=reset]");
    expect(await tab.textContent("#count")).toBe("99 of 99 threats");
  });

  it("counts dimensions by freedoms, and every count is a way in", async () => {
    await tab.click("#matrix summary");
    const button = tab.getByRole("button", { name: /^Food security, Freedom from want: / });
    const count = Number(await button.textContent());
    expect(count).toBe(model.threats.affecting("food").undermining("from-want").size);
    await button.click();
    expect(await shown()).toHaveLength(count);
    await tab.click("button[type=reset]");
  });

  it("opens a threat by keyboard, moves the focus to it, and goes back", async () => {
    await tab.fill("input[type=search]", "harassment");
    await tab.locator("#list a", { hasText: "Online harassment" }).focus();
    await tab.keyboard.press("Enter");
    await tab.locator("#detail h2", { hasText: "Online harassment and abuse" }).waitFor();
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe("detail-title");
    const article = tab.locator("#detail");
    expect(await article.textContent()).toContain("Digital literacy programmes");
    expect(await article.textContent()).toContain("(our reading)");
    expect(await article.textContent()).toContain("Human Security in the Digital Context");
    await article.getByRole("link", { name: "Doxing" }).click();
    await tab.locator("#detail h2", { hasText: "Doxing" }).waitFor();
    expect(await article.textContent()).toContain("an addition of ours");
    expect(await tab.title()).toBe("Doxing – Threats to human security");
    await tab.goBack();
    await tab.locator("#detail h2", { hasText: "Online harassment and abuse" }).waitFor();
  });

  it("shows a view that was linked, with its hedges", async () => {
    const other = await browser.newPage();
    await other.goto(`${address}#threat=economic-downturn&dimension=economic`);
    expect(await other.textContent("#detail h2")).toBe("Sudden economic downturn");
    expect(await other.textContent("#detail")).toContain("(aggravates, may)");
    expect(await other.inputValue("select[name=dimension]")).toBe("economic");
    await other.close();
  });

  it("has a name for every control, one main heading, and no id twice", async () => {
    const nameless = await tab.evaluate(
      () =>
        [...document.querySelectorAll("input, select, button")].filter((control) => {
          const labelled = (control as HTMLInputElement).labels?.length ?? 0;
          return labelled === 0 && !control.textContent?.trim() && !control.ariaLabel;
        }).length,
    );
    expect(nameless).toBe(0);
    expect(await tab.locator("h1").count()).toBe(1);
    const ids = await tab.evaluate(() =>
      [...document.querySelectorAll("[id]")].map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("fits a phone", async () => {
    await tab.setViewportSize({ width: 390, height: 844 });
    const overflow = await tab.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await tab.setViewportSize({ width: 1200, height: 900 });
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
      const ratios = [...document.querySelectorAll("h1, h2, p, a, dt, dd, label, .soft")].map(
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
