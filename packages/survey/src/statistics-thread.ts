import { startThread, type Thread } from "@vitalcore/core/workers";

/** Starts a thread that makes unit tables. A module of its own, so that the build puts it beside the script. */
export function startStatisticsThread(): Thread {
  return startThread(
    () => new Worker(new URL("./statistics-worker.js", import.meta.url), { type: "module" }),
    () => new URL("./statistics-worker.js", import.meta.url),
  );
}
