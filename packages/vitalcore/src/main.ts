#!/usr/bin/env node
import { run } from "./index.js";

const terminal = {
  out: (text: string) => process.stdout.write(text),
  err: (text: string) => process.stderr.write(text),
  width: process.stdout.columns,
};

run(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code;
});
