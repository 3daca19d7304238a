// The side panel: one node or one relationship, everything known of it, and on whose word.
const BRIEF = ["product", "share", "volume", "status", "valid_from"];
const FEW = 10;

function drawPanel() {
  const chosen = state.chosen;
  $("panel").hidden = !chosen;
  if (!chosen) return $("panel").replaceChildren();
  const content = chosen.node ? nodePanel(chosen.node) : relationshipPanel(chosen.relationship);
  $("panel").replaceChildren(...content);
  $("live").textContent = announcement(chosen);
  return undefined;
}

function announcement({ node, relationship }) {
  if (node) return say("selected", { name: shorten(nameOf(node), 80), type: typeName(node.type), count: node.links.length });
  const [start, end] = [relationship.from, relationship.to].map((index) => shorten(nameOf(nodes[index]), 80));
  return say("selected_relationship", { start, type: kindName(relationship.type), end });
}

function bar(...kind) {
  const back = state.trail.length ? iconButton("back", say("back"), () => { goBack(); focusPanel(); }) : "";
  return make("div", { class: "bar" }, back, make("p", { class: "kind" }, ...kind), iconButton("close", say("close"), closePanel));
}

function nodePanel(node) {
  const properties = own(data.glossary.nodes, node.type).properties;
  const other = otherNameOf(node);
  const named = own(node.properties, `name_${otherLang()}`);
  return [
    make("header", {}, bar(glyph(node.type), typeName(node.type)),
      make("h2", { tabindex: "-1", dir: "auto" }, nameOf(node)),
      make("p", { class: "alias" }, other ? text(other) : named ? "" : make("span", {}, `${say("other_name")} `, unknown())),
      make("p", { class: "id" }, text(node.id))),
    make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("details") },
      ...propertySection(factRows(node, properties)), ...evidenceSection(node), ...connections(node)),
  ];
}

function relationshipPanel(relationship) {
  const properties = own(data.glossary.relationships, relationship.type).properties;
  const end = (index) => make("button", { class: "go", type: "button", click: () => visit(nodes[index]) }, glyph(nodes[index].type), text(nameOf(nodes[index])));
  const sure = make("dt", {}, say("confidence"));
  const sureness = make("dd", {}, make("span", { class: "chip" }, stroke(relationship.confidence), termName("confidence", relationship.confidence)));
  return [
    make("header", {}, bar(say("relationship")),
      make("h2", { tabindex: "-1", class: "unseen" }, kindName(relationship.type)),
      make("div", { class: "ends" }, end(relationship.from), make("p", { class: "verb" }, kindName(relationship.type)), end(relationship.to))),
    make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("details") },
      ...propertySection([...withoutConfidence(relationship, properties), sure, sureness]), ...evidenceSection(relationship)),
  ];
}

function withoutConfidence(relationship, properties) {
  const { confidence, recorded_at, ...rest } = properties;
  return factRows(relationship, rest);
}

function propertySection(rows) {
  return rows.length ? [make("h3", {}, say("known_properties")), make("dl", { class: "facts" }, ...rows)] : [];
}

/** Relationships in groups of one type and direction; filters of the map do not hide them here. */
function connections(node) {
  const heading = make("h3", {}, say("connections"), make("span", { class: "count" }, formatNumber(node.links.length)));
  if (!node.links.length) return [heading, make("p", { class: "none" }, say("no_connections"))];
  const groups = new Map();
  for (const relationship of node.links) {
    const key = `${relationship.type} ${relationship.from === node.index ? "out" : "in"}`;
    groups.set(key, [...(groups.get(key) ?? []), relationship]);
  }
  return [heading, ...[...groups].flatMap(([key, group]) => connectionGroup(node, key.split(" ").pop(), group))];
}

function connectionGroup(node, way, group) {
  const arrow = make("span", { class: way, "aria-hidden": "true" }, way === "out" ? "→" : "←");
  const title = make("h4", {}, arrow, kindName(group[0].type), make("span", { class: "count" }, formatNumber(group.length)));
  return [title, ...firstOf(group, FEW, "links", (relationship) => connection(node, relationship))];
}

function connection(node, relationship) {
  const far = farEnd(relationship, node);
  const label = say("see_evidence_of", { name: shorten(nameOf(far), 60) });
  return make("li", {},
    make("button", { class: "go", type: "button", click: () => visit(far) }, glyph(far.type), make("span", {}, text(shorten(nameOf(far), 60)), brief(relationship))),
    make("button", { class: "why", type: "button", "aria-label": label, title: termName("confidence", relationship.confidence), click: () => inspect(relationship) },
      stroke(relationship.confidence), say("see_evidence")));
}

/** What tells facts of one kind apart, in a few words: the product, the share, the amount, since when. */
function brief(relationship) {
  const properties = own(data.glossary.relationships, relationship.type)?.properties ?? {};
  const words = BRIEF.flatMap((key) => {
    const value = own(relationship.properties, key);
    if (value === undefined || value === "") return [];
    const read = own(relationship.readings, key);
    const property = own(properties, key);
    if (read) return [read[lang]];
    if (property?.type === "enum") return [termName(property.values, value)];
    if (typeof value === "number") return [`${formatNumber(value)}${own(SIGNS, property?.unit_text) ?? ""}`];
    return [property?.type === "ref" && nodeById.has(value) ? nameOf(nodeById.get(value)) : String(value)];
  });
  return words.length ? make("small", {}, text(shorten(words.join(" · "), 80))) : "";
}

function visit(node) {
  choose({ node });
  lookAt(node);
  focusPanel();
}

function inspect(relationship) {
  choose({ relationship });
  lookAt(nodes[relationship.from], nodes[relationship.to]);
  focusPanel();
}

function focusPanel() {
  $("panel").querySelector("h2")?.focus({ preventScroll: true });
}

function closePanel() {
  const inside = $("panel").contains(document.activeElement);
  choose(null);
  if (inside) $("search").focus();
}
