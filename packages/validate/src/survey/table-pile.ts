import { type Column, cellAt, type Table, tableOf, textColumn } from "@vitalcore/core";

/** Puts tables with the same columns on top of each other. */
export interface TablePile {
  add(table: Table): void;
  /** All rows so far, as one table. */
  table(): Table;
}

/** A pile keeps columns, not rows: eight bytes for a number, four for a text that has occurred before. */
export function tablePile(): TablePile {
  const parts = new Map<string, Column[]>();
  const identifying = new Set<string>();
  let names: readonly string[] | undefined;
  return {
    add(table) {
      names ??= table.names;
      for (const name of table.identifying) identifying.add(name);
      for (const name of names) {
        const part = table.column(name);
        const known = parts.get(name);
        if (known === undefined) parts.set(name, [part]);
        else known.push(part);
      }
    },
    table() {
      const columns = (names ?? []).map((name): [string, Column] => [
        name,
        joined(parts.get(name) ?? []),
      ]);
      return tableOf(columns, { identifying }) as Table;
    },
  };
}

function lengthOf(parts: readonly { readonly values: { readonly length: number } }[]): number {
  return parts.reduce((sum, { values }) => sum + values.length, 0);
}

function joined(parts: readonly Column[]): Column {
  const numbers = parts.filter((part) => part.kind === "number");
  if (numbers.length === parts.length) {
    const values = new Float64Array(lengthOf(numbers));
    let at = 0;
    for (const part of numbers) {
      values.set(part.values, at);
      at += part.values.length;
    }
    return { kind: "number", values };
  }
  const booleans = parts.filter((part) => part.kind === "boolean");
  if (booleans.length === parts.length) {
    const values = new Uint8Array(lengthOf(booleans));
    let at = 0;
    for (const part of booleans) {
      values.set(part.values, at);
      at += part.values.length;
    }
    return { kind: "boolean", values };
  }
  // What is text in one part is text in all of them.
  const texts = parts.flatMap((part) => {
    const length = part.kind === "text" ? part.codes.length : part.values.length;
    return Array.from({ length }, (_, i) => {
      const cell = cellAt(part, i);
      return cell === null ? null : String(cell);
    });
  });
  return textColumn(texts);
}
