// Which events and articles are shown.

const filters = { search: "", kind: "", country: "", person: "", from: "", to: "", verdict: "", language: "" };

/** Whether an event passes what is chosen; the search is for whole articles and is asked apart. */
function passes(record) {
  const days = filters.from || filters.to ? dateOf(record) : null;
  return (
    (!filters.kind || record.kind === filters.kind) &&
    (!filters.country || countriesOf(record).includes(filters.country)) &&
    (!filters.person || namesOf(record).includes(filters.person)) &&
    (!filters.from || (days !== null && days[1] >= filters.from)) &&
    (!filters.to || (days !== null && days[0] <= filters.to)) &&
    (!filters.verdict || record.checks.some((check) => check.verdict === filters.verdict) || filters.verdict === stateOf(record))
  );
}

const asksForEvents = () => ["kind", "country", "person", "from", "to", "verdict"].some((name) => filters[name]);

function articleShown(article) {
  if (filters.language && article.report.article.language !== filters.language) return false;
  if (filters.search && !searched(article).includes(folded(filters.search))) return false;
  return !asksForEvents() || article.records.map(current).some(passes);
}

function searched(article) {
  article.folded ??= folded(`${article.id} ${article.title ?? ""} ${article.text ?? ""} ${article.records.map(headline).join(" ")}`);
  return article.folded;
}

const shownArticles = () => state.articles.filter(articleShown);
const shownRecords = () => shownArticles().flatMap((article) => article.records.map(current).filter(passes));

/** Fills the lists of the filters with what the records have, most frequent first. */
function fillFilters() {
  const form = document.getElementById("filters");
  const counted = (lists) => {
    const counts = new Map();
    for (const one of lists.flat()) counts.set(one, (counts.get(one) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  };
  const options = {
    kind: counted(state.records.map((record) => record.kind)),
    country: counted(state.records.map(countriesOf)),
    person: counted(state.records.map(namesOf)),
    verdict: counted(state.records.map((record) => [...new Set(record.checks.map((check) => check.verdict)), stateOf(record)])),
    language: counted(state.articles.map((article) => article.report.article.language ?? [])),
  };
  for (const [name, found] of Object.entries(options)) {
    form.elements[name].replaceChildren(make("option", { value: "" }, "all"),
      ...found.map(([value, count]) => make("option", { value }, `${value.replaceAll("_", " ")} (${count})`)));
  }
  const changed = () => {
    for (const name of Object.keys(filters)) filters[name] = form.elements[name].value;
    redraw();
  };
  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
}

function drawList() {
  const shown = shownArticles();
  const items = shown.map((article) => {
    const count = article.records.map(current).filter(passes).length;
    return make("li", {}, make(
      "button",
      { type: "button", "aria-current": article === state.article ? "true" : null, data: { article: article.id }, on: { click: () => open(article) } },
      make("span", { classes: "name" }, article.title ?? article.id),
      make("span", { classes: "facts" }, [article.report.article.published, article.report.status === "read" ? null : article.report.status, `${count} ${count === 1 ? "event" : "events"}`].filter(Boolean).join(" · ")),
    ));
  });
  document.getElementById("list").replaceChildren(make("ol", {}, ...items));
  const events = shown.flatMap((article) => article.records.map(current).filter(passes));
  document.getElementById("totals").textContent =
    `${shown.length} of ${state.articles.length} articles, ${events.length} of ${state.records.length} events` + (state.edited.size ? `, ${state.edited.size} corrected` : "");
}
