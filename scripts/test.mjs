// npm test: installs what is missing, builds, lints, type-checks and runs every test.
// Its last line is "N passed, N failed", counted by the test runner itself.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { install, root, turbo } from "./steps.mjs";

const report = join(root, "reports", "vitest.json");

install();
rmSync(report, { force: true });
const codes = [
  turbo("Building the packages", "build"),
  turbo("Linting, type-checking, looking for dead code", "//#lint", "//#typecheck", "//#unused"),
  turbo("Running the tests", "//#vitest"),
];

if (!existsSync(report)) {
  console.error("\nThe test runner left no report: it did not run to its end.");
  console.log("0 passed, 1 failed");
  process.exit(1);
}
const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, testResults } =
  JSON.parse(readFileSync(report, "utf8"));
// A file that cannot be loaded fails without failing a test.
const brokenFiles = testResults.filter(
  ({ status, assertionResults }) =>
    status === "failed" && assertionResults.every((test) => test.status !== "failed"),
).length;
const failed = numFailedTests + brokenFiles;
const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : "";
const code = codes.find((each) => each !== 0) ?? (numFailedTestSuites > 0 ? 1 : 0);
console.log(`\n${code === 0 ? "All steps passed." : "A step failed, see above."}`);
console.log(`${numPassedTests} passed, ${failed} failed${skipped}`);
process.exitCode = code;
