// What the reader decides: an event accepted or rejected, a value corrected, added or taken away; and the export.

const clone = (record) => structuredClone(current(record));
const recordOf = (id) => state.records.find((record) => record.id === id);

function keep(record) {
  state.edited.set(record.id, record);
  state.record = record.id;
  redraw();
}

function judge(id, accepted) {
  keep({ ...clone(recordOf(id)), accepted });
}

function undo(id) {
  state.edited.delete(id);
  redraw();
}

/** Sets the value on a pointer; groups and lists on the way are made. null takes it away, and an empty group with it. */
function setValue(record, path, value) {
  const names = path.split("/").slice(1);
  let node = record.event;
  names.slice(0, -1).forEach((name, index) => {
    if (node[name] === undefined || node[name] === null) node[name] = /^\d+$/.test(names[index + 1]) ? [] : {};
    node = node[name];
  });
  const last = names.at(-1);
  if (value === null && Array.isArray(node)) node.splice(Number(last), 1);
  else if (value === null) node[last] = null;
  else node[last] = value;
}

/** The check that says a reader decided; those of refused values stay as they were. */
function decided(record, path, value, before) {
  const check = {
    path,
    verdict: value ? "supported" : "not_found",
    tier: value ? "verbatim" : null,
    proposed: value ? value.text : String(told(before ?? {})),
    value: value ? value.value : null,
    span: value ? { start: value.start, end: value.end } : null,
    found: null,
    rule: "corrected",
    reason: value ? "a reader chose these words" : "a reader took it away",
  };
  record.checks = [...record.checks.filter((one) => one.path !== path), check];
}

const at = (record, path) => path.split("/").slice(1).reduce((node, name) => node?.[name], record.event);

/** The form that corrects a value: the words come from the text, and what they mean is typed where it is not the words. */
function edit(id, path) {
  const record = clone(recordOf(id));
  const before = at(record, path) ?? null;
  editor(record, path, before, fieldOf(record.kind, path), before ? typeOf(record.kind, path, before) : fieldOf(record.kind, path)?.type ?? "phrase");
}

function editor(record, path, before, field, type) {
  document.querySelector(".editor")?.remove();
  const words = make("output", {}, before?.text ?? "select words in the text, then press “Use the selected words”");
  const chosen = { span: before?.start !== undefined && before?.start !== null ? { start: before.start, end: before.end, text: before.text } : null };
  const meaning = meaningInput(type, field, before);
  const fault = make("p", { classes: "fault", role: "alert" });
  const use = () => {
    const span = selectedSpan(state.article);
    if (!span) return fault.replaceChildren("Select words in the text first.");
    chosen.span = span;
    words.replaceChildren(span.text);
    if (meaning.follows) meaning.input.value = span.text;
    return fault.replaceChildren();
  };
  const save = (event) => {
    event.preventDefault();
    const value = chosen.span && valueFrom(type, chosen.span, meaning.input.value.trim(), before);
    if (!value) return fault.replaceChildren(chosen.span ? `This is not ${WANTED[type] ?? "a value"}.` : "Select words in the text first.");
    setValue(record, path, value);
    decided(record, path, value, before);
    return keep(record);
  };
  const form = make(
    "form",
    { classes: "editor", on: { submit: save, click: (event) => event.stopPropagation() } },
    make("h4", {}, `Correct ${label(path)}`),
    make("p", {}, "Words: ", words),
    make("label", {}, "Value ", meaning.input),
    fault,
    make("p", { classes: "buttons" },
      make("button", { type: "button", on: { mousedown: (event) => event.preventDefault(), click: use } }, "Use the selected words"),
      make("button", {}, "Save"),
      before && make("button", { type: "button", on: { click: () => { setValue(record, path, null); decided(record, path, null, before); keep(record); } } }, "Take it away"),
      make("button", { type: "button", on: { click: () => form.remove() } }, "Cancel")),
  );
  document.querySelector(`[data-record="${record.id}"]`)?.append(form);
  form.querySelector("button").focus();
}

const WANTED = {
  country: "a country of three letters (ISO 3166-1), like TUR",
  when: "an EDTF date, like 2026-03-07, 2018-07 or 2023-35",
  amount: "a number, with its currency where it has one: 1300000000 USD",
  quantity: "a number with its noun: 4 corvettes",
};

function meaningInput(type, field, before) {
  if (type === "choice" && field) {
    const options = field.options.map((option) => make("option", { selected: option === before?.value }, option));
    return { input: make("select", { name: "meaning" }, ...options), follows: false };
  }
  const follows = !(type in WANTED);
  return { input: make("input", { name: "meaning", value: before ? told(before).replaceAll(",", type in WANTED ? "" : ",") : "", placeholder: WANTED[type] ?? "", readonly: follows && type === "quote" }), follows };
}

const GRANULARITY = [[/\//, "interval"], [/X$/, "decade"], [/-\d\d-\d\d/, "day"], [/-2[1-4]/, "season"], [/-3[3-6]/, "quarter"], [/-4[01]/, "half"], [/-\d\d/, "month"], [/./, "year"]];

/** The field value for the selected words and what was typed, or null where that is none. */
function valueFrom(type, { text, start, end }, meaning, before) {
  const words = { text, start, end };
  if (!meaning) return null;
  if (type === "country") return /^[A-Z]{3}$/.test(meaning) ? { ...words, value: meaning } : null;
  if (type === "when") {
    const granularity = GRANULARITY.find(([pattern]) => pattern.test(meaning))[1];
    return daysOf(meaning) ? { ...words, value: meaning, granularity, anchor: before?.anchor ?? "none", partial: null } : null;
  }
  if (type === "amount" || type === "quantity") return countFrom(words, meaning, type);
  return { ...words, value: meaning };
}

function countFrom(words, meaning, type) {
  const [, figure, rest] = /^([\d.]+)\s*(.*)$/.exec(meaning) ?? [];
  if (!figure || Number.isNaN(Number(figure))) return null;
  const currency = type === "amount" && /^[A-Z]{3}$/.test(rest) ? rest : null;
  return { ...words, value: Number(figure), max: null, currency, unit: currency ? null : rest || null, modifier: "exact" };
}

/** Where a new value may go: fields that are empty, one more of a list, a member of a group. */
function places(record) {
  return (state.kinds[record.kind] ?? []).flatMap((field) => {
    const holder = field.group ? `/${field.group}` : "";
    if (!field.many) return at(record, `${holder}/${field.name}`) ? [] : [`${holder}/${field.name}`];
    if (!field.group) return [`/${field.name}/${record.event[field.name]?.length ?? 0}`];
    const members = record.event[field.group] ?? [];
    const inside = members.map((member, index) => (member[field.name] ? null : `${holder}/${index}/${field.name}`));
    return [...inside.filter(Boolean), `${holder}/${members.length}/${field.name}`];
  });
}

function add(id) {
  const record = clone(recordOf(id));
  const offered = places(record);
  if (!offered.length) return;
  const choice = make("select", { name: "place" }, ...offered.map((path) => make("option", { value: path }, label(path))));
  const start = () => editor(record, choice.value, null, fieldOf(record.kind, choice.value), fieldOf(record.kind, choice.value).type);
  const form = make("form", { classes: "editor", on: { submit: (event) => { event.preventDefault(); start(); }, click: (event) => event.stopPropagation() } },
    make("label", {}, "Which value? ", choice), make("button", {}, "Go on"));
  document.querySelector(".editor")?.remove();
  document.querySelector(`[data-record="${id}"]`)?.append(form);
  choice.focus();
}

/** Both files as they would come from a run: `communique evaluate` takes them as gold. */
function exportLines() {
  const line = (value) => `${JSON.stringify(value)}\n`;
  return {
    "corrected.jsonl": state.records.map((record) => line(current(record))).join(""),
    "corrected.articles.jsonl": state.articles.map((article) => line(article.report)).join(""),
  };
}

function save(name, text) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "application/jsonl" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function exportCorrections() {
  Object.entries(exportLines()).forEach(([name, text]) => save(name, text));
  document.getElementById("totals").textContent = "corrected.jsonl and corrected.articles.jsonl are in your downloads; keep them together.";
}
