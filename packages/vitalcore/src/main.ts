#!/usr/bin/env node
import { run } from "./index.js";

const terminal = {
  out: (text: string) => process.stdout.write(text),
  err: (text: string) => process.stderr.write(text),
  width: process.stdout.columns,
};

// Who reads the output may have seen enough, as `head` has.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

run(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code;
});
