
// ---- The lists: filters, order, and the heat map under the arrow keys.

const bodies = [document.querySelector(".ranking tbody"), document.querySelector(".heat tbody")];
const heads = [...document.querySelectorAll(".ranking thead th")];
const titles = [...document.querySelectorAll(".heat thead .title")].map((title) => title.textContent);
const collator = new Intl.Collator("zh");
const units = [...bodies[0].rows].map((row, i) => ({
  rows: [row, bodies[1].rows[i]],
  place: i,
  name: row.cells[1].textContent.toLowerCase(),
  kind: row.cells[2].textContent,
  data: row.dataset,
}));
let flag = "";

function fill() {
  const kinds = [...new Set(units.map((unit) => unit.kind))].filter(Boolean);
  form.elements.kind.append(...kinds.map((kind) => new Option(kind, kind)));
}

function filter() {
  const wanted = Object.fromEntries(new FormData(form));
  const text = wanted.text.trim().toLowerCase();
  let count = 0;
  for (const unit of units) {
    const shown = unit.name.includes(text)
      && (!wanted.kind || unit.kind === wanted.kind)
      && (!wanted.standing || unit.data.standing === wanted.standing)
      && (!wanted.lacks || unit.data.lacks.includes(" " + wanted.lacks + " "))
      && (!wanted.flag || unit.data.flags.includes(" " + wanted.flag + " "))
      && (!flag || unit.data.flags.includes(" " + flag + " "));
    for (const row of unit.rows) row.hidden = !shown;
    count += shown;
  }
  document.getElementById("found").textContent = say("found", {all: units.length, n: count});
  for (const button of figures) button.setAttribute("aria-pressed", String(button.dataset.flag === flag && flag !== ""));
  enter();
}

// What a column is sorted by: a number where all of it are numbers, else the text; what is empty comes last.
function sort(column) {
  const head = heads[column];
  const descending = head.getAttribute("aria-sort") === "ascending";
  for (const other of heads) other.setAttribute("aria-sort", "none");
  head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  const keys = new Map(units.map((unit) => {
    const cell = unit.rows[0].cells[column];
    const text = cell.dataset.v === undefined ? cell.textContent : cell.dataset.v;
    return [unit, text === "—" ? "" : text];
  }));
  const numbers = [...keys.values()].every((text) => text === "" || !Number.isNaN(Number(text)));
  const compare = numbers ? (a, b) => a - b : collator.compare;
  units.sort((a, b) => {
    const x = keys.get(a), y = keys.get(b);
    if ((x === "") !== (y === "")) return x === "" ? 1 : -1;
    return (descending ? compare(y, x) : compare(x, y)) || a.place - b.place;
  });
  bodies.forEach((body, i) => body.append(...units.map((unit) => unit.rows[i])));
  enter();
}

const figures = [...document.querySelectorAll(".figures button")];
for (const button of figures) {
  button.disabled = false;
  button.addEventListener("click", () => {
    if (button.dataset.flag === "") form.reset();
    flag = flag === button.dataset.flag ? "" : button.dataset.flag;
    filter();
  });
}
heads.forEach((head, i) => {
  const button = head.querySelector("button");
  button.disabled = false;
  button.addEventListener("click", () => sort(i));
});
form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => { flag = ""; setTimeout(filter); });

// ---- The heat map: one cell is in the order of the Tab key, the arrow keys go on from it.

const heat = document.querySelector(".heat");
let current = null;

// The cell that the Tab key leads to: the one last used, or the first.
function enter() {
  if (current && !current.parentNode.hidden) return;
  const row = [...bodies[1].rows].find((candidate) => !candidate.hidden);
  if (row) aim(row.cells[1]);
}

function aim(cell) {
  if (current) current.tabIndex = -1;
  current = cell;
  cell.tabIndex = 0;
  const title = cell.classList.contains("no") ? "" : titles[cell.cellIndex - 1] + words.comma;
  cell.setAttribute("aria-label", cell.parentNode.cells[0].textContent + words.colon + title + cell.textContent);
}

function step(row, direction) {
  let next = row;
  do next = direction > 0 ? next.nextElementSibling : next.previousElementSibling; while (next && next.hidden);
  return next || row;
}

function target(key, cell, column) {
  const row = cell.parentNode;
  const at = (found, i) => found.cells[Math.max(1, Math.min(i, found.cells.length - 1))];
  const moves = {
    ArrowRight: () => at(row, cell.cellIndex + 1), ArrowLeft: () => at(row, cell.cellIndex - 1),
    ArrowDown: () => at(step(row, 1), column), ArrowUp: () => at(step(row, -1), column),
    Home: () => at(row, 1), End: () => at(row, row.cells.length - 1),
  };
  return key in moves ? moves[key]() : null;
}

function openCell(cell) {
  const rule = cell.classList.contains("no") ? "" : "/" + data.columns[cell.cellIndex - 1];
  aim(cell);
  cell.focus();
  location.hash = "#unit-" + cell.parentNode.dataset.unit + rule;
}

let column = 1;
heat.setAttribute("role", "grid");
heat.addEventListener("keydown", (event) => {
  const cell = event.target.closest("td");
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    return openCell(cell);
  }
  const next = target(event.key, cell, column);
  if (!next) return;
  event.preventDefault();
  if (!event.key.startsWith("ArrowU") && !event.key.startsWith("ArrowD")) column = next.cellIndex;
  aim(next);
  next.focus();
});
heat.addEventListener("click", (event) => {
  const cell = event.target.closest("td");
  if (!cell) return;
  column = cell.cellIndex;
  openCell(cell);
});

fill();
filter();
route();
