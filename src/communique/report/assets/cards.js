// The events of the article, on the right: every value with its verdict, what was refused and why, what may be missed.

const ASSERTED = ["supported", "inferred"];

function drawCards(article) {
  const pane = document.getElementById("events");
  const records = article.records.map(current).filter(passes);
  const others = article.records.length - records.length;
  pane.replaceChildren(make("h2", {}, `${records.length} ${records.length === 1 ? "event" : "events"}`), ...records.map(card));
  if (others) pane.append(make("p", { classes: "note" }, `${others} more that the filters leave out.`));
  if (article.report.missed_evidence.length) pane.append(missedList(article));
}

function card(record) {
  const chosen = record.id === state.record;
  return make(
    "article",
    {
      classes: `card ${record.accepted ? "" : "refused"} ${chosen ? "chosen" : ""}`,
      tabindex: 0,
      "aria-label": `${kindName(record.kind)}: ${headline(record)}`,
      data: { record: record.id },
      on: {
        mouseenter: () => light(record.id),
        mouseleave: () => light(state.record),
        focusin: () => light(record.id),
        click: () => choose(record.id),
      },
    },
    make("h3", {}, `${kindName(record.kind)} `, make("span", { classes: "state" }, stateOf(record))),
    make("p", { classes: "headline" }, headline(record)),
    valueTable(record),
    buttons(record),
    make("p", { classes: "provenance" }, `${record.id} · ${record.provenance.model} · ${record.provenance.prompt}`),
  );
}

function stateOf(record) {
  const state_ = record.accepted ? "accepted" : "not accepted";
  return state.edited.has(record.id) ? `${state_}, by you` : state_;
}

function valueTable(record) {
  const checks = new Map(record.checks.map((check) => [check.path, check]));
  const held = [...valuesOf(record)].map((one) => valueRow(record, one, checks.get(one.path)));
  const refused = record.checks.filter((check) => !ASSERTED.includes(check.verdict)).map((check) => refusedRow(check));
  return make("table", {}, make("caption", {}, "Values"), make("tbody", {}, ...held, ...refused));
}

function valueRow(record, { path, value, type }, check) {
  const words = value.text !== null && value.text !== told(value) ? make("q", {}, value.text) : null;
  return make(
    "tr",
    { data: { path }, on: { mouseenter: () => light(record.id, path), mouseleave: () => light(record.id) } },
    make("th", { scope: "row" }, label(path)),
    make("td", {}, make("span", { classes: `told t-${type}` }, told(value)), words && " ", words, " ", verdict(check)),
    make("td", {}, make("button", { type: "button", classes: "small", "aria-label": `Correct ${label(path)}`, on: { click: () => edit(record.id, path) } }, "Correct")),
  );
}

function verdict(check) {
  if (!check) return make("span", { classes: "verdict" }, "not checked");
  const how = [check.tier, check.rule].filter(Boolean).join(", ");
  return make("span", { classes: `verdict v-${check.verdict}`, title: check.reason }, `${check.verdict.replace("_", " ")}${how ? ` (${how})` : ""}: ${check.reason}`);
}

function refusedRow(check) {
  const found = check.found ? ` The article says “${check.found}”.` : "";
  return make(
    "tr",
    { classes: "refused" },
    make("th", { scope: "row" }, label(check.path)),
    make("td", { colspan: 2 }, make("del", {}, check.proposed), " ", make("span", { classes: `verdict v-${check.verdict}` }, `${check.verdict.replace("_", " ")}: ${check.reason}.${found}`)),
  );
}

function buttons(record) {
  const button = (words, act, pressed) =>
    make("button", { type: "button", "aria-pressed": pressed, on: { click: (event) => { event.stopPropagation(); act(); } } }, words);
  return make(
    "p",
    { classes: "buttons" },
    button("Accept", () => judge(record.id, true), String(state.edited.has(record.id) && record.accepted)),
    button("Reject", () => judge(record.id, false), String(state.edited.has(record.id) && !record.accepted)),
    button("Add a value", () => add(record.id)),
    state.edited.has(record.id) ? button("Undo", () => undo(record.id)) : null,
  );
}

function missedList(article) {
  const lines = article.report.missed_evidence.map((one) =>
    make("li", {}, `${kindName(one.kind)}: `, make("q", {}, article.offsets ? article.offsets.slice(one.start, one.end) : `characters ${one.start} to ${one.end}`)),
  );
  return make("section", { classes: "missed-list" }, make("h3", {}, "May have been missed"), make("ul", {}, ...lines));
}
