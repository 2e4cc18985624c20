import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const notebook = fileURLToPath(new URL("../first-index.ipynb", import.meta.url));

/** Whether Jupyter is installed and knows Deno's kernel. */
function hasKernel(): boolean {
  try {
    const kernels = execFileSync("jupyter", ["kernelspec", "list", "--json"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return "deno" in (JSON.parse(kernels) as { kernelspecs: object }).kernelspecs;
  } catch {
    return false;
  }
}

interface Output {
  readonly output_type: string;
  readonly data?: Readonly<Record<string, string | string[]>>;
}

function execute(): Output[] {
  const executed = execFileSync(
    "jupyter",
    ["nbconvert", "--to", "notebook", "--execute", "--stdout", notebook],
    { encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "ignore"] },
  );
  const { cells } = JSON.parse(executed) as { cells: { outputs?: Output[] }[] };
  return cells.flatMap(({ outputs = [] }) => outputs);
}

const why = "needs Jupyter with Deno's kernel (`deno jupyter --install`)";

describe.skipIf(!hasKernel())(`first-index.ipynb (${why})`, () => {
  // On a busy machine nbconvert now and then misses an output that the kernel has sent.
  it("runs from top to bottom and shows tables and charts", { timeout: 120_000, retry: 3 }, () => {
    const outputs = execute();
    const shown = (mime: string) =>
      outputs.map(({ data }) => [data?.[mime] ?? ""].flat().join("")).join("\n");
    expect(outputs.filter(({ output_type }) => output_type === "error")).toEqual([]);
    expect(shown("text/html")).toContain("<td>Norway</td>");
    expect(shown("text/plain")).toContain("rank: 122 of 180");
    expect(shown("image/svg+xml")).toContain("<svg");
  });
});
