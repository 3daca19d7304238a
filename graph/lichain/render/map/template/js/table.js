// The same nodes as a table, for readers who do not look at pictures.
function drawTable() {
  $("listing").hidden = !state.table;
  $("stage").hidden = state.table;
  for (const view of ["map", "table"]) $(`view-${view}`).setAttribute("aria-pressed", String((view === "table") === state.table));
  if (!state.table) return $("listing").replaceChildren();
  const collator = new Intl.Collator(lang === "zh" ? "zh-CN" : "en", { numeric: true });
  const shown = nodes.filter(isNodeShown).sort((a, b) => typeOrder.indexOf(a.type) - typeOrder.indexOf(b.type) || collator.compare(nameOf(a), nameOf(b)));
  const heads = ["name", "other", "type", "links", "evidence"].map((key) =>
    make("th", { scope: "col", class: key === "links" || key === "evidence" ? "number" : false }, say(`column_${key}`)));
  return $("listing").replaceChildren(shown.length ? make("table", {},
    make("caption", {}, say("table_caption", { count: shown.length })),
    make("thead", {}, make("tr", {}, ...heads)),
    make("tbody", {}, ...shown.map(tableRow))) : make("p", { class: "blank" }, say(empty ? "empty" : "all_hidden")));
}

function tableRow(node) {
  const other = otherNameOf(node);
  return make("tr", {},
    make("th", { scope: "row" }, make("button", { class: "inline", type: "button", click: () => { choose({ node }); focusPanel(); } }, text(shorten(nameOf(node), 120)))),
    make("td", {}, other ? text(shorten(other, 120)) : own(node.properties, `name_${otherLang()}`) ? "" : unknown()),
    make("td", {}, typeName(node.type)),
    make("td", { class: "number" }, formatNumber(node.links.length)),
    make("td", { class: "number" }, formatNumber(node.evidence.length)));
}

function setTable(on) {
  state.table = on;
  changed("view");
}
