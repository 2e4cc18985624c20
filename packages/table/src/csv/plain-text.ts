/** A text, and the codes of its characters: loops over these cost a fraction of asking the text for each. */
export interface PlainText {
  readonly text: string;
  readonly codes: Uint8Array | Uint16Array;
}

/** Gives texts their codes; each replaces the one before. */
export function plainTexts(): (text: string) => PlainText {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(0);
  return (text) => {
    if (bytes.length < text.length) bytes = new Uint8Array(text.length);
    // One byte for each character: all are ASCII, and their bytes are their codes.
    const codes = bytes.subarray(0, text.length);
    const { read, written } = encoder.encodeInto(text, codes);
    if (read === text.length && written === text.length) return { text, codes };
    const wide = new Uint16Array(text.length);
    for (let i = 0; i < wide.length; i++) wide[i] = text.charCodeAt(i);
    return { text, codes: wide };
  };
}
