import { existsSync, readFileSync } from "node:fs";
import { checkCsvw } from "@vitalcore/validate/csvw";
import { describe, expect, it } from "vitest";

const corpus = new URL("../../../../shared/reference/validation/corpus/", import.meta.url);
const FOLDER = "fetched/csvw/tests/";
/** Where the files of the suite say that they are. */
const BASE = "http://www.w3.org/2013/csvw/tests/";

interface Entry {
  readonly file: string;
  readonly kind: string;
  readonly verdict: string;
  readonly testId: string;
  readonly companions?: readonly { readonly file: string }[];
}

function load(url: string): Uint8Array | undefined {
  const path = new URL(`${FOLDER}${url.replace(BASE, "").replace("?", "_")}`, corpus);
  return url.startsWith(BASE) && existsSync(path) ? readFileSync(path) : undefined;
}

/** Metadata that the caller of the suite names, or that the server links to: these come first. */
function metadataOf({ companions = [] }: Entry): { readonly metadata?: string } {
  const named = (pattern: RegExp) => companions.find(({ file }) => pattern.test(file))?.file;
  const file = named(/user-metadata\.json$/) ?? named(/linked-metadata\.json$/);
  return file === undefined ? {} : { metadata: file.replace(FOLDER, BASE) };
}

describe.skipIf(!existsSync(corpus))(
  "the validation suite of CSV on the Web, as far as it is in the corpus",
  () => {
    it("each verdict", async () => {
      const manifest = JSON.parse(readFileSync(new URL("manifest.json", corpus), "utf8"));
      const entries: readonly Entry[] = manifest.entries;
      const cases = entries.filter(({ kind }) => kind === "csvw");
      const wrong: string[] = [];
      for (const entry of cases) {
        const url = entry.file.replace(FOLDER, BASE).replace("csv_query", "csv?query");
        const report = await checkCsvw(url, load, metadataOf(entry));
        if (report.verdict !== entry.verdict) {
          const said = report.findings
            .map(({ message }) => message)
            .slice(0, 3)
            .join(" ");
          wrong.push(`${entry.testId}: ${entry.verdict}, not ${report.verdict}: ${said}`);
        }
      }
      process.stderr.write(
        `CSV on the Web: ${cases.length - wrong.length} of ${cases.length} verdicts right\n${wrong.join("\n")}\n`,
      );
      expect(wrong).toEqual([]);
    });
  },
);
