import { relative } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { entrySources, packages, root } from "./workspace.js";

const sources = packages.flatMap((each) => [...entrySources(each).values()]);
const program = ts.createProgram(sources, {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  customConditions: ["@vitalcore/source"],
  strict: true,
  exactOptionalPropertyTypes: true,
  resolveJsonModule: true,
  types: [],
  noEmit: true,
});
const checker = program.getTypeChecker();

interface PublicName {
  readonly name: string;
  readonly declaration: ts.Declaration;
  readonly symbol: ts.Symbol;
}

function publicNames(file: string): PublicName[] {
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) return [];
  return checker.getExportsOfModule(module).map((exported) => {
    const symbol =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    return { name: exported.name, symbol, declaration: symbol.declarations?.[0] as ts.Declaration };
  });
}

const isFunction = ({ symbol }: PublicName) => (symbol.flags & ts.SymbolFlags.Function) !== 0;
const docOf = ({ symbol }: PublicName) =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
const hasTag = ({ symbol }: PublicName, name: string) =>
  symbol.getJsDocTags(checker).some((tag) => tag.name === name);

describe.each(packages)("the public names of $manifest.name", (each) => {
  const names = [...entrySources(each).values()].flatMap(publicNames);
  const place = ({ name, declaration }: PublicName) =>
    `${name} (${relative(root, declaration.getSourceFile().fileName)})`;

  it("are there at all", () => {
    expect(names.length).toBeGreaterThan(0);
  });

  it("each say what they are", () => {
    expect(names.filter((name) => docOf(name) === "").map(place)).toEqual([]);
  });

  it("have an example that runs, if they are functions", () => {
    const bare = names.filter((name) => isFunction(name) && !hasTag(name, "example"));
    expect(bare.map(place)).toEqual([]);
  });

  it("have no `any` in their types", () => {
    const withAny = names.filter((name) => {
      const text = checker.typeToString(
        checker.getTypeOfSymbolAtLocation(name.symbol, name.declaration),
        undefined,
        ts.TypeFormatFlags.NoTruncation,
      );
      return isFunction(name) && /\bany\b/.test(text);
    });
    expect(withAny.map(place)).toEqual([]);
  });
});
