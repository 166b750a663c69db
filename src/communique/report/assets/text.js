// The article in the middle: its text, cut at every boundary of a value, an evidence sentence or a missed one.

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

/** What lies over the text of an article: values, evidence, sentences that may have been missed. */
function layersOf(article) {
  const layers = [];
  for (const record of article.records.map(current).filter(passes)) {
    for (const span of record.evidence) layers.push({ ...span, layer: "evidence", record: record.id });
    for (const { path, value, type } of valuesOf(record)) {
      if (value.start !== null) layers.push({ start: value.start, end: value.end, layer: "value", type, path, record: record.id });
    }
  }
  for (const span of article.report.missed_evidence) layers.push({ ...span, layer: "missed" });
  return layers.filter((one) => 0 <= one.start && one.start < one.end && one.end <= article.offsets.length);
}

/** The parts of the text between two boundaries, each with the layers over it. */
function* parts(article, layers) {
  const edges = [...new Set([0, article.offsets.length, ...layers.flatMap((one) => [one.start, one.end])])].sort((a, b) => a - b);
  const sorted = [...layers].sort((a, b) => a.start - b.start);
  let open = [];
  let next = 0;
  for (let index = 0; index + 1 < edges.length; index += 1) {
    const [start, end] = [edges[index], edges[index + 1]];
    open = open.filter((one) => one.end > start);
    while (next < sorted.length && sorted[next].start <= start) open.push(sorted[next++]);
    yield { start, end, over: [...open] };
  }
}

function drawText(article) {
  const pane = document.getElementById("text");
  pane.replaceChildren(articleHead(article));
  if (article.text === null) {
    pane.append(make("p", { classes: "note" }, "The text was not given: name it with --articles."));
    return;
  }
  const body = make("div", { classes: "body", lang: article.report.article.language });
  for (const part of parts(article, layersOf(article))) body.append(drawnPart(article, part));
  pane.append(body);
  light(state.record);
}

function articleHead(article) {
  const { article: reference, error, conflicts } = article.report;
  const facts = [
    reference.published ? `published ${reference.published}` : "publication date unknown",
    reference.language,
    article.report.status,
  ];
  const head = make("header", {}, make("h2", {}, article.title ?? article.id), make("p", { classes: "facts" }, facts.filter(Boolean).join(" · ")));
  if (error) head.append(make("p", { classes: "fault" }, error.message));
  for (const one of conflicts) {
    head.append(make("p", { classes: "fault" }, `The article contradicts itself: “${one.text}” says ${one.said}, ${one.value} is a ${one.falls_on}.`));
  }
  return head;
}

function drawnPart(article, { start, end, over }) {
  const values = over.filter((one) => one.layer === "value").sort((a, b) => a.end - a.start - (b.end - b.start));
  const evidence = [...new Set(over.filter((one) => one.layer === "evidence").map((one) => one.record))];
  const classes = [
    values.length ? `value t-${values[0].type}` : "",
    evidence.length ? "evidence" : "",
    over.some((one) => one.layer === "missed") ? "missed" : "",
  ];
  const element = make(values.length ? "mark" : "span", {
    classes: classes.filter(Boolean).join(" ") || null,
    title: values.length ? values.map((one) => label(one.path)).join("; ") : null,
    data: { start, ...(values.length && { values: JSON.stringify(values.map(({ record, path }) => [record, path])) }), ...(evidence.length && { evidence: evidence.join(" ") }) },
  });
  if (values.some((one) => one.start === start)) Object.assign(element, { tabIndex: 0 }).setAttribute("role", "button");
  element.append(...visible(article.offsets.slice(start, end)));
  return element;
}

/** The words with characters that nobody sees, or that turn the writing direction, shown by number. */
function* visible(text) {
  let plain = "";
  for (const letter of text) {
    if (!CONTROL.test(letter)) {
      plain += letter;
      continue;
    }
    if (plain) yield plain;
    plain = "";
    const number = `U+${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    yield make("span", { classes: "unseen", data: { unseen: number, units: letter.length }, title: `${number}, a character that is not shown` });
  }
  if (plain) yield plain;
}

/** Lights up what belongs to one event, or to one value of it. */
function light(id, path = null) {
  for (const element of document.querySelectorAll("#text [data-values], #text [data-evidence]")) {
    const values = JSON.parse(element.dataset.values ?? "[]");
    const own = values.filter(([record]) => record === id);
    element.classList.toggle("lit", own.length > 0);
    element.classList.toggle("pointed", path !== null && own.some(([, at]) => at === path));
    element.classList.toggle("lit-evidence", (element.dataset.evidence ?? "").split(" ").includes(id ?? " "));
  }
}

/** The selected words as a span of the article's code points, or null: only whole selections inside the text count. */
function selectedSpan(article) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const [start, end] = [pointOf(article, range.startContainer, range.startOffset), pointOf(article, range.endContainer, range.endOffset)];
  if (start === null || end === null || end <= start) return null;
  const words = article.offsets.slice(start, end);
  const [before, after] = [words.length - words.trimStart().length, words.length - words.trimEnd().length];
  return { start: start + before, end: end - after, text: words.trim() };
}

function pointOf(article, node, offset) {
  const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node.childNodes[offset]?.parentElement ?? node)?.closest("#text [data-start]");
  if (!holder) return null;
  let units = 0;
  for (const child of holder.childNodes) {
    if (child === node || (node === holder && child === holder.childNodes[offset])) break;
    units += child.nodeType === Node.TEXT_NODE ? child.length : Number(child.dataset.units);
  }
  return article.offsets.pointAt(Number(holder.dataset.start), units + (node.nodeType === Node.TEXT_NODE ? offset : 0));
}
