import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./workspace.js";

it("every package.json is what `npm run manifests` makes of it", () => {
  const script = join(root, "scripts/manifests.mjs");
  const output = execFileSync(process.execPath, [script, "--check"], {
    cwd: root,
    encoding: "utf8",
  });
  expect(output).toBe("");
});
