import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { VitalError } from "@vitalcore/core";
import { find } from "./catalog.js";

/** A file that was read, with what identifies its content. */
export interface FileRead {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** What went wrong, in the words of the system, without its stack. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === "ENOENT" ? "there is no such file or folder" : (code ?? message);
}

function unwritable(path: string, error: unknown): VitalError {
  const facts = { reason: reasonOf(error) };
  return new VitalError([find("vitalcore/unwritable-file", { place: { file: path }, facts })]);
}

/** Writes a text to a file. */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Makes a folder, and those above it. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Reads a file whole. */
export async function readWhole(path: string): Promise<FileRead> {
  try {
    const bytes = await readFile(path);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { path, name: basename(path), bytes, sha256 };
  } catch (error) {
    const facts = { reason: reasonOf(error) };
    throw new VitalError([find("vitalcore/unreadable-file", { place: { file: path }, facts })]);
  }
}

/** The JSON of a file; `__proto__` is a key like any other. */
export function parseJson({ path, bytes }: FileRead): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    const facts = { reason: (error as Error).message };
    throw new VitalError([find("vitalcore/invalid-json", { place: { file: path }, facts })]);
  }
}
