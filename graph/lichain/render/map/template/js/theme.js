// Dark and light: the reader's system decides until the reader does.
const darkness = matchMedia("(prefers-color-scheme: dark)");
let dark = darkness.matches;

// Asked for thousands of times a frame: read from the stylesheet once a theme.
const palette = new Map();
function colourOf(name) {
  if (!palette.has(name)) palette.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  return palette.get(name);
}
const channels = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const mixed = (hex, other, share) => {
  const from = channels(hex);
  const to = channels(other);
  return `#${from.map((value, at) => Math.round(value + (to[at] - value) * share).toString(16).padStart(2, "0")).join("")}`;
};
const faded = (hex, alpha) => `rgba(${channels(hex).join(",")},${alpha})`;

/** A type's colour on the ground of the day: lightened in the dark, where wine and brown would drown. */
const tone = (hex) => (dark ? mixed(hex, "#ffffff", 0.32) : hex);

const LINES = {
  disclosed: { width: 2.4, sample: 2.6, dashes: false },
  reported: { width: 1.1, sample: 1.2, dashes: false },
  inferred: { width: 1.2, sample: 1.4, dashes: [7, 6] },
};
/** How a confidence is drawn; one we have no word for is drawn like an inference, never surer. */
const lineOf = (confidence) => own(LINES, confidence) ?? LINES.inferred;

function applyTheme() {
  palette.clear();
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}
