import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIndex } from "@vitalcore/composite";
import { expect, it } from "vitest";
import { toy, toyData, toyDefinitions } from "./support/toy.js";

it("records the version of this package with a result", () => {
  const folder = dirname(dirname(fileURLToPath(import.meta.url)));
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { versions } = buildIndex(toyData, toy, {
    unitColumn: "unit",
    definitions: toyDefinitions,
  });
  expect(versions, "change src/version.ts with the manifest").toEqual({ [name]: version });
});
