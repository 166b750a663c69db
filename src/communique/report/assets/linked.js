// Events that several articles tell of: what each says, side by side, with conflicts marked and the reasons of the links.

const DRAWN = { timeline: drawTimeline, network: drawNetwork, matrix: drawMatrix, linked: drawLinked };

function drawChart() {
  const pane = document.getElementById("chart");
  pane.replaceChildren();
  DRAWN[state.view](pane);
}

/** The occurrences one of whose events passes the filters, most sources first. */
function shownOccurrences() {
  const shown = new Set(shownRecords().map((record) => record.id));
  const passing = state.occurrences.filter((one) => one.sources.some((source) => shown.has(source.record)));
  return passing.sort((a, b) => b.independent - a.independent || b.sources.length - a.sources.length);
}

function drawLinked(pane) {
  const occurrences = shownOccurrences();
  if (!occurrences.length) return nothing(pane, "No event that passes the filters is told by two articles.");
  return pane.append(...occurrences.map(occurrenceTable));
}

function occurrenceTable(one) {
  const head = ["", ...one.sources.map((source) => sourceButton(source))];
  const rows = one.fields.map((field) =>
    make("tr", { classes: field.conflict ? "conflict" : null },
      make("th", { scope: "row" }, label(field.path), field.conflict ? " (conflict)" : null),
      ...one.sources.map((source) => make("td", {}, saidBy(field, source.record)))),
  );
  return make("section", { classes: "occurrence", "aria-label": `${kindName(one.kind)} told by ${one.sources.length} articles` },
    make("h2", {}, `${kindName(one.kind)}: ${one.sources.length} sources, ${one.independent} independent`),
    make("div", { classes: "scroll", tabindex: 0, role: "region", "aria-label": "What each source says" },
      make("table", {}, make("thead", {}, make("tr", {}, ...head.map((cell) => make("th", { scope: "col" }, cell)))), make("tbody", {}, ...rows))),
    one.copies.length ? make("p", { classes: "note" }, `One text: ${one.copies.map((ids) => ids.join(" = ")).join("; ")}`) : null,
    make("details", {}, make("summary", {}, "Why they are linked"), make("ul", {}, ...one.links.map((link) => make("li", {}, `${articleOf(one, link.records[0])} and ${articleOf(one, link.records[1])}: ${link.why.join(", ")}`)))),
  );
}

const articleOf = (one, record) => one.sources.find((source) => source.record === record)?.article ?? record;

function sourceButton(source) {
  const known = state.records.some((record) => record.id === source.record);
  return known ? make("button", { type: "button", on: { click: () => goTo(source.record) } }, source.article) : source.article;
}

/** What a source says of a field: nothing, the words that most say, or others. */
function saidBy(field, record) {
  const found = field.said.findIndex((said) => said.records.includes(record));
  if (found < 0) return "–";
  const said = field.said[found];
  const words = typeof said.value === "number" ? said.text : told(said);
  return found === 0 ? words : make("em", {}, words);
}
