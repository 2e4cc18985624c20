import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesIn, packages, root } from "./workspace.js";

/** Rows of the table "package | job | may import" in docs/architecture.md, in order. */
const rows = readFileSync(join(root, "docs/architecture.md"), "utf8")
  .split("\n")
  .map((line) => /^\| `((?:@vitalcore\/)?[a-z]+)` *\| [^|]+ \| ([^|]+) \|/.exec(line))
  .filter((match) => match !== null)
  .map(([, name, mayImport]) => ({
    name: name as string,
    mayImport: [...(mayImport as string).matchAll(/`([a-z]+)`/g)].map(
      ([, short]) => short as string,
    ),
  }));

/** Packages that the sources of a folder import; of a subpath, its package. */
function importsOf(folder: string): Set<string> {
  const imported = filesIn(join(folder, "src"), ".ts").flatMap((file) =>
    ts.preProcessFile(readFileSync(file, "utf8")).importedFiles.map(({ fileName }) => fileName),
  );
  const foreign = imported.filter((name) => !name.startsWith(".") && !name.startsWith("node:"));
  return new Set(
    foreign.map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    ),
  );
}

const isOurs = (name: string) => name === "vitalcore" || name.startsWith("@vitalcore/");
const short = (name: string) => name.replace("@vitalcore/", "");

describe("the package table of docs/architecture.md", () => {
  it("lists every package once", () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(
      packages.map(({ manifest }) => manifest.name).sort(),
    );
  });

  it("lets a package import only packages above it", () => {
    const order = rows.map(({ name }) => short(name));
    for (const { name, mayImport } of rows) {
      const own = order.indexOf(short(name));
      for (const other of mayImport) expect(order.indexOf(other)).toBeLessThan(own);
    }
  });

  describe.each(packages)("$manifest.name", ({ folder, manifest }) => {
    const row = rows.find(({ name }) => name === manifest.name);
    const imported = importsOf(folder);

    it("imports what the table allows", () => {
      const ours = [...imported]
        .filter((name) => isOurs(name) && name !== manifest.name)
        .map(short);
      expect(row?.mayImport).toEqual(expect.arrayContaining(ours));
    });

    it("declares what it imports", () => {
      const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
      const undeclared = [...imported].filter(
        (name) => name !== manifest.name && !Object.hasOwn(declared, name),
      );
      expect(undeclared).toEqual([]);
    });

    it("is called like its folder", () => {
      expect(short(manifest.name)).toBe(basename(folder));
    });
  });
});
