// The graph as the page carries it. Ids of nodes and relationships are their positions.
const data = JSON.parse(document.getElementById("data").textContent);
const nodes = data.nodes;
const relationships = data.relationships;
const nodeById = new Map(nodes.map((node) => [node.id, node]));

const own = (object, key) => (object && Object.hasOwn(object, key) ? object[key] : undefined);

nodes.forEach((node, index) => {
  node.index = index;
  node.links = [];
});
relationships.forEach((relationship, index) => {
  relationship.index = index;
  nodes[relationship.from].links.push(relationship);
  if (relationship.to !== relationship.from) nodes[relationship.to].links.push(relationship);
});

const farEnd = (relationship, node) =>
  nodes[relationship.from === node.index ? relationship.to : relationship.from];

function countBy(items, key) {
  const counts = new Map();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

const typeCounts = countBy(nodes, (node) => node.type);
const kindCounts = countBy(relationships, (relationship) => relationship.type);
const confidenceCounts = countBy(relationships, (relationship) => relationship.confidence);
