// Elements are made here and only here, and text reaches them as text.
const $ = (id) => document.getElementById(id);

/** An element; children are elements or texts, attributes with a function are listeners. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** Text whose direction stays its own. */
const text = (words, attributes = {}) => make("bdi", attributes, words);
const unknown = () => make("span", { class: "unknown" }, say("unknown"));

const SVG = "http://www.w3.org/2000/svg";

function drawing(viewBox, className, ...shapes) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  for (const [tag, attributes] of shapes) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    svg.append(shape);
  }
  return svg;
}

const OUTLINES = {
  hexagon: "16,9 12.5,15.1 5.5,15.1 2,9 5.5,2.9 12.5,2.9",
  diamond: "9,1.8 15.4,9 9,16.2 2.6,9",
  triangle: "9,2.4 16,14.6 2,14.6",
  triangleDown: "2,3.4 16,3.4 9,15.6",
  square: "3,3 15,3 15,15 3,15",
  star: "9,1 11.1,6.2 16.6,6.5 12.3,10 13.7,15.4 9,12.4 4.3,15.4 5.7,10 1.4,6.5 6.9,6.2",
};

/** The mark of a node type, as on the map. */
function glyph(type) {
  const look = own(data.glossary.nodes, type);
  const colour = tone(look.colour);
  const points = OUTLINES[look.shape];
  return drawing("0 0 18 18", "glyph", points ? ["polygon", { points, fill: colour }] : ["circle", { cx: 9, cy: 9, r: 6.6, fill: colour }]);
}

/** The line of a confidence, as on the map. */
function stroke(confidence) {
  const look = lineOf(confidence);
  const line = { x1: 1, y1: 4, x2: 29, y2: 4, stroke: "currentColor", "stroke-width": look.sample };
  return drawing("0 0 30 8", "stroke", ["line", look.dashes ? { ...line, "stroke-dasharray": "5 3.5" } : line]);
}

const ICONS = {
  "zoom-in": "M12 5v14M5 12h14",
  "zoom-out": "M5 12h14",
  fit: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  physics: "M12 12m-2.4 0a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0M5 5m-1.8 0a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0M19 6m-1.8 0a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0M17 19m-1.8 0a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0M6.3 6.3l4 4M17.5 7l-3.8 3.2M13.5 14l2.4 3.6",
  reset: "M4 12a8 8 0 1 0 2.6-5.9M4 4v5h5",
  theme: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 3v18M12 7a5 5 0 0 1 0 10M15 4.5a9 9 0 0 1 0 15",
  drawer: "M4 7h16M4 12h16M4 17h10",
  close: "M6 6l12 12M18 6L6 18",
  back: "M15 5l-7 7l7 7",
};

const icon = (name) => drawing("0 0 24 24", "", ["path", { d: ICONS[name] }]);

function iconButton(name, label, action) {
  return make("button", { class: "icon", type: "button", "aria-label": label, title: label, click: action }, icon(name));
}
