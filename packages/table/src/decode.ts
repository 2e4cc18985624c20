import { VitalError } from "@vitalcore/core";
import { type FindingList, find, refuse } from "./finding-list.js";

/** Turns the bytes of a file into text, piece by piece; where a piece ends makes no difference. */
export interface Decoder {
  push(bytes: Uint8Array): string;
  end(): string;
}

/** Bytes looked at before deciding what the file is. */
const HEAD = 1024;

/** What often comes under the name of a text file, by its first bytes. */
const SIGNATURES: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ["an Excel workbook or a zip archive", [0x50, 0x4b, 0x03, 0x04]],
  ["a gzip archive", [0x1f, 0x8b]],
  ["an old Excel workbook", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a Parquet file", [0x50, 0x41, 0x52, 0x31]],
  ["a PDF document", [0x25, 0x50, 0x44, 0x46]],
];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, i) => bytes[i] === byte);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return "utf-8";
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  if (startsWith(bytes, [0xfe, 0xff])) return "utf-16be";
  return undefined;
}

/** In UTF-16, digits, delimiters and line ends have a zero byte, always on the same side. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const zeros: [even: number, odd: number] = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[(i % 2) as 0 | 1]++;
  const [even, odd] = zeros.map((count) => count / Math.max(1, bytes.length / 2)) as [
    number,
    number,
  ];
  if (odd > 0.2 && even < 0.02) return "utf-16le";
  if (even > 0.2 && odd < 0.02) return "utf-16be";
  return undefined;
}

function textDecoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { ignoreBOM: true });
  } catch {
    throw new VitalError([
      find("table/invalid-option", {
        found: label,
        facts: {
          option: "encoding",
          wanted: "a label of the Encoding Standard, such as utf-8 or windows-1252",
        },
      }),
    ]);
  }
}

/** How many bytes a UTF-8 sequence has, by its first (RFC 3629); 0 if none begins so. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

function isUtf8(sequence: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(sequence);
    return true;
  } catch {
    return false;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function decoderOf(label: string): Decoder {
  const decoder = textDecoder(label);
  return {
    push: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

/**
 * UTF-8, unless the first character beyond ASCII is none: then windows-1252, the superset of Latin-1.
 * That the first such character decides makes the result the same for any cut into pieces.
 */
function guessingDecoder(findings: FindingList): Decoder {
  const plain = textDecoder("utf-8");
  let decided: Decoder | undefined;
  let held = new Uint8Array(0);
  let line = 1;
  const decide = (bytes: Uint8Array, atEnd: boolean): string => {
    const text = plain.decode(bytes);
    // As many characters as bytes, and none damaged: all of it is ASCII.
    if (text.length === bytes.length && !text.includes("\uFFFD")) {
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) line++;
      return text;
    }
    let first = 0;
    while (first < bytes.length && (bytes[first] as number) < 0x80) {
      if (bytes[first] === 0x0a) line++;
      first++;
    }
    const ascii = plain.decode(bytes.subarray(0, first));
    const rest = bytes.subarray(first);
    const length = sequenceLength(rest[0] as number);
    if (rest.length < length && !atEnd) {
      held = rest.slice();
      return ascii;
    }
    if (length > 0 && isUtf8(rest.subarray(0, length))) decided = decoderOf("utf-8");
    else {
      decided = decoderOf("windows-1252");
      const facts = { encoding: "windows-1252" };
      findings.add("table/encoding-guessed", { place: { line }, facts });
    }
    return ascii + decided.push(rest);
  };
  return {
    push(bytes) {
      if (decided !== undefined) return decided.push(bytes);
      const all = joined(held, bytes);
      held = new Uint8Array(0);
      return decide(all, false);
    },
    end: () => (decided === undefined ? decide(held, true) : "") + (decided?.end() ?? ""),
  };
}

/** Decides by the first bytes what the file is, and refuses what is not text. */
function chosenDecoder(head: Uint8Array, label: string | undefined, findings: FindingList) {
  const binary = SIGNATURES.find(([, start]) => startsWith(head, start));
  if (binary !== undefined) refuse(findings, "table/not-text", { facts: { kind: binary[0] } });
  const marked = byteOrderMark(head);
  if (marked !== undefined) {
    const encoding = marked.toUpperCase();
    findings.add("table/byte-order-mark", { facts: { encoding } });
    return { decoder: decoderOf(marked), start: marked === "utf-8" ? 3 : 2 };
  }
  if (label !== undefined) return { decoder: decoderOf(label), start: 0 };
  const guessed = utf16WithoutMark(head);
  if (guessed === undefined) return { decoder: guessingDecoder(findings), start: 0 };
  findings.add("table/encoding-guessed", { place: { line: 1 }, facts: { encoding: guessed } });
  return { decoder: decoderOf(guessed), start: 0 };
}

/**
 * A decoder that finds the encoding: a byte order mark, else the one that was named, else UTF-16 by
 * its zeros, else UTF-8, else windows-1252. What it found goes to the findings.
 *
 * @param label - the encoding that the user named.
 * @throws VitalError `table/invalid-option` if there is no such encoding.
 */
export function decoderFor(label: string | undefined, findings: FindingList): Decoder {
  if (label !== undefined) textDecoder(label);
  let head = new Uint8Array(0);
  let decoder: Decoder | undefined;
  const begin = (): string => {
    const chosen = chosenDecoder(head, label, findings);
    decoder = chosen.decoder;
    return decoder.push(head.subarray(chosen.start));
  };
  return {
    push(bytes) {
      if (decoder !== undefined) return decoder.push(bytes);
      head = joined(head, bytes).slice();
      return head.length < HEAD ? "" : begin();
    },
    end: () => (decoder === undefined ? begin() : "") + (decoder as unknown as Decoder).end(),
  };
}

/** How many bytes a text has in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Each half of a surrogate pair counts 2 of its 4 bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
