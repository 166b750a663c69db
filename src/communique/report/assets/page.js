// The page put together: what is open, the keys, and what is drawn anew after a change.

function open(article, id = null) {
  state.article = article;
  state.record = id;
  drawList();
  if (!article) return clear();
  drawText(article);
  drawCards(article);
  return document.getElementById("text").scrollTo(0, 0);
}

function clear() {
  document.getElementById("text").replaceChildren(make("p", { classes: "note" }, "No article passes the filters."));
  document.getElementById("events").replaceChildren();
}

function redraw() {
  const shown = shownArticles();
  const article = shown.includes(state.article) ? state.article : shown[0] ?? null;
  if (article !== state.article) open(article);
  else {
    drawList();
    if (article) {
      drawText(article);
      drawCards(article);
    }
  }
  if (state.view !== "read") drawChart();
}

function choose(id) {
  state.record = id;
  for (const element of document.querySelectorAll("#events .card")) element.classList.toggle("chosen", element.dataset.record === id);
  light(id);
}

/** Opens the article of an event and brings the event into sight. */
function goTo(id) {
  show("read");
  open(state.articles.find((article) => article.records.some((record) => record.id === id)), id);
  focusCard(id);
}

function focusCard(id) {
  const element = document.querySelector(`#events [data-record="${id}"]`);
  choose(id);
  element?.scrollIntoView({ block: "nearest" });
  element?.focus({ preventScroll: true });
  document.querySelector("#text .lit, #text .lit-evidence")?.scrollIntoView({ block: "nearest" });
}

function only(name, value) {
  document.getElementById("filters").elements[name].value = value;
  filters[name] = value;
  show("read");
  redraw();
}

function show(view) {
  state.view = view;
  document.getElementById("read").hidden = view !== "read";
  document.getElementById("chart").hidden = view === "read";
  for (const button of document.querySelectorAll("#views button")) {
    if (button.dataset.view === view) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  }
  if (view !== "read") drawChart();
}

/** The next or the one before, in a list that ends at its ends. */
const beside = (list, one, step) => list[Math.max(0, Math.min(list.length - 1, list.indexOf(one) + step))];

function stepArticle(step) {
  const article = beside(shownArticles(), state.article, step);
  if (!article) return;
  open(article);
  document.querySelector('#list [aria-current="true"]')?.focus();
}

function stepEvent(step) {
  const ids = [...document.querySelectorAll("#events .card")].map((element) => element.dataset.record);
  const id = state.record === null ? ids[0] : beside(ids, state.record, step);
  if (id) focusCard(id);
}

const KEYS = {
  j: ["next article", () => stepArticle(1)],
  k: ["article before", () => stepArticle(-1)],
  n: ["next event", () => stepEvent(1)],
  p: ["event before", () => stepEvent(-1)],
  a: ["accept the event", () => state.record && judge(state.record, true)],
  r: ["reject the event", () => state.record && judge(state.record, false)],
  u: ["undo what you did to it", () => state.record && undo(state.record)],
  "/": ["search", () => document.getElementById("filters").elements.search.focus()],
  1: ["read", () => show("read")],
  2: ["timeline", () => show("timeline")],
  3: ["who met whom", () => show("network")],
  4: ["countries", () => show("matrix")],
  5: ["linked events, where there are any", () => state.occurrences.length && show("linked")],
  e: ["export corrections", exportCorrections],
  "?": ["these keys", () => document.getElementById("help").showModal()],
};

function pressed(event) {
  const target = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, select, textarea, dialog")) {
    if (event.key === "Escape") target.blur();
    return;
  }
  if ((event.key === "Enter" || event.key === " ") && target.closest("#text [data-values]")) {
    event.preventDefault();
    pick(target.closest("[data-values]"));
  } else if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key][1]();
  }
}

/** A mention was chosen: its event; once more, the next event that has it. */
function pick(element) {
  const ids = [...new Set(JSON.parse(element.dataset.values).map(([id]) => id))];
  focusCard(ids[(ids.indexOf(state.record) + 1) % ids.length]);
}

function listen() {
  document.addEventListener("keydown", pressed);
  document.getElementById("text").addEventListener("click", (event) => {
    const element = event.target.closest("[data-values]");
    if (element && document.getSelection().isCollapsed) pick(element);
  });
  document.getElementById("views").addEventListener("click", (event) => event.target.dataset.view && show(event.target.dataset.view));
  document.getElementById("export").addEventListener("click", exportCorrections);
  document.getElementById("keys").addEventListener("click", KEYS["?"][1]);
  document.getElementById("help-keys").replaceChildren(...Object.entries(KEYS).flatMap(([key, [words]]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words)]));
  window.addEventListener("beforeunload", (event) => { if (state.edited.size) event.preventDefault(); });
}

async function start() {
  take(await unpacked());
  document.querySelector('[data-view="linked"]').hidden = !state.occurrences.length;
  fillFilters();
  listen();
  open(state.articles[0] ?? null);
  document.body.dataset.ready = "yes";
}

start();
