import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./workspace.js";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const text = readFileSync(join(root, "package-lock.json"), "utf8");
const locked = (JSON.parse(text) as { packages: Record<string, Locked> }).packages;

it("the lock file holds the binaries of every platform, so that `npm ci` works elsewhere too", () => {
  const absent = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => {
      const nested = path === "" ? `node_modules/${name}` : `${path}/node_modules/${name}`;
      return locked[nested] === undefined && locked[`node_modules/${name}`] === undefined;
    }),
  );
  // fsevents is named without a platform and is optional where it exists.
  expect(absent.filter((name) => name !== "fsevents")).toEqual([]);
});

it("the lock file names no host but the public registry", () => {
  const hosts = new Set(
    Object.values(locked).flatMap(({ resolved }) =>
      resolved?.startsWith("http") ? [new URL(resolved).host] : [],
    ),
  );
  hosts.delete("registry.npmjs.org");
  expect([...hosts]).toEqual([]);
});
