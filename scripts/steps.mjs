// What `npm start` and `npm test` share: steps that say what they do, and an install only when needed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const onWindows = process.platform === "win32";
const environment = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };

const started = Date.now();
const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;

/** Says what is done, does it, and gives its exit code. */
export function step(description, command, ...args) {
  console.log(`\n▸ ${description}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: environment,
    shell: onWindows,
  });
  const code = status ?? 1;
  console.log(`${code === 0 ? "✓" : "✗"} ${description} (after ${seconds()})`);
  return code;
}

/** As `step`, and ends the process if it fails. */
export function mustStep(description, command, ...args) {
  const code = step(description, command, ...args);
  if (code !== 0) process.exit(code);
}

/** Installs what the lock file says, unless it was installed already. */
export function install() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const marker = join(root, "node_modules", ".cache", "installed-lock");
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) {
    console.log("▸ Dependencies are installed");
    return;
  }
  mustStep("Installing dependencies", "npm", "ci", "--prefer-offline", "--no-audit", "--no-fund");
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, wanted);
}

/** Runs tasks of turbo.json; what has not changed comes from its cache. */
export function turbo(description, ...tasks) {
  const binary = join(root, "node_modules", ".bin", onWindows ? "turbo.cmd" : "turbo");
  return step(description, binary, "run", ...tasks, "--output-logs=new-only");
}
