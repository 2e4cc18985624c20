import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { run } from "../../src/index.js";

/** A folder of its own for a test file; it is gone at the end. */
export function testFolder() {
  const folder = mkdtempSync(join(tmpdir(), "vitalcore-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  /** Writes a file there, objects as JSON; gives its path. */
  const file = (name: string, content: string | object): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  };
  return { folder, file };
}

/** Runs the command line in this process, and keeps what it writes. */
export async function command(...args: readonly string[]) {
  let out = "";
  let err = "";
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
