// What the drawings show, counted from the events that the filters leave.

/** Accepted events with a date, by their first day. */
function dated() {
  return shownRecords()
    .filter((record) => record.accepted)
    .map((record) => ({ record, days: dateOf(record) }))
    .filter((one) => one.days && one.days[0] > "0000-01-01")
    .sort((a, b) => (a.days[0] < b.days[0] ? -1 : 1));
}

/** Who met whom: the parties of accepted events with participants that took place, and how often each pair met. */
function meetings() {
  const nodes = new Map();
  const links = new Map();
  for (const record of shownRecords().filter((one) => one.accepted && "participants" in one.event && (one.event.status?.value ?? "held") === "held")) {
    const parties = [...new Map(partiesOf(record).map((party) => [party.name, party])).values()];
    if (parties.length < 2) continue;
    for (const party of parties) {
      const node = nodes.get(party.name) ?? { id: party.name, country: null, count: 0 };
      nodes.set(party.name, { ...node, country: node.country ?? party.country ?? null, count: node.count + 1 });
    }
    for (const [source, target] of pairs(parties.map((party) => party.name))) {
      const key = JSON.stringify([source, target]);
      links.set(key, { source, target, count: (links.get(key)?.count ?? 0) + 1 });
    }
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

/** How many accepted events each pair of countries has in common. */
function countryPairs() {
  const cells = new Map();
  for (const record of shownRecords().filter((one) => one.accepted)) {
    for (const [row, column] of pairs(countriesOf(record))) {
      for (const key of [JSON.stringify([row, column]), JSON.stringify([column, row])]) cells.set(key, (cells.get(key) ?? 0) + 1);
    }
  }
  const countries = [...new Set([...cells.keys()].flatMap((key) => JSON.parse(key)))].sort();
  return { countries, cells };
}

function pairs(names) {
  const sorted = [...new Set(names)].sort();
  return sorted.flatMap((one, index) => sorted.slice(index + 1).map((other) => [one, other]));
}
