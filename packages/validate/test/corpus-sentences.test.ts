import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bytesOf, type Entry } from "./support/corpus.js";
import { outcomeFor } from "./support/corpus-outcome.js";

const handmade = new URL("./fixtures/corpus/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("manifest.json", handmade), "utf8"));
const entries: readonly Entry[] = Array.isArray(manifest) ? manifest : manifest.entries;
/** Judged elsewhere, or too large to be read twice. */
const small = entries.filter(({ file, key }) => key === undefined && !file.endsWith(".gz"));

/** Whether a file is right to be rejected is judged against the corpus; here, that the words for it do not change unseen. */
describe("the sentences that are said of the corpus", () => {
  it.each(small.map((entry) => [entry.file, entry] as const))("%s", (_, entry) => {
    const outcome = outcomeFor(entry, bytesOf(new URL(entry.file, handmade)), (name) =>
      bytesOf(new URL(name, handmade)),
    );
    const sentences = outcome?.findings.map(({ severity, place, message, hint, suggestion }) => {
      const at = Object.values(place).flat().join(" ");
      return [`${severity} at ${at}: ${message}`, hint, suggestion].filter(Boolean).join(" | ");
    });
    expect(sentences).toMatchSnapshot();
  });
});
