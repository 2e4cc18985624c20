/** Searching and sorting; without it the page shows everything, in the order of the ranks. */
export const script = `
for (const input of document.querySelectorAll("input[type=search]")) {
  const items = [...document.querySelectorAll(input.dataset.filter)];
  const status = document.getElementById(input.getAttribute("aria-describedby"));
  const fold = (text) => text.normalize("NFKD").replace(/\\p{M}/gu, "").toLowerCase();
  const texts = items.map((item) => fold(item.dataset.name));
  input.addEventListener("input", () => {
    const wanted = fold(input.value.trim());
    let shown = 0;
    items.forEach((item, i) => { item.hidden = !texts[i].includes(wanted); if (!item.hidden) shown += 1; });
    status.textContent = wanted === "" ? "" : shown + " of " + items.length + " countries";
  });
}
for (const header of document.querySelectorAll("table.sortable thead th")) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...header.childNodes);
  header.append(button);
  button.addEventListener("click", () => {
    const table = header.closest("table"), body = table.tBodies[0], column = header.cellIndex;
    const descending = header.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const key = (row) => { const text = row.cells[column].dataset.value ?? row.cells[column].textContent; const number = Number(text); return text === "" || Number.isNaN(number) ? text : number; };
    const sign = descending ? -1 : 1;
    const rows = [...body.rows].sort((a, b) => { const x = key(a), y = key(b); return sign * (typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "en")); });
    body.append(...rows);
  });
}
for (const link of document.querySelectorAll("a[data-open]")) {
  link.addEventListener("click", () => { const target = document.getElementById(link.dataset.open); if (target) { target.hidden = false; target.open = true; } });
}
if (location.hash) { const target = document.getElementById(location.hash.slice(1)); if (target instanceof HTMLDetailsElement) target.open = true; }
`;
