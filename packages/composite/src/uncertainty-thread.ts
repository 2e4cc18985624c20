import { startThread, type Thread } from "@vitalcore/core/workers";

/** Starts a thread that computes scenarios. */
export function startUncertaintyThread(): Thread {
  return startThread(
    () => new Worker(new URL("./uncertainty-worker.js", import.meta.url), { type: "module" }),
    () => new URL("./uncertainty-worker.js", import.meta.url),
  );
}
