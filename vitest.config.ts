import { defineConfig } from "vitest/config";

const conditions = ["@vitalcore/source"];

/** One project, threads, no isolation: the whole suite starts once instead of once per file. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "packages/*/test/**/*.test.ts",
      "examples/*/test/**/*.test.ts",
      "checks/**/*.test.ts",
    ],
    pool: "threads",
    isolate: false,
    setupFiles: ["checks/property-seed.ts"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
