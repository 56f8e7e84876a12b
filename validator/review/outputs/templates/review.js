"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const panel = document.getElementById("panel");
const all = document.getElementById("all");
const form = document.getElementById("filters");
const LEVELS = {f: "full", h: "half", e: "empty", o: "open", n: "none"};

// Fill the blanks {name} of one of our sentences.
function say(key, values) {
  return words[key].replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
}

// Make a node: texts become text nodes and nothing else, so that no report can bring markup with it.
function node(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const child of children.flat()) if (child !== null && child !== undefined && child !== "") made.append(child);
  return made;
}

function link(href, text) {
  const made = node("a", "", text);
  made.href = href;
  return made;
}

function mark(word, level) {
  return node("span", "mark " + level, word);
}

function table(heads, rows) {
  const head = node("tr", "", heads.map((text) => { const th = node("th", "", text); th.scope = "col"; return th; }));
  const body = rows.map((cells) => node("tr", "", cells.map((cell) => node("td", "", cell))));
  return node("table", "plain", node("thead", "", head), node("tbody", "", body));
}

function part(title, ...children) {
  return node("section", "", node("h3", "", title), ...children);
}

// A command to copy: it is seen whole, nobody can change it, and it marks itself when it is reached.
let commands = 0;

function command(label, text) {
  const name = node("span", "", label), box = node("code", "", text);
  name.id = "command-" + ++commands;
  box.tabIndex = 0;
  box.setAttribute("role", "textbox");
  box.setAttribute("aria-readonly", "true");
  box.setAttribute("aria-labelledby", name.id);
  box.addEventListener("focus", () => getSelection().selectAllChildren(box));
  return node("div", "command", name, box);
}

// ---- The panel: what the address names is open; Escape or the button closes it, and the focus goes back.

let opener = null;

function route() {
  const found = /^#(unit|pair)-(\d+)(?:\/([\w.-]+))?$/.exec(location.hash);
  const kind = found && (found[1] === "unit" ? data.units : data.pairs);
  if (!kind || !kind[Number(found[2])]) return shut();
  const number = Number(found[2]);
  if (panel.hidden) opener = document.activeElement;
  if (found[1] === "unit") panel.replaceChildren(...unitView(number));
  else panel.replaceChildren(...pairView(number));
  show(found[3]);
}

function show(rule) {
  panel.hidden = false;
  all.inert = true;
  document.documentElement.classList.add("reading");
  panel.scrollTop = 0;
  const aim = rule && panel.querySelector("#rule-" + CSS.escape(rule));
  if (aim) {
    aim.classList.add("aimed");
    for (const fold of aim.querySelectorAll("details")) fold.open = true;
    aim.scrollIntoView({block: "start"});
  }
  (aim || panel.querySelector("h2")).focus({preventScroll: true});
}

function shut() {
  if (panel.hidden) return;
  panel.hidden = true;
  panel.replaceChildren();
  all.inert = false;
  document.documentElement.classList.remove("reading");
  const back = opener && opener !== document.body && opener.isConnected ? opener : document.querySelector(".ranking a");
  if (back) back.focus({preventScroll: false});
  opener = null;
}

function close() {
  history.pushState(null, "", location.href.split("#")[0]);
  shut();
}

function panelHead(title, ...children) {
  const heading = node("h2", "", title);
  heading.id = "panel-title";
  heading.tabIndex = -1;
  const button = node("button", "", words.close);
  button.type = "button";
  button.addEventListener("click", close);
  return node("div", "panel-head", heading, ...children, button);
}

// The units before and after, in the order and within the choice that the list shows now.
function neighbours(number) {
  const shown = [...document.querySelectorAll(".ranking tbody tr:not([hidden])")].map((row) => Number(row.dataset.unit));
  const at = shown.indexOf(number);
  return [[words.previous, shown[at - 1]], [words.next, at < 0 ? undefined : shown[at + 1]]].map(([word, target]) => {
    const button = node("button", "", word);
    button.type = "button";
    button.disabled = target === undefined;
    button.addEventListener("click", () => { location.replace("#unit-" + target); });
    return button;
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) {
    event.preventDefault();
    close();
  }
});
window.addEventListener("hashchange", route);
