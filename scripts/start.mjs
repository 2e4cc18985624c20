// npm start: installs what is missing, builds, and computes the example index from its files.
import { install, mustStep, turbo } from "./steps.mjs";

install();
if (turbo("Building the packages", "build") !== 0) process.exit(1);
mustStep(
  "Computing the example index",
  process.execPath,
  "examples/digital-human-security/dist/run.js",
);
