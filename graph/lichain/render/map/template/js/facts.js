// One property, one claim: how a value reads, and where it comes from.
const SIGNS = { percent: "%", "degrees WGS84": "°" };
const CLAIMS = 3;
const KEPT_OUT = new Set(["name_zh", "name_en"]);

/** The rows of a description: every property the schema has a word for, then whatever else there is. */
function factRows(thing, properties) {
  const keys = [...Object.keys(properties), ...Object.keys(thing.properties).filter((key) => !Object.hasOwn(properties, key))];
  return keys.filter((key) => !KEPT_OUT.has(key)).flatMap((key) => {
    const property = own(properties, key);
    const value = own(thing.properties, key);
    const read = own(thing.readings, key);
    if (property?.absorbed_by && own(thing.readings, property.absorbed_by)) return [];
    // What only the program fills in is not worth an "unknown".
    if (value === undefined && property?.given_by !== "table") return [];
    return [make("dt", {}, text(inLang(property, key))), make("dd", {}, ...(read ? [text(read[lang])] : reading(value, property)))];
  });
}

/** A value in words: a list of elements and texts. */
function reading(value, property) {
  if (value === undefined || value === "") return [unknown()];
  if (Array.isArray(value)) return value.flatMap((item, at) => [at ? say("list_separator") : "", ...reading(item, property)]);
  if (typeof value === "boolean") return [say(value ? "yes" : "no")];
  if (typeof value === "number") return [`${formatNumber(value)}${own(SIGNS, property?.unit_text) ?? ""}`];
  if (property?.type === "enum") return [text(termName(property.values, value))];
  if (property?.type === "unit") return [text(inLang(own(data.glossary.units, value), value))];
  if (property?.type === "ref") return [reference(value)];
  return [safeAddress(value) ? link(value, value) : text(value)];
}

function reference(id) {
  const node = nodeById.get(id);
  return node ? make("button", { class: "inline", type: "button", click: () => visit(node) }, text(nameOf(node))) : text(id);
}

/** Only the web's own schemes become links; anything else stays words. */
function safeAddress(value) {
  if (!/^https?:\/\//i.test(value) || value.length > 2000) return null;
  try {
    const address = new URL(value);
    return ["http:", "https:"].includes(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}

function link(address, words) {
  const href = safeAddress(address);
  if (!href) return text(words);
  return make("a", { href, target: "_blank", rel: "noopener noreferrer", title: say("open_source") }, text(words));
}

/** The claims behind a node or a relationship. */
function evidenceSection(thing) {
  const heading = make("h3", {}, say("evidence"), make("span", { class: "count" }, thing.evidence.length ? say("evidence_of", { count: thing.evidence.length }) : ""));
  if (!thing.evidence.length) return [heading, make("p", { class: "none" }, say("no_evidence"))];
  return [heading, ...firstOf(thing.evidence, CLAIMS, "claims", claimCard)];
}

/** A list of which the first few show, and a button for the rest. */
function firstOf(items, few, className, row) {
  const list = make("ul", { class: className }, ...items.slice(0, few).map(row));
  const rest = items.slice(few);
  if (!rest.length) return [list];
  const more = make("button", { class: "quiet more", type: "button", click: () => {
    list.append(...rest.map(row));
    list.children[few].querySelector("button, a")?.focus();
    more.remove();
  } }, say("show_more", { count: rest.length }));
  return [list, more];
}

function claimCard(claim) {
  const source = own(data.sources, claim.source);
  const properties = source?.properties ?? {};
  const title = source ? inLang(source.names, claim.source) : say("source_missing", { id: claim.source || say("unknown") });
  const rows = [
    [say("publisher"), own(properties, "publisher")],
    [say("published"), own(properties, "published")],
    [say("locator"), readLocator(claim.locator)],
    [say("note"), claim.note || null],
  ].filter(([, value]) => value !== null);
  return make("li", {},
    make("p", { class: "title" }, link(own(properties, "address") ?? "", title)),
    make("dl", { class: "facts" },
      ...rows.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value ? text(value) : unknown())]),
      make("dt", {}, say("confidence")),
      make("dd", {}, make("span", { class: "chip" }, stroke(claim.confidence), termName("confidence", claim.confidence)))),
    make("p", { class: "meta" }, claim.recorded_at ? make("span", {}, say("recorded", { date: claim.recorded_at })) : "", claim.claim ? make("span", {}, `${say("claim")} `, text(claim.claim)) : ""));
}

function readLocator(locator) {
  const span = /^(\d+)-(\d+)$/.exec(locator);
  return span ? say("characters", { start: span[1], end: span[2] }) : locator;
}
