import { unzipSync, zipSync } from "fflate";
import { FileRefused, type FindingList, refuse } from "../finding-list.js";

/** A workbook has some dozens of parts. */
const MOST_PARTS = 10_000;
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * A workbook whose parts are no longer compressed: unpacked here under a limit, because libraries that read
 * workbooks unpack whatever there is. The limit holds also where the archive lies about the sizes of its parts.
 */
export function unpacked(
  bytes: Uint8Array,
  maxBytes: number,
  findings: FindingList,
): Uint8Array<ArrayBuffer> {
  if (!ZIP.every((byte, i) => bytes[i] === byte)) refuse(findings, "table/not-excel", {});
  let declared = 0;
  let parts = 0;
  const tooLarge = (): never =>
    refuse(findings, "table/archive-too-large", { facts: { limit: maxBytes } });
  const unzipped = ((): Record<string, Uint8Array> => {
    try {
      return unzipSync(bytes, {
        filter({ name, originalSize }) {
          declared += originalSize;
          parts += 1;
          if (declared > maxBytes || parts > MOST_PARTS) tooLarge();
          // Pictures and macros hold no cells.
          return /\.(?:xml|rels)$/i.test(name);
        },
      });
    } catch (error) {
      if (error instanceof FileRefused) throw error;
      return {};
    }
  })();
  if (unzipped["xl/workbook.xml"] === undefined) refuse(findings, "table/not-excel", {});
  const total = Object.values(unzipped).reduce((sum, { length }) => sum + length, 0);
  if (total > maxBytes) tooLarge();
  return zipSync(unzipped, { level: 0 });
}
