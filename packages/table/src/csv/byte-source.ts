import type { RunOptions } from "@vitalcore/core";

/** Where bytes come from, piece by piece. */
export type ByteSource = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** After so long the event loop gets its turn: a page stays alive, and a signal can arrive. */
const BREATH_MS = 12;

interface Reading {
  next(): Promise<IteratorResult<Uint8Array, unknown>>;
  /** Tells the source that no more is wanted. */
  stop(): Promise<unknown>;
}

/** Not every browser can iterate over a stream: its reader is asked. */
function readingOf(source: ByteSource): Reading {
  if ("getReader" in source) {
    const reader = source.getReader();
    return {
      next: async () => {
        const { done, value } = await reader.read();
        return value === undefined || done ? { done: true, value: undefined } : { done, value };
      },
      stop: () => reader.cancel(),
    };
  }
  const iterator = source[Symbol.asyncIterator]();
  return {
    next: () => iterator.next(),
    stop: async () => iterator.return?.(),
  };
}

/** A promise, or the signal's reason if that comes first: a source may never answer again. */
function unlessAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/**
 * The bytes of a source, with progress and cancellation; it is closed when the work ends early.
 * @throws the signal's reason when it is aborted.
 */
export async function* readBytes(
  source: ByteSource,
  { signal, onProgress }: RunOptions,
): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted();
  const reading = readingOf(source);
  let done = 0;
  let ended = false;
  let lastBreath = performance.now();
  try {
    for (;;) {
      const piece = await unlessAborted(reading.next(), signal);
      if (piece.done === true) {
        ended = true;
        return;
      }
      yield piece.value;
      done += piece.value.byteLength;
      onProgress?.({ stage: "reading", done });
      if (performance.now() - lastBreath >= BREATH_MS) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        lastBreath = performance.now();
      }
      signal?.throwIfAborted();
    }
  } finally {
    // Not awaited: a source that hangs must not hold up the error.
    if (!ended) reading.stop().catch(() => undefined);
  }
}
