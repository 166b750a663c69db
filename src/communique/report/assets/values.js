// What a record holds: its values with their pointers (RFC 6901), and what they say.

/** Every value of an event, with its pointer and the type of its field. */
function* valuesOf(record, node = record.event, pointer = "") {
  for (const [name, held] of Object.entries(node)) {
    if (held === null || typeof held !== "object") continue;
    const path = `${pointer}/${name}`;
    if ("text" in held && "value" in held) yield { path, value: held, type: typeOf(record.kind, path, held) };
    else yield* valuesOf(record, held, path);
  }
}

/** The fields on a pointer, without the numbers of list items. */
const fieldPath = (path) => path.split("/").filter((part) => part && !/^(\d+|-)$/.test(part));

function fieldOf(kind, path) {
  const parts = fieldPath(path);
  const [name, group] = [parts.at(-1), parts.length > 1 ? parts[0] : ""];
  return (state.kinds[kind] ?? []).find((field) => field.name === name && field.group === group) ?? null;
}

/** The type of a field; for a kind whose class the page was not given, what the value looks like. */
function typeOf(kind, path, value) {
  const field = fieldOf(kind, path);
  if (field) return field.type;
  if (!value) return "phrase";
  if ("granularity" in value) return "when";
  if ("modifier" in value) return "amount";
  return value.text !== value.value && /^[A-Z]{3}$/.test(value.value) ? "country" : "name";
}

/** A pointer for people: "/participants/0/name" is "participant 1, name". */
function label(path) {
  const parts = path.split("/").slice(1);
  const told = [];
  for (const part of parts) {
    if (/^\d+$/.test(part)) told.push(`${(told.pop() ?? "").replace(/s$/, "")} ${Number(part) + 1}`);
    else if (part !== "-") told.push(part.replaceAll("_", " "));
  }
  return told.join(", ") || "event";
}

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });

/** A value in words: a date as EDTF, an amount with its unit. */
function told(value) {
  if (typeof value.value === "number") {
    const upper = typeof value.max === "number" ? `–${number.format(value.max)}` : "";
    return `${number.format(value.value)}${upper} ${value.currency ?? value.unit ?? ""}`.trim();
  }
  return value.value ?? value.partial ?? value.text ?? "";
}

const kindName = (kind) => kind.replaceAll("_", " ");

/** One line for an event: who, what, when. */
function headline(record) {
  const found = [...valuesOf(record)];
  const of = (...types) => found.filter((one) => types.includes(one.type)).map((one) => told(one.value));
  const names = [...new Set(of("name"))].slice(0, 3).join(", ");
  return [names, of("when")[0]].filter(Boolean).join(" · ") || "no value is left";
}

const of = (record, ...types) => [...valuesOf(record)].filter((one) => types.includes(one.type));
const countriesOf = (record) => [...new Set(of(record, "country").map((one) => one.value.value))];
const namesOf = (record) => [...new Set(of(record, "name").map((one) => one.value.value))];

/** The parties of an event with their countries: the members of its groups that have a name. */
function partiesOf(record) {
  const parties = Object.values(record.event).flatMap((held) => (Array.isArray(held) ? held : [held]));
  return parties.filter((one) => one?.name?.value).map((one) => ({ name: one.name.value, country: one.country?.value }));
}

const LAST = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const pad = (value) => String(value).padStart(2, "0");

function lastDay(year, month) {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : LAST[month - 1];
}

const isDay = (year, month, day) => month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month);
const months = (year, from, to) => [`${year}-${pad(from)}-01`, `${year}-${pad(to)}-${lastDay(Number(year), to)}`];

/** First and last day of an EDTF value, or null where it has none. */
function daysOf(edtf) {
  if (!edtf) return null;
  if (edtf.includes("/")) {
    const [from, to] = edtf.split("/").map((end) => daysOf(end === ".." ? "" : end));
    return from || to ? [from?.[0] ?? "0000-01-01", to?.[1] ?? "9999-12-31"] : null;
  }
  const [, year, part, day] = /^(\d{3}[\dX])(?:-(\d\d))?(?:-(\d\d))?[~?%]?$/.exec(edtf) ?? [];
  if (!year) return null;
  if (year.endsWith("X")) return [`${year.slice(0, 3)}0-01-01`, `${year.slice(0, 3)}9-12-31`];
  if (day) return isDay(Number(year), Number(part), Number(day)) ? [`${year}-${part}-${day}`, `${year}-${part}-${day}`] : null;
  return part ? partOfYear(year, Number(part)) : months(year, 1, 12);
}

/** Months, and EDTF's seasons (21 to 24), quarters (33 to 36) and halves (40, 41). */
function partOfYear(year, part) {
  if (part >= 1 && part <= 12) return months(year, part, part);
  if (part === 24) return [`${year}-12-01`, `${Number(year) + 1}-02-${lastDay(Number(year) + 1, 2)}`];
  if (part >= 21 && part <= 23) return months(year, 3 * (part - 20), 3 * (part - 20) + 2);
  if (part >= 33 && part <= 36) return months(year, 3 * (part - 33) + 1, 3 * (part - 32));
  return part === 40 ? months(year, 1, 6) : part === 41 ? months(year, 7, 12) : null;
}

const dateOf = (record) => of(record, "when").map((one) => daysOf(one.value.value)).find(Boolean) ?? null;
