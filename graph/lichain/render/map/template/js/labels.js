// Names are drawn last, at a size that can be read at every zoom, the weightier first, none over another.
const TOP = { Segment: 900, Policy: 0 };
const SMALL = new Set(["Indicator", "Provision", "Person"]);
const byWeight = [...nodes].sort((a, b) => weightOf(b) - weightOf(a) || a.index - b.index);
const TITLE = { zh: 13, en: 12 };
const TITLES = [30, 22, 18, 14, 11, 9, 7];
const widths = new Map();
// Names of nodes just outside the canvas may still reach into it.
const EDGE = 80;
let labelBoxes = [];

function weightOf(node) {
  return (TOP[node.type] ?? 0) + places.get(node.index).size - (SMALL.has(node.type) ? 500 : 0);
}

function drawLabels(context) {
  const scale = network.getScale();
  const view = viewBox(scale);
  const taken = [];
  labelBoxes = [];
  const positions = network.getPositions();
  const inView = (node) => {
    const spot = positions[node.index];
    return spot && spot.x > view.left && spot.x < view.right && spot.y > view.top && spot.y < view.bottom;
  };
  const shown = byWeight.filter((node) => isNodeShown(node) && inView(node));
  const first = lit ? [...shown.filter((node) => lit.nodes.has(node.index)), ...shown.filter((node) => !lit.nodes.has(node.index))] : shown;
  if (state.chosen?.node && positions[state.chosen.node.index]) first.unshift(state.chosen.node);
  for (const node of shown) {
    if (!SMALL.has(node.type)) taken.push(middleOf(positions[node.index], places.get(node.index).size, node));
  }
  for (const node of shown.filter((each) => each.type === "Segment")) taken.push(leastTitle(context, node, positions[node.index], scale));
  const done = new Set();
  for (const node of first) {
    if (!done.has(node)) drawLabel(context, node, positions[node.index], scale, taken, view);
    done.add(node);
  }
}

/** What no other name may take from a segment: the room for the beginning of its own. */
function leastTitle(context, node, { x, y }, scale) {
  const size = TITLE[lang] / scale;
  const half = (widthOf(context, fitted(nameOf(node), TITLES.at(-1)), 650) * size) / 2;
  const top = y + places.get(node.index).size + 2 / scale;
  return { left: x - half, right: x + half, top, bottom: top + size * 1.12, node, isReserve: true };
}

/** The middle of a node, which other nodes' names keep clear of. */
function middleOf({ x, y }, size, node) {
  const reach = size * 0.6;
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach, node, isMark: true };
}

function viewBox(scale) {
  const { x, y } = network.getViewPosition();
  const { clientWidth: width, clientHeight: height } = $("canvas");
  return { left: x - width / 2 / scale - EDGE, right: x + width / 2 / scale + EDGE, top: y - height / 2 / scale - 40, bottom: y + height / 2 / scale + 40 };
}

function drawLabel(context, node, spot, scale, taken, view) {
  const isChosen = state.chosen?.node === node;
  const isLit = lit?.nodes.has(node.index) ?? false;
  const isSegment = node.type === "Segment";
  const { size } = places.get(node.index);
  if (!isLit && !isSegment && size * scale < (SMALL.has(node.type) ? 7.5 : 2.4)) return;
  const grown = Math.min(1.3, Math.max(1, Math.sqrt(scale)));
  const pixels = (isSegment ? TITLE[lang] : 11) * grown;
  const weight = isSegment || isChosen ? 650 : 450;
  const roomy = isChosen ? 64 : isLit ? 36 : nodes.length < 80 ? 34 : 22;
  const font = `${weight} ${pixels / scale}px ${colourOf("sans")}`;
  const top = spot.y + size + 2 / scale;
  // A segment's name titles its card: where the whole of it does not fit, its beginning does.
  for (const most of isSegment ? TITLES : [roomy]) {
    const words = fitted(nameOf(node), most);
    const width = widthOf(context, words, weight) * (pixels / scale);
    const x = insideCard(node, spot.x, width, view);
    const box = { left: x - width / 2, right: x + width / 2, top, bottom: top + (pixels * 1.12) / scale, node };
    const yields = (other) => isSegment && (other.isMark || (other.isReserve && most === TITLES.at(-1)));
    if (!isChosen && taken.some((other) => other.node !== node && !yields(other) && overlaps(box, other))) continue;
    taken.push(box);
    labelBoxes.push(box);
    return paint(context, words, font, x, top, scale, lit && !isLit ? 0.28 : 1, isSegment || isChosen ? "ink" : "body");
  }
  return undefined;
}

const cardOf = new Map();
for (const node of nodes) {
  const { x, y } = places.get(node.index);
  cardOf.set(node, data.layout.cards.find((card) => x > card.x && x < card.x + card.width && y > card.y && y < card.y + card.height));
}

/** A name wider than its node's place moves sideways rather than out of its card. */
function insideCard(node, x, width, view) {
  const card = state.physics ? undefined : cardOf.get(node);
  if (!card) return x;
  if (width > card.width) return x < view.left + EDGE ? x : Math.max(x, view.left + EDGE + width / 2);
  return Math.min(Math.max(x, card.x + width / 2), card.x + card.width - width / 2);
}

function paint(context, words, font, x, y, scale, alpha, colour) {
  context.save();
  context.globalAlpha = alpha;
  context.font = font;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 3.2 / scale;
  context.strokeStyle = colourOf("card");
  context.strokeText(words, x, y);
  context.fillStyle = colourOf(colour);
  context.fillText(words, x, y);
  context.restore();
}

/** The width of a text at size 1; measured once. */
function widthOf(context, words, weight) {
  const key = `${weight} ${words}`;
  if (!widths.has(key)) {
    context.font = `${weight} 100px ${colourOf("sans")}`;
    widths.set(key, context.measureText(words).width / 100);
  }
  return widths.get(key);
}

const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The node whose name is at a point of the canvas element. */
function labelAt(point) {
  const { x, y } = network.DOMtoCanvas(point);
  return labelBoxes.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)?.node ?? null;
}
