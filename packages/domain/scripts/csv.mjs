/** Rows of a small CSV text (RFC 4180) as objects. Text stays text: "NA" is Namibia. */
export function csvRows(text) {
  const records = [];
  let record = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') cell += text[i++];
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "," || character === "\n") {
      record.push(cell);
      cell = "";
      if (character === "\n") {
        records.push(record);
        record = [];
      }
    } else if (character !== "\r") cell += character;
  }
  if (cell !== "" || record.length > 0) records.push([...record, cell]);
  const [header, ...rows] = records;
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}
