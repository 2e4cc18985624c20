import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { docCommentExamples, type Example, instrument, markdownExamples } from "./examples.js";
import { filesIn, packages, root } from "./workspace.js";

const read = (file: string) => readFileSync(file, "utf8");

const examples: Example[] = [
  ...packages.flatMap(({ folder }) => [
    ...filesIn(join(folder, "src"), ".ts").flatMap((file) => docCommentExamples(file, read(file))),
    ...markdownExamples(join(folder, "README.md"), read(join(folder, "README.md"))),
  ]),
  ...[join(root, "README.md"), ...filesIn(join(root, "docs"), ".md")].flatMap((file) =>
    markdownExamples(file, read(file)),
  ),
];

const folder = join(root, "checks", ".examples");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const modules = examples.map((example) => {
  const place = `${relative(root, example.file)}:${example.line}`;
  const file = join(folder, `${place.replace(/[^\w-]+/g, "_")}.ts`);
  writeFileSync(file, instrument(example));
  return { place, file };
});
writeFileSync(
  join(folder, "tsconfig.json"),
  JSON.stringify({
    extends: "../../tsconfig.json",
    compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
    include: ["*.ts"],
    exclude: [],
  }),
);

describe("examples of the documentation", () => {
  it.each(modules)("$place gives what it says", async ({ file }) => {
    await import(/* @vite-ignore */ file);
  });

  it("compile, all of them", () => {
    const compiler = join(root, "node_modules/typescript7/bin/tsc");
    let output = "";
    try {
      execFileSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
    } catch (error) {
      output = (error as { stdout: string }).stdout;
    }
    expect(output).toBe("");
  }, 120_000);
});
