// Adds to package-lock.json the optional, platform-bound packages that npm leaves out when its registry
// serves only some platforms (npm/cli#4828): without them `npm ci` fails on the other platforms.
// Run after every change of dependencies: npm run relock
import { readFileSync, writeFileSync } from "node:fs";

const OS = /(android|darwin|freebsd|openbsd|netbsd|sunos|aix|openharmony|win32|windows|linux)/;
const CPU = /(arm64|x64|64|arm|ia32|ppc64|riscv64|s390x|loong64|wasm32|mips64el)/;

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const { packages } = lock;

/** What the package's name says of the platform it is for. */
function platformOf(name) {
  const os = OS.exec(name)?.[1];
  if (os === undefined) return undefined;
  const cpu = CPU.exec(name)?.[1];
  return {
    os: [os === "windows" ? "win32" : os],
    cpu: [cpu === undefined || cpu === "64" ? "x64" : cpu],
    ...(name.includes("musl") && { libc: ["musl"] }),
  };
}

let added = 0;
for (const [path, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const top = `node_modules/${name}`;
    const nested = path === "" ? top : `${path}/${top}`;
    if (packages[nested] || packages[top]?.version === version) continue;
    const platform = platformOf(name);
    if (platform === undefined) continue;
    packages[packages[top] ? nested : top] = {
      version,
      ...(dev && { dev }),
      optional: true,
      ...platform,
    };
    added += 1;
  }
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} platform packages added to package-lock.json`);
