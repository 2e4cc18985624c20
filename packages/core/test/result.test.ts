import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import {
  defineResult,
  escapeHtml,
  isVitalError,
  type Result,
  type ResultData,
  revive,
  type Summary,
  summaryHtml,
  summaryMarkdown,
  summaryText,
  textWidth,
} from "../src/index.js";

const summary: Summary = {
  title: "Users & <friends>",
  facts: [
    ["n", 3],
    ["missing", null],
  ],
  tables: [
    {
      caption: "By area",
      columns: [{ name: "area" }, { name: "share", digits: 2 }],
      rows: [
        ["日本", 0.5],
        ["Côte d'Ivoire", 12.345],
        ["a|b\nc", null],
      ],
    },
  ],
  notes: ["*Not* official."],
};

describe("summaries", () => {
  it("are aligned in text, also for wide characters", () => {
    expect(summaryText(summary)).toBe(
      [
        "Users & <friends>",
        "",
        "n: 3\nmissing: –",
        "",
        "By area",
        "area           share",
        "─────────────  ─────",
        "日本            0.50",
        "Côte d'Ivoire  12.35",
        `a|b\uFFFDc${" ".repeat(14)}–`,
        "",
        "- *Not* official.",
      ].join("\n"),
    );
    expect(textWidth("e\u0301日👩‍👩‍👧")).toBe(5);
  });

  it("wrap long headings over narrow cells, so that tables fit a terminal", () => {
    const columns = [{ name: "unit" }, { name: "Environmental security" }, { name: "of 17" }];
    const text = summaryText({ title: "t", tables: [{ columns, rows: [["NA", 1, 2]] }] });
    expect(text.split("\n").slice(2)).toEqual([
      "      Environmental  of",
      "unit       security  17",
      "────  ─────────────  ──",
      "NA                1   2",
    ]);
  });

  it("fit a width: notes wrap at words, long names are cut", () => {
    const text = summaryText(
      {
        title: "t",
        tables: [
          { columns: [{ name: "unit" }, { name: "n" }], rows: [["Kingdom of the Long Name", 1]] },
        ],
        notes: ["one two three four five"],
      },
      { width: 18 },
    );
    expect(text.split("\n").slice(2)).toEqual([
      "unit             n",
      "───────────────  ─",
      "Kingdom of the…  1",
      "",
      "- one two three",
      "  four five",
    ]);
  });

  it("are escaped in HTML, with scopes for screen readers", () => {
    const html = summaryHtml(summary);
    expect(html).toContain("<h3>Users &amp; &lt;friends&gt;</h3>");
    expect(html).toContain('<th scope="col" style="text-align:right">share</th>');
    expect(html).toContain("<caption>By area</caption>");
    expect(summaryHtml({ title: `<script>alert("x")</script>'` })).toBe(
      "<section><h3>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;</h3></section>",
    );
  });

  it("are escaped in Markdown", () => {
    expect(summaryMarkdown(summary)).toContain("| a\\|b c | – |");
    expect(summaryMarkdown(summary)).toContain("- \\*Not\\* official.");
  });

  it("let no data drive the terminal", () => {
    const hostile = summaryText({ title: "\u001b[2Jcleared\u202Etxt" });
    expect(hostile).toBe("\uFFFD[2Jcleared\uFFFDtxt");
  });

  it("let no data turn the direction of a page", () => {
    const title = "exe\u202Etxt.\u0000";
    expect(summaryHtml({ title })).toBe("<section><h3>exe\uFFFDtxt.\uFFFD</h3></section>");
    expect(escapeHtml("a\n\tb")).toBe("a\n\tb");
    expect(summaryMarkdown({ title })).toBe("### exe\uFFFDtxt.\uFFFD");
  });
});

interface Count extends ResultData {
  readonly kind: "Count";
  readonly groups: readonly { readonly name: string; readonly n: number }[];
}

const countKind = defineResult<Count>({
  kind: "Count",
  version: 2,
  summarize: ({ groups }) => ({ title: `${groups.length} groups` }),
});

describe("results", () => {
  const result = countKind.create({ groups: [{ name: "a", n: 1 }] });

  it("are plain, deeply frozen JSON", () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual({
      kind: "Count",
      version: 2,
      groups: [{ name: "a", n: 1 }],
    });
    expect(Object.keys(result)).toEqual(["kind", "version", "groups"]);
    expect(Object.isFrozen(result.groups[0])).toBe(true);
  });

  it("show themselves in terminals, pages and notebooks", () => {
    expect(String(result)).toBe("1 groups");
    expect(inspect(result)).toBe("1 groups");
    expect(result.toHTML()).toBe("<section><h3>1 groups</h3></section>");
    const display = (result as never)[Symbol.for("Jupyter.display")] as () => object;
    expect(display()).toEqual({
      "text/plain": "1 groups",
      "text/markdown": "### 1 groups",
      "text/html": "<section><h3>1 groups</h3></section>",
    });
  });

  it("come back from JSON", () => {
    const revived: Result<Count> = revive(JSON.parse(JSON.stringify(result)), [countKind]);
    expect(revived).toEqual(result);
    expect(String(revived)).toBe("1 groups");
  });

  it.each([
    [{ kind: "Count", version: 1, groups: [] }, 'kind "Count", version 1'],
    [{ kind: "Other", version: 2 }, 'kind "Other", version 2'],
    [null, "kind null, version null"],
    ["Count", "kind null, version null"],
  ])("refuse %j", (json, words) => {
    try {
      revive(json, [countKind]);
      expect.unreachable();
    } catch (error) {
      expect(isVitalError(error) && error.message).toContain(words);
      expect(isVitalError(error) && error.message).toContain("Known here: Count 2.");
    }
  });
});
