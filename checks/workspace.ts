import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What the checks read of a package's manifest. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly vitalcore: { readonly entries: Readonly<Record<string, Entry>> };
}

/** An entry of a package: what its minified bundle may weigh (gzip) and contain. */
export interface Entry {
  readonly budget: string;
  readonly contains?: readonly string[];
  /** Optional peers that the bundle leaves out: whoever uses the entry has them. */
  readonly external?: readonly string[];
  /** "node" for what does not run in browsers. */
  readonly platform?: "browser" | "node";
}

export interface Package {
  readonly folder: string;
  readonly manifest: Manifest;
}

export const root: string = dirname(dirname(fileURLToPath(import.meta.url)));

/** All published packages, in alphabetical order of their folders. */
export const packages: readonly Package[] = readdirSync(join(root, "packages"))
  .map((name) => join(root, "packages", name))
  .filter((folder) => existsSync(join(folder, "package.json")))
  .map((folder) => ({
    folder,
    manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest,
  }));

/** The files of a folder and its subfolders whose name ends so. */
export function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
}

/** An entry's source files by subpath; patterns (`./labels/*`) are spelled out. */
export function entrySources({ folder, manifest }: Package): Map<string, string> {
  const sources = new Map<string, string>();
  for (const [subpath, conditions] of Object.entries(manifest.exports)) {
    const source = (conditions as Record<string, unknown>)["@vitalcore/source"];
    if (typeof source !== "string") continue;
    if (!subpath.includes("*")) {
      sources.set(subpath, join(folder, source));
      continue;
    }
    const [before, after] = join(folder, source).split("*") as [string, string];
    for (const file of filesIn(dirname(`${before}x`), after)) {
      sources.set(subpath.replace("*", file.slice(before.length, -after.length)), file);
    }
  }
  return sources;
}
