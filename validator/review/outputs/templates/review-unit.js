
// ---- One unit.

function unitView(number) {
  const unit = data.units[number];
  const head = panelHead(unit.name, ...neighbours(number), unitLine(unit));
  const sections = [facts(unit)];
  if (unit.results) sections.push(...elements(unit));
  if (unit.pairs) sections.push(copied(unit, number));
  if (unit.before) sections.push(before(unit.before));
  sections.push(decisions(unit));
  if (unit.files.length) sections.push(files(unit));
  return [head, ...sections.filter(Boolean)];
}

function unitLine(unit) {
  const score = unit.score && node("span", "total", words.score + words.colon + unit.score, node("small", "", unit.counts));
  const state = unit.state && node("span", "tag", unit.state);
  return node("p", "", unit.kind && node("span", "", unit.kind), mark(...unit.standing), unit.verdict && mark(...unit.verdict), score, state);
}

function facts(unit) {
  const pairs = [[words.timing, data.texts[unit.timing]], [words.exempt, unit.exempt]].filter(([, value]) => value);
  (unit.facts || []).forEach((value, i) => { if (value) pairs.push([data.facts[i], value]); });
  const list = node("dl", "facts", pairs.map(([name, value]) => node("div", "", node("dt", "", name), node("dd", "", value))));
  const unfit = unit.unfit && node("p", "unfit", node("strong", "", words.unfit + words.colon), unit.unfit, unit.results ? " " + words.reference : "");
  return node("div", "", list, unfit, (unit.notes || []).map((note) => node("p", "quiet", note)), unit.results || unit.unfit ? null : node("p", "quiet", words.no_report));
}

// A result as drilldown.py packs it; what is empty at its end was left out.
function unpacked(unit, packed) {
  const [rule, word, level, points, message = -1, evidence = [], decision = "", fix = -1] = packed;
  return {rule: data.rules[unit.pack][rule], word: data.texts[word], level: LEVELS[level], points: points || "", message: message < 0 ? "" : data.texts[message], below: message >= 0, evidence, decision, fix: fix < 0 ? data.rules[unit.pack][rule].fix : data.texts[fix]};
}

function elements(unit) {
  const results = unit.results.map((packed) => unpacked(unit, packed));
  const block = (title, wanted, commands) => {
    const chosen = results.filter(wanted);
    return chosen.length ? part(title, chosen.map((r) => ruleView(unit, r, commands))) : null;
  };
  const names = (title, wanted) => {
    const chosen = results.filter(wanted).map((r) => r.rule.title);
    return chosen.length ? node("p", "quiet", title + words.colon + chosen.join(words.semicolon) + words.stop.trim()) : null;
  };
  const full = (r) => r.level === "full";
  const unclear = (r) => !r.rule.scored && r.below && r.level === "open" && !r.evidence.length;
  const fine = (r) => !r.rule.scored && full(r) && !r.decision;  // what was not asked is neither fine nor to be checked
  return [
    block(words.lacking, (r) => r.rule.scored && r.below, true),
    block(words.others, (r) => !r.rule.scored && (r.below || r.decision) && !unclear(r), true),
    block(words.there, (r) => r.rule.scored && !r.below && full(r), false),
    block(words.spared, (r) => r.rule.scored && !r.below && !full(r), false),
    node("div", "rule", names(words.fine, fine), names(words.unclear, unclear)),
  ];
}

function ruleView(unit, r, toWrite) {
  const heading = node("h4", "", told(r), mark(r.word, r.level), r.points && node("span", "points quiet", r.points));
  const made = node("article", "rule", toWrite ? [heading, ...open(unit, r)] : folded(heading, r));
  made.id = "rule-" + r.rule.id;
  made.tabIndex = -1;
  return made;
}

// The heading: the element; of a check what was found, since its name says how it should be.
function told(r) {
  return !r.rule.scored && r.message ? r.message : r.rule.title;
}

// Something to write or to check: what was found, where, what to write instead, and how to disagree.
function open(unit, r) {
  const wrong = r.below && (r.level === "empty" || r.level === "half");
  const check = told(r) !== r.rule.title;
  const name = check ? words.check + words.colon + r.rule.title + words.stop : "";
  return [
    check ? null : r.message && node("p", "", r.message),
    ...r.evidence.map(context),
    wrong && r.fix ? node("p", "", node("strong", "", words.write + words.colon), r.fix) : null,
    r.below ? node("p", "source", name, words.source + words.colon, r.rule.source, " ", node("code", "", r.rule.id)) : null,
    decided(r),
    unit.command && unit.verdict && r.below && !r.decision ? command(r.rule.scored ? words.decide : words.decide_check, filled(unit.command, "correct " + r.rule.id + " --to pass")) : null,
  ].filter(Boolean);
}

// Something that is there: one line, with the report's words when it is opened.
function folded(heading, r) {
  if (!r.evidence.length) return [heading, decided(r)];
  heading.append(node("q", "", r.evidence[0][2].replace(/\s+/g, " ")));
  return [node("details", "", node("summary", "", heading), r.evidence.map(context)), decided(r)];
}

function decided(r) {
  return r.decision ? node("p", "", node("span", "tag", words.decisions), " ", r.decision) : null;
}

// The command that records a decision: what comes before and after the action.
function filled([start, end], action) {
  return start + " " + action + " " + end;
}

// Quotations in the middle of the report's own words: place, words, quotation, words, quotation, words …
function context([place, before, ...rest]) {
  const at = place && node("span", "place", place);
  if (!rest[0]) return at && node("p", "quote", at);
  const last = rest.length - 1;
  const told = rest.map((text, i) => (i % 2 ? text && text + (i === last ? "…" : "") : node("mark", "", text)));
  return node("p", "quote", at, before && "…" + before, told);
}

function copied(unit, number) {
  const share = unit.copied && node("p", "", say("copied_share", {share: unit.copied}));
  const pairs = unit.pairs.map((at) => pairBlock(data.pairs[at], at, data.pairs[at].units[0] !== number));
  return part(words.copied, share, node("p", "quiet", words.marks), ...pairs);
}

function before(b) {
  const value = (name, text) => text && node("div", "", node("dt", "", name), node("dd", "", text));
  const change = b.change === null ? "" : say("change", {n: (b.change > 0 ? "+" : "") + b.change});
  const list = node("dl", "facts", value(words.before_score, b.score + change), value(words.before_copied, b.copied), value(words.gained, b.gained.join(words.list)), value(words.lost, b.lost.join(words.list)), value(words.before_file, b.file));
  const quoted = (e) => e ? [e[0] && node("span", "place", e[0]), " ", node("q", "", e[1])] : "—";
  const tasks = b.tasks.map(([fate, level, share, task, echo]) => [quoted(task), mark(data.texts[fate], level), [quoted(echo), echo && level !== "none" ? " " + share : ""].flat()]);
  const repeated = b.repeated.map(([alike, here, there, pieces], i) => passage(i, alike, [[words.this_year, here], [words.last_year, there]], pieces, [[], []]));
  return part(words.before, list,
    tasks.length ? [node("h4", "", words.tasks), table([words.task, words.fate, words.echo], tasks)] : null,
    repeated.length ? [node("h4", "", words.repeated), ...repeated] : null);
}

function decisions(unit) {
  const returning = {report: words.decide_all, file: words.decide_file}[unit.whole];
  const lapsed = (unit.lapsed || []).map((text) => node("li", "", text));
  return part(words.decisions,
    node("ul", "", (unit.decisions || []).map((text) => node("li", "", text))),
    lapsed.length ? [node("h4", "", words.lapsed), node("ul", "", lapsed)] : null,
    unit.whole === "doubtful" ? node("p", "quiet", words.decide_whose) : null,
    returning && unit.command ? command(returning, filled(unit.command, "return")) : null);
}

function files(unit) {
  const rows = unit.files.map(([path, role, why, score]) => [path, data.texts[role], data.texts[why], score]);
  return part(words.files, table([words.file, words.role, words.why, words.score], rows));
}

// ---- Copied text.

function pairView(number) {
  const pair = data.pairs[number];
  const title = say("pair", {a: pair.names[0], b: pair.names[1] + (pair.year ? " " + pair.year : "")});
  return [panelHead(title), node("p", "quiet", words.marks), pairBlock(pair, number, false, true)];
}

// *turned*: the second unit stands on the left, because its page is open.
function pairBlock(pair, number, turned, alone) {
  const order = turned ? [1, 0] : [0, 1];
  const names = pair.names.map((name, i) => name + (i && pair.year ? " " + pair.year : ""));
  const titled = (i) => (pair.units[i] === null || (i && pair.year) ? names[i] : link("#unit-" + pair.units[i], names[i]));
  const line = [say("characters", {n: pair.characters}), ...order.map((i) => say("share", {name: names[i], share: pair.shares[i]}))];
  if (pair.earlier) line.push(say("earlier", {name: pair.earlier}));
  const other = alone ? [titled(0), titled(1)] : [titled(order[1])];
  const heading = node("div", "aligned", node("h4", "", other.flatMap((item, i) => (i ? [" · ", item] : [item]))), node("span", "quiet", line.join(words.comma)));
  const passages = pair.passages.map(([here, there, alike, pieces, ...traces], i) => {
    const places = [[names[0], here], [names[1], there]];
    return passage(i, alike, order.map((k) => places[k]), order.map((k) => pieces[k] || pieces[0]), order.map((k) => traces[k]));
  });
  return node("div", "", heading, passages, pair.more ? node("p", "quiet", say("more_passages", {n: pair.more})) : null);
}

function passage(i, alike, sides, pieces, traces) {
  const heading = node("p", "quiet", say("passage", {n: i + 1, alike: alike}));
  return node("div", "passage", heading, node("div", "sides", sides.map((side, k) => sideView(side, pieces[k] || pieces[0], traces[k]))));
}

// Pieces: kind, text, kind, text …; 1: differs from the other side, 2: belongs to another report.
function sideView([name, place], pieces, traces) {
  const text = node("p");
  for (let i = 0; i < pieces.length; i += 2) {
    text.append(pieces[i] ? node(pieces[i] === 1 ? "mark" : "strong", "", pieces[i + 1]) : pieces[i + 1]);
  }
  const found = traces.length ? node("p", "traces", words.trace + words.colon + traces.join(words.list)) : null;
  return node("div", "side", node("h5", "", name + " ", node("span", "place", place)), text, found);
}
