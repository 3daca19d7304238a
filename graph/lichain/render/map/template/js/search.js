// Search by any spelling: names, aliases, codes and the folded keys that nodes carry.
const MOST = 12;
const LEGAL_ENDS = /(股份有限公司|有限责任公司|集团有限公司|有限公司|集团|公司|coltd|limited|ltd|inc|corporation|corp|group)$/;
const CODES = ["stock_code", "uscc", "lei", "code", "number", "hs_code", "cas", "formula", "legal_name_zh", "legal_name_en", "summary_zh", "summary_en"];
const haystack = nodes.map((node) => {
  const aliases = own(node.properties, "aliases") ?? [];
  const codes = CODES.map((key) => own(node.properties, key)).filter((value) => value !== undefined);
  const spellings = [...Object.values(node.names), ...(Array.isArray(aliases) ? aliases : [aliases]), ...codes, node.id];
  return { node, keys: [...new Set([...node.keys, ...spellings.map((spelling) => fold(String(spelling)))])].filter(Boolean) };
});
let found = [];
let active = -1;

function match(query) {
  const wanted = fold(query);
  if (!wanted) return [];
  const parts = query.split(/\s+/).map(fold).filter(Boolean);
  const hits = ranked((keys) => Math.max(...keys.map((key) => closeness(key, wanted, parts)), 0));
  const short = wanted.replace(LEGAL_ENDS, "");
  return hits.length || short.length < 2 || short === wanted ? hits : match(short);
}

function ranked(score) {
  return haystack
    .map(({ node, keys }) => ({ node, score: score(keys) }))
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score || b.node.links.length - a.node.links.length || a.node.index - b.node.index)
    .map((hit) => hit.node);
}

function closeness(key, wanted, parts) {
  if (key === wanted) return 4;
  if (key.startsWith(wanted)) return 3;
  if (key.includes(wanted)) return 2;
  return parts.length > 1 && parts.every((part) => key.includes(part)) ? 1 : 0;
}

function drawResults() {
  const query = $("search").value;
  found = match(query);
  active = found.length ? 0 : -1;
  const rows = found.slice(0, MOST).map(resultRow);
  if (query.trim() && !found.length) rows.push(make("li", { class: "said" }, say("no_results", { query: shorten(query, 60) })));
  if (found.length > MOST) rows.push(make("li", { class: "said" }, say("more_results", { count: found.length - MOST })));
  $("results").replaceChildren(...rows);
  setOpen(rows.length > 0);
  mark();
}

function resultRow(node, index) {
  return make("li", { role: "option", id: `result-${index}`, mousedown: (event) => event.preventDefault(), click: () => take(index) },
    glyph(node.type),
    make("span", { class: "who" }, make("b", {}, text(shorten(nameOf(node), 80))), otherNameOf(node) ? make("small", {}, text(shorten(otherNameOf(node), 80))) : ""),
    make("span", { class: "kind" }, typeName(node.type)));
}

function mark() {
  const options = $("results").querySelectorAll("[role=option]");
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
  if (active >= 0 && options[active]) {
    $("search").setAttribute("aria-activedescendant", `result-${active}`);
    options[active].scrollIntoView({ block: "nearest" });
  } else $("search").removeAttribute("aria-activedescendant");
}

function setOpen(open) {
  $("results").hidden = !open;
  $("search").setAttribute("aria-expanded", String(open));
}

function take(index) {
  const node = found[index];
  if (!node) return;
  setOpen(false);
  choose({ node });
  lookAt(node);
  focusPanel();
}

function searchKey(event) {
  if (event.isComposing) return;
  const last = Math.min(found.length, MOST) - 1;
  const steps = { ArrowDown: active >= last ? 0 : active + 1, ArrowUp: active <= 0 ? last : active - 1 };
  if (event.key in steps && last >= 0) {
    event.preventDefault();
    if ($("results").hidden) setOpen(true);
    else active = steps[event.key];
    mark();
  } else if (event.key === "Enter") take(active);
  else if (event.key === "Escape") {
    event.stopPropagation();
    if ($("results").hidden) $("search").value = "";
    setOpen(false);
  }
}

function startSearch() {
  $("search").addEventListener("input", drawResults);
  $("search").addEventListener("focus", () => { if ($("search").value) drawResults(); });
  $("search").addEventListener("blur", () => setOpen(false));
  $("search").addEventListener("keydown", searchKey);
}
