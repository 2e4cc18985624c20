import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { filesIn, packages, root } from "./workspace.js";

const pages = [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md"].map((name) => join(root, name)),
  ...filesIn(join(root, "docs"), ".md").filter((file) => !file.includes("/api/")),
  ...packages.map(({ folder }) => join(folder, "README.md")),
  ...filesIn(join(root, "examples"), ".md").filter((file) => !file.includes("node_modules")),
];

describe("links between pages", () => {
  it.each(pages.map((page) => relative(root, page)))("of %s lead somewhere", (page) => {
    const text = readFileSync(join(root, page), "utf8").replace(/```[\s\S]*?```/g, "");
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target as string);
    const local = targets.filter((target) => !/^(https?:|mailto:|#)/.test(target));
    const dead = local.filter(
      (target) => !existsSync(join(root, dirname(page), target.split("#")[0] as string)),
    );
    expect(dead).toEqual([]);
  });
});
