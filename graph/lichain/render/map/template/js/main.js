// Puts the page together and keeps it in step.
function drawWords() {
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  document.title = $("title").textContent = data.titles[lang];
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
  for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = say(element.dataset.hint);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
    if (element.matches("button")) element.title = say(element.dataset.label);
  }
  for (const name of ["zh", "en"]) $(`lang-${name}`).setAttribute("aria-pressed", String(lang === name));
  const counts = ["nodes", "relationships"].map((key) => say(`${key}_count`, { count: formatNumber(data[key].length) }));
  $("summary").textContent = [...counts, data.as_of ? say("as_of", { date: data.as_of }) : ""].filter(Boolean).join(" · ");
  $("credits").textContent = say("credits", data.versions);
  $("canvas").firstElementChild?.setAttribute("aria-label", say("canvas"));
}

function drawBlank() {
  const nothing = !nodes.some(isNodeShown);
  $("blank").hidden = !nothing;
  $("blank-text").textContent = say(empty ? "empty" : "all_hidden");
  $("blank-reset").hidden = empty;
  $("tools").hidden = empty;
}

function drawEverything() {
  drawWords();
  drawLegend();
  drawBlank();
  drawPanel();
  drawTable();
}

function redrawEverything() {
  drawEverything();
  repaint();
}

function react(what) {
  if (what === "chosen") { drawPanel(); repaint(); }
  if (what === "filters") { drawLegend(); drawBlank(); drawTable(); repaint(); }
  if (what === "view") { drawTable(); network?.redraw(); }
  $("physics").setAttribute("aria-pressed", String(state.physics));
}

function resetAll() {
  for (const hidden of [state.hiddenTypes, state.hiddenKinds, state.hiddenConfidences]) hidden.clear();
  if (state.physics) setPhysics(false);
  choose(null);
  changed("filters");
  putBack();
  fitAll();
}

function setLang(chosen) {
  lang = chosen;
  $("search").value = "";
  drawEverything();
  network?.redraw();
}

function showTip({ node, relationship }, { x, y }) {
  const ends = relationship ? [nodes[relationship.from], nodes[relationship.to]].map((end) => shorten(nameOf(end), 40)) : [];
  const words = node ? [shorten(nameOf(node), 80), typeName(node.type)] : [`${ends[0]} → ${ends[1]}`, kindName(relationship.type)];
  $("tip").replaceChildren(text(words[0]), make("small", {}, words[1]));
  $("tip").hidden = false;
  const { clientWidth: width, clientHeight: height } = $("stage");
  $("tip").style.left = `${Math.min(x + 14, width - $("tip").offsetWidth - 8)}px`;
  $("tip").style.top = `${Math.min(y + 16, height - $("tip").offsetHeight - 8)}px`;
}

function hideTip() {
  $("tip").hidden = true;
}

function pageKey(event) {
  const typing = event.target.matches("input[type=search]");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" && !typing) { event.preventDefault(); $("search").focus(); $("search").select(); }
  if (event.key === "Escape" && !typing) closePanel();
  if (!$("canvas").contains(event.target)) return;
  const moves = { ArrowLeft: [90, 0], ArrowRight: [-90, 0], ArrowUp: [0, 90], ArrowDown: [0, -90] };
  if (Object.hasOwn(moves, event.key)) { event.preventDefault(); panBy(...moves[event.key]); }
  if (event.key === "+" || event.key === "=") zoomBy(1.3);
  if (event.key === "-") zoomBy(1 / 1.3);
  if (event.key === "0") fitAll();
}

function start() {
  applyTheme();
  for (const name of ["zoom-in", "zoom-out", "fit", "physics", "reset", "theme", "drawer"]) $(name).append(icon(name));
  const actions = {
    "zoom-in": () => zoomBy(1.4), "zoom-out": () => zoomBy(1 / 1.4), fit: () => fitAll(), reset: resetAll, "blank-reset": resetAll,
    physics: () => setPhysics(!state.physics), theme: () => { dark = !dark; applyTheme(); redrawEverything(); },
    "lang-zh": () => setLang("zh"), "lang-en": () => setLang("en"), "view-map": () => setTable(false), "view-table": () => setTable(true),
    drawer: () => $("drawer").setAttribute("aria-expanded", String($("side").classList.toggle("open"))),
  };
  for (const [id, action] of Object.entries(actions)) $(id).addEventListener("click", action);
  darkness.addEventListener("change", ({ matches }) => { dark = matches; applyTheme(); redrawEverything(); });
  document.addEventListener("keydown", pageKey);
  startCanvas();
  $("canvas").firstElementChild?.setAttribute("role", "application");
  startLegend();
  startSearch();
  onChange(react);
  drawEverything();
  document.documentElement.dataset.ready = "true";
}

/** For automation, which cannot see into a canvas: where a node is on the screen, and whether it shows. */
window.lichainMap = Object.freeze({
  pointOf(id) {
    const { x, y } = network.canvasToDOM(network.getPositions([nodeById.get(id).index])[nodeById.get(id).index]);
    const frame = $("canvas").getBoundingClientRect();
    return { x: x + frame.left, y: y + frame.top };
  },
  isShown: (id) => isNodeShown(nodeById.get(id)),
});

start();
