import { nodeThreads } from "./thread.js";

/** What the thread that asks sends: first what all tasks share, then one task after the other. */
export type Request =
  | { readonly shared: unknown }
  | { readonly index: number; readonly task: unknown };

/** What a serving thread answers. A failed task is run again by the asker, who meets the error itself. */
export type Answer =
  | { readonly index: number; readonly result: unknown }
  | { readonly index: number; readonly failed: true };

/** The end of the line to the thread that asks, as seen from the script that serves. */
export interface Port {
  send(answer: Answer): void;
  listen(onRequest: (request: Request) => void): void;
}

/**
 * Makes this script serve the tasks of {@link runTasks}. The only statement of a worker's script.
 *
 * @param prepare - the job's `prepare`, the very function that `runTasks` is given.
 * @param port - the line to the thread that asks; by default the one that started this script.
 *
 * @example
 * ```ts
 * import { type Answer, serveTasks } from "@vitalcore/core/workers";
 * const answers: Answer[] = [];
 * serveTasks((factor: number) => (x: number) => factor * x, {
 *   send: (answer) => answers.push(answer),
 *   listen: (onRequest) => {
 *     onRequest({ shared: 3 });
 *     onRequest({ index: 0, task: 2 });
 *   },
 * });
 * answers; // => [{ index: 0, result: 6 }]
 * ```
 */
export function serveTasks<Shared, Task, Result>(
  prepare: (shared: Shared) => (task: Task) => Result,
  port: Port = portOfThisThread(),
): void {
  let run: ((task: Task) => Result) | undefined;
  port.listen((request) => {
    if ("shared" in request) {
      run = prepare(request.shared as Shared);
      return;
    }
    const { index, task } = request;
    try {
      if (run === undefined) throw new Error("asked for a task before the job was prepared");
      port.send({ index, result: run(task as Task) });
    } catch {
      port.send({ index, failed: true });
    }
  });
}

function portOfThisThread(): Port {
  const port = nodeThreads()?.parentPort;
  if (port != null) {
    return {
      send: (answer) => port.postMessage(answer),
      listen: (onRequest) => port.on("message", (message) => onRequest(message as Request)),
    };
  }
  return {
    send: (answer) => postMessage(answer),
    listen: (onRequest) => addEventListener("message", ({ data }) => onRequest(data as Request)),
  };
}
