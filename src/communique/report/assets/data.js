// The page's data and what the reader has chosen; everything else is drawn from here.

const state = {
  kinds: {}, // kind -> [{name, group, many, type, options}]
  articles: [], // {title, text, report, offsets, records}
  records: [], // as they were written, in order
  occurrences: [], // linked events of two or more sources
  edited: new Map(), // record id -> the corrected record
  article: null,
  record: null,
  view: "read",
};

/** The data of the page, unpacked: gzip in base64, so that nothing of it can be markup. */
async function unpacked() {
  const packed = atob(document.getElementById("data").textContent);
  const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

function take(data) {
  state.kinds = data.kinds;
  state.records = data.records;
  state.occurrences = data.occurrences;
  const byArticle = Map.groupBy
    ? Map.groupBy(data.records, (record) => record.article.id)
    : data.records.reduce((map, one) => map.set(one.article.id, [...(map.get(one.article.id) ?? []), one]), new Map());
  state.articles = data.articles.map((article) => ({
    ...article,
    id: article.report.article.id,
    records: byArticle.get(article.report.article.id) ?? [],
    offsets: article.text === null ? null : new Offsets(article.text),
  }));
}

/** The record as it stands now, corrected or not. */
const current = (record) => state.edited.get(record.id) ?? record;

/** Spans count code points, scripts count UTF-16 units: both ways between them. */
class Offsets {
  constructor(text) {
    this.text = text;
    this.units = null; // the same numbers, where no letter takes two units
    if (/[\ud800-\udbff][\udc00-\udfff]/.test(text)) {
      this.units = [0];
      for (const letter of text) this.units.push(this.units.at(-1) + letter.length);
    }
  }

  get length() {
    return this.units ? this.units.length - 1 : this.text.length;
  }

  slice(start, end) {
    return this.units ? this.text.slice(this.units[start], this.units[end]) : this.text.slice(start, end);
  }

  /** The code points in the first `units` UTF-16 units of the text from code point `start` on. */
  pointAt(start, units) {
    if (!this.units) return start + units;
    const wanted = this.units[start] + units;
    let point = start;
    while (this.units[point] < wanted) point += 1;
    return point;
  }
}

/** An element with properties and children; strings become text, never markup. */
function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") Object.entries(value).forEach(([event, act]) => element.addEventListener(event, act));
    else if (key === "data") Object.assign(element.dataset, value);
    else element.setAttribute(key === "classes" ? "class" : key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Words for comparing: without case and accents, Turkish dotless and dotted i alike. */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i");
