// The legend is the filter: what explains a mark also hides it.
const typeOrder = Object.keys(data.glossary.nodes).sort((a, b) => typeCounts.get(b) - typeCounts.get(a));
const kindOrder = Object.keys(data.glossary.relationships).sort((a, b) => kindCounts.get(b) - kindCounts.get(a));
const confidenceOrder = [...Object.keys(LINES), ...[...confidenceCounts.keys()].filter((key) => !Object.hasOwn(LINES, key))];

function drawLegend() {
  $("types").replaceChildren(...typeOrder.map(typeRow));
  $("types-all").hidden = state.hiddenTypes.size === 0;
  $("sure").replaceChildren(...confidenceOrder.filter((key) => confidenceCounts.has(key)).map(confidenceRow));
  $("kinds").replaceChildren(...kindOrder.map(kindRow));
  const shown = kindOrder.length - state.hiddenKinds.size;
  $("kinds-state").textContent = say("shown_of", { shown, total: kindOrder.length });
}

function typeRow(type) {
  const isShown = !state.hiddenTypes.has(type);
  const means = own(data.glossary.nodes, type).means;
  const flip = () => refocus(() => toggle(state.hiddenTypes, type, isShown));
  return make("li", {},
    make("button", { class: "toggle", type: "button", "aria-pressed": String(isShown), title: lang === "en" ? means : false, id: `type-${type}`, click: flip },
      glyph(type), make("span", {}, typeName(type)), make("span", { class: "count" }, formatNumber(typeCounts.get(type)))),
    make("button", { class: "quiet", type: "button", "aria-label": say("only_type", { type: typeName(type) }), click: () => showOnly(type) }, say("only")),
  );
}

function showOnly(type) {
  state.hiddenTypes = new Set(typeOrder.filter((other) => other !== type));
  changed("filters");
}

function checkRow(id, isShown, count, flip, ...what) {
  const box = make("input", { type: "checkbox", id, change: () => refocus(flip) });
  box.checked = isShown;
  return make("li", {}, make("label", {}, box, make("span", { class: "what" }, ...what), make("span", { class: "count" }, formatNumber(count))));
}

function kindRow(type) {
  const isShown = !state.hiddenKinds.has(type);
  return checkRow(`kind-${type}`, isShown, kindCounts.get(type), () => toggle(state.hiddenKinds, type, isShown), make("span", {}, kindName(type)));
}

function confidenceRow(confidence) {
  const isShown = !state.hiddenConfidences.has(confidence);
  const flip = () => toggle(state.hiddenConfidences, confidence, isShown);
  return checkRow(`sure-${confidence}`, isShown, confidenceCounts.get(confidence), flip, stroke(confidence), make("span", {}, termName("confidence", confidence)));
}

/** Redrawing replaces the control that was used; the focus goes to its successor. */
function refocus(change) {
  const id = document.activeElement?.id;
  change();
  if (id) $(id)?.focus();
}

function startLegend() {
  $("types-all").addEventListener("click", () => { state.hiddenTypes.clear(); changed("filters"); });
  $("kinds-all").addEventListener("click", () => { state.hiddenKinds.clear(); changed("filters"); });
  $("kinds-none").addEventListener("click", () => { state.hiddenKinds = new Set(kindOrder); changed("filters"); });
  drawLegend();
}
