// What the reader has chosen; whoever shows it listens.
const state = { hiddenTypes: new Set(), hiddenKinds: new Set(), hiddenConfidences: new Set(), chosen: null, trail: [], table: false, physics: false };
const listeners = [];
const onChange = (listener) => listeners.push(listener);
const changed = (what) => listeners.forEach((listener) => listener(what));

const isNodeShown = (node) => !state.hiddenTypes.has(node.type);
const isRelationshipShown = (relationship) =>
  !state.hiddenKinds.has(relationship.type) &&
  !state.hiddenConfidences.has(relationship.confidence) &&
  isNodeShown(nodes[relationship.from]) &&
  isNodeShown(nodes[relationship.to]);

/** Chooses a node or a relationship, `{ node }` or `{ relationship }`; null lets go. */
function choose(thing) {
  if (thing && state.chosen) state.trail.push(state.chosen);
  if (!thing) state.trail = [];
  settle(thing);
}

function goBack() {
  settle(state.trail.pop() ?? null);
}

function settle(thing) {
  state.chosen = thing;
  // What was asked for is shown, whatever was hidden before.
  const ends = thing?.relationship ? [nodes[thing.relationship.from], nodes[thing.relationship.to]] : thing ? [thing.node] : [];
  if (ends.filter((node) => state.hiddenTypes.delete(node.type)).length) changed("filters");
  changed("chosen");
}

/** The nodes and relationships that stay bright, or null where nothing is chosen. */
function spotlight() {
  const chosen = state.chosen;
  if (!chosen) return null;
  const links = chosen.node ? chosen.node.links.filter(isRelationshipShown) : [chosen.relationship];
  const bright = new Set(links.flatMap((link) => [link.from, link.to]));
  if (chosen.node) bright.add(chosen.node.index);
  return { nodes: bright, links: new Set(links.map((link) => link.index)) };
}

function toggle(set, value, hidden) {
  if (hidden) set.add(value);
  else set.delete(value);
  changed("filters");
}
