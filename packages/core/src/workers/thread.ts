/** A thread that runs another script, whatever the platform calls it. */
export interface Thread {
  /** Sends a message; it is copied as by `structuredClone`. */
  send(message: unknown): void;
  /** Tells of messages, and of the end of the thread before it was stopped. */
  listen(onMessage: (message: unknown) => void, onFailure: (reason: unknown) => void): void;
  stop(): void;
}

/** What is used of Node's worker threads. */
interface NodeThreads {
  readonly Worker: new (
    script: URL,
  ) => {
    postMessage(message: unknown): void;
    on(event: "message" | "error" | "exit", listener: (value: unknown) => void): void;
    terminate(): Promise<number>;
  };
  readonly parentPort: null | {
    postMessage(message: unknown): void;
    on(event: "message", listener: (message: unknown) => void): void;
  };
}

/** Asked of the process, not imported, so that bundlers for browsers find nothing to stumble over. */
export function nodeThreads(): NodeThreads | undefined {
  const { process } = globalThis as {
    process?: { getBuiltinModule?: (name: string) => unknown };
  };
  return process?.getBuiltinModule?.("node:worker_threads") as NodeThreads | undefined;
}

/**
 * Starts a thread: a module `Worker` in browsers, Deno and Bun, a worker thread in Node.
 *
 * The script is named twice because bundlers only follow it into the literal
 * `new Worker(new URL("./name.js", import.meta.url), { type: "module" })`.
 *
 * @param web - makes the `Worker`, where there are such.
 * @param script - the script's address, for Node.
 * @throws Error where the platform has no threads, or the address of the script is not known.
 *
 * @example
 * ```ts
 * import { startThread } from "@vitalcore/core/workers";
 * const script = () => new URL("data:text/javascript,");
 * const thread = startThread(() => new Worker(script(), { type: "module" }), script);
 * thread.stop();
 * ```
 */
export function startThread(web: () => Worker, script: () => URL): Thread {
  if (typeof Worker === "function") return webThread(web());
  const threads = nodeThreads();
  if (threads === undefined) throw new Error("this platform has no worker threads");
  return nodeThread(new threads.Worker(script()));
}

function webThread(worker: Worker): Thread {
  return {
    send: (message) => worker.postMessage(message),
    listen: (onMessage, onFailure) => {
      worker.addEventListener("message", ({ data }) => onMessage(data));
      worker.addEventListener("messageerror", onFailure);
      worker.addEventListener("error", onFailure);
    },
    stop: () => worker.terminate(),
  };
}

function nodeThread(worker: InstanceType<NodeThreads["Worker"]>): Thread {
  return {
    send: (message) => worker.postMessage(message),
    listen: (onMessage, onFailure) => {
      worker.on("message", onMessage);
      worker.on("error", onFailure);
      worker.on("exit", onFailure);
    },
    stop: () => void worker.terminate(),
  };
}
