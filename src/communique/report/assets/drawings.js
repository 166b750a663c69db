// Timeline, network and matrix, drawn with d3 as SVG that follows the page's colours and can be tabbed through.

function canvas(pane, title, width, height) {
  const svg = d3.select(pane).append("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("role", "group").attr("aria-label", title);
  svg.append("title").text(title);
  return svg;
}

/** What the colours of a drawing mean. */
function legend(pane, names) {
  const list = make("ul", { classes: "legend" });
  names.forEach((name, index) => {
    const item = make("li");
    d3.select(item).append("svg").attr("width", 10).attr("height", 10).attr("aria-hidden", "true").append("circle").attr("class", `dot k${index % 6}`).attr("r", 5).attr("cx", 5).attr("cy", 5);
    item.append(name || "country unknown");
    list.append(item);
  });
  pane.append(list);
}

const nothing = (pane, words) => pane.append(make("p", { classes: "note" }, words));

/** A mark of a drawing that acts like a button. */
function pressable(selection, words, act) {
  selection.attr("tabindex", 0).attr("role", "button").attr("aria-label", words)
    .on("click", (_, datum) => act(datum))
    .on("keydown", (event, datum) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(datum); } });
  selection.append("title").text(words);
}

function drawTimeline(pane) {
  const events = dated();
  if (!events.length) return nothing(pane, "No accepted event that passes the filters has a date.");
  const kinds = [...new Set(events.map((one) => one.record.kind))].sort();
  const [width, row, left] = [960, 110, 90];
  const height = kinds.length * row + 40;
  const [first, last] = d3.extent(events, (one) => new Date(one.days[0]));
  const x = d3.scaleTime([d3.timeDay.offset(first, -3), d3.timeDay.offset(last, 3)], [left, width - 20]);
  const svg = canvas(pane, "Events by date", width, height);
  svg.append("g").attr("class", "axis").attr("transform", `translate(0,${height - 30})`).call(d3.axisBottom(x).ticks(8));
  const stacks = new Map();
  for (const one of events) {
    const key = `${one.record.kind} ${Math.round(x(new Date(one.days[0])) / 11)}`;
    stacks.set(key, (one.level = stacks.get(key) ?? 0) + 1);
  }
  kinds.forEach((kind, index) => svg.append("text").attr("x", 4).attr("y", (index + 1) * row - 8).text(kindName(kind)));
  svg.append("g").selectAll("circle").data(events).join("circle")
    .attr("class", (one) => `dot k${kinds.indexOf(one.record.kind) % 6}`).attr("r", 5)
    .attr("cx", (one) => x(new Date(one.days[0])))
    .attr("cy", (one) => (kinds.indexOf(one.record.kind) + 1) * row - 12 - (one.level * 11) % (row - 30))
    .each(function name(one) { pressable(d3.select(this), `${one.days[0]}, ${kindName(one.record.kind)}: ${headline(one.record)}`, () => goTo(one.record.id)); });
}

function drawNetwork(pane) {
  const { nodes, links } = meetings();
  if (!nodes.length) return nothing(pane, "No accepted event that passes the filters has two parties.");
  const [width, height] = [960, 640];
  const most = d3.max(nodes, (one) => one.count);
  const radius = d3.scaleSqrt([1, Math.max(2, most)], [5, 18]);
  const countries = [...new Set(nodes.map((one) => one.country ?? ""))].sort();
  const forces = d3.forceSimulation(nodes).force("link", d3.forceLink(links).id((one) => one.id).distance(90))
    .force("charge", d3.forceManyBody().strength(-160)).force("x", d3.forceX(width / 2).strength(0.08))
    .force("y", d3.forceY(height / 2).strength(0.12)).force("collide", d3.forceCollide((one) => radius(one.count) + 14)).stop();
  forces.tick(Math.min(300, 60000 / nodes.length));
  const inside = (value, size) => Math.max(24, Math.min(size - 24, value));
  legend(pane, countries);
  const svg = canvas(pane, "Who met whom", width, height);
  svg.append("g").selectAll("line").data(links).join("line").attr("class", "link").attr("stroke-width", (one) => 1 + one.count)
    .attr("x1", (one) => inside(one.source.x, width)).attr("y1", (one) => inside(one.source.y, height))
    .attr("x2", (one) => inside(one.target.x, width)).attr("y2", (one) => inside(one.target.y, height));
  const drawn = svg.append("g").selectAll("g").data(nodes).join("g").attr("class", "node").attr("transform", (one) => `translate(${inside(one.x, width)},${inside(one.y, height)})`)
    .each(function name(one) { pressable(d3.select(this), `${one.id}${one.country ? `, ${one.country}` : ""}: ${one.count} events`, () => only("person", one.id)); });
  drawn.append("circle").attr("class", (one) => `dot k${countries.indexOf(one.country ?? "") % 6}`).attr("r", (one) => radius(one.count));
  drawn.append("text").attr("dy", (one) => -radius(one.count) - 3).attr("text-anchor", "middle").text((one) => one.id);
}

function drawMatrix(pane) {
  const { countries, cells } = countryPairs();
  if (!countries.length) return nothing(pane, "No accepted event that passes the filters has two countries.");
  const cell = Math.max(18, Math.min(48, 700 / countries.length));
  const [left, size] = [60, countries.length * cell];
  const most = d3.max(cells.values());
  const svg = canvas(pane, "Events that two countries have in common", left + size + 20, left + size + 20);
  const place = d3.scaleBand(countries, [left, left + size]);
  for (const [attribute, fixed, anchor] of [["x", "y", "middle"], ["y", "x", "end"]]) {
    svg.append("g").selectAll("text").data(countries).join("text").attr("text-anchor", anchor).attr("dy", attribute === "y" ? "0.35em" : 0)
      .attr(attribute, (one) => place(one) + cell / 2).attr(fixed, left - 8).text((one) => one);
  }
  const found = [...cells].map(([key, count]) => ({ pair: JSON.parse(key), count }));
  svg.append("g").selectAll("g").data(found).join("g").attr("class", "cell").each(function draw({ pair, count }) {
    const drawn = d3.select(this).attr("transform", `translate(${place(pair[1])},${place(pair[0])})`);
    drawn.append("rect").attr("width", cell - 2).attr("height", cell - 2).attr("fill-opacity", 0.25 + (0.75 * count) / most);
    drawn.append("text").attr("x", cell / 2).attr("y", cell / 2).attr("dy", "0.35em").attr("text-anchor", "middle").text(count);
    pressable(drawn, `${pair.join(" and ")}: ${count} events`, () => only("country", pair[0]));
  });
}
