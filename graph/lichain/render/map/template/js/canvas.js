// vis-network draws; positions come with the page and nothing moves unless the reader asks.
const FLOWS = { FEEDS: [0.75, 1.5], SUPPLIES: [0.32, 1], INPUT_TO: [0.34, 1], KIND_OF: [0.26, 1], OWNS: [0.3, 1], PARTNERS_WITH: [0.26, 1], OPERATES: [0.24, 1], INVESTS_IN: [0.24, 1] };
// The fewer the lines, the plainer each may be.
const QUIET = [Math.min(0.6, Math.max(0.1, 3 / Math.sqrt(relationships.length + 1))), 1];
const SPARSE = relationships.length < 150;
const empty = nodes.length === 0;
const dots = new vis.DataSet();
const lines = new vis.DataSet();
const places = new Map(data.vis.nodes.map((dot) => [dot.id, { x: dot.x, y: dot.y, size: dot.size }]));
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let network = null;
let lit = null;

function dotLook(node) {
  const colour = tone(own(data.glossary.nodes, node.type).colour);
  const dim = lit && !lit.nodes.has(node.index);
  const isChosen = state.chosen?.node === node;
  const border = isChosen ? colourOf("ink") : colourOf("card");
  const paint = { background: colour, border };
  return {
    id: node.index,
    hidden: !isNodeShown(node),
    opacity: dim ? 0.14 : 1,
    borderWidth: isChosen ? 3.5 : 1.5,
    color: { ...paint, hover: { background: colour, border: colourOf("ink") }, highlight: { background: colour, border: colourOf("ink") } },
  };
}

function lineColour(relationship) {
  const [alpha] = own(FLOWS, relationship.type) ?? QUIET;
  if (!lit) {
    const from = own(data.glossary.nodes, nodes[relationship.from].type).colour;
    return faded(own(FLOWS, relationship.type) ? tone(from) : colourOf("edge"), Math.max(alpha, QUIET[0]));
  }
  if (!lit.links.has(relationship.index)) return faded(colourOf("edge"), 0.035);
  return colourOf(state.chosen.node?.index === relationship.to ? "in" : "out");
}

function lineLook(relationship) {
  const look = lineOf(relationship.confidence);
  const isLit = lit?.links.has(relationship.index) ?? false;
  const flow = own(FLOWS, relationship.type);
  const colour = lineColour(relationship);
  return {
    id: relationship.index,
    hidden: !isRelationshipShown(relationship) && !isLit,
    width: look.width * (flow ?? QUIET)[1] * (isLit ? 1.5 : 1),
    dashes: look.dashes,
    color: { color: colour, highlight: colour, hover: colour, opacity: 1, inherit: false },
    arrows: { to: { enabled: isLit || ((Boolean(flow) || SPARSE) && !lit), scaleFactor: isLit ? 0.7 : 0.45 } },
    smooth: curveOf(relationship),
  };
}

const siblings = new Map();
for (const { index, from, to } of relationships) {
  const pair = from < to ? `${from} ${to}` : `${to} ${from}`;
  siblings.set(pair, [...(siblings.get(pair) ?? []), index]);
}

/** Flows swing from column to column; parallel facts bend apart so that each can be clicked. */
function curveOf({ index, from, to, type }) {
  const group = siblings.get(from < to ? `${from} ${to}` : `${to} ${from}`);
  const rank = group.indexOf(index);
  if (rank > 0) return { enabled: true, type: from < to ? "curvedCW" : "curvedCCW", roundness: Math.min(0.9, 0.16 * rank) };
  if (own(FLOWS, type)) return { enabled: true, type: "cubicBezier", forceDirection: "none", roundness: 0.42 };
  return { enabled: false };
}

function repaint() {
  if (!network) return;
  lit = spotlight();
  dots.update(nodes.map(dotLook));
  lines.update(relationships.map(lineLook));
}

function startCanvas() {
  if (empty) return;
  dots.add(data.vis.nodes.map(({ label, ...dot }) => ({ ...dot, ...dotLook(nodes[dot.id]) })));
  lines.add(data.vis.edges.map((line) => ({ ...line, ...lineLook(relationships[line.id]) })));
  network = new vis.Network($("canvas"), { nodes: dots, edges: lines }, data.vis.options);
  network.on("beforeDrawing", drawScene);
  network.on("afterDrawing", drawLabels);
  network.on("click", clicked);
  network.on("hoverNode", ({ node, pointer }) => showTip({ node: nodes[node] }, pointer.DOM));
  network.on("hoverEdge", ({ edge, pointer }) => showTip({ relationship: relationships[edge] }, pointer.DOM));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom", "click"]) network.on(event, hideTip);
  network.on("resize", () => { if (!touched) requestAnimationFrame(() => fitAll(false)); });
  for (const event of ["dragStart", "zoom"]) network.on(event, () => { touched = true; });
  fitAll(false);
}

function clicked({ nodes: hitNodes, edges: hitEdges, pointer }) {
  const labelled = hitNodes.length ? null : labelAt(pointer.DOM);
  const node = hitNodes.length ? nodes[hitNodes[0]] : labelled;
  if (node) return choose({ node });
  const edge = hitEdges.find((index) => !lit || lit.links.has(index));
  return choose(edge === undefined ? null : { relationship: relationships[edge] });
}
