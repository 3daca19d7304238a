// Where the reader looks from.
// The foot of the canvas belongs to the tools.
const TOOLS = 58;
let touched = false;
const motion = () => (calm.matches ? false : { duration: 320, easingFunction: "easeInOutQuad" });

function bounds() {
  if (!state.physics && state.hiddenTypes.size === 0) {
    const boxes = [...data.layout.cards, ...data.layout.bands];
    return {
      left: Math.min(...boxes.map((box) => box.x)), right: Math.max(...boxes.map((box) => box.x + box.width)),
      top: Math.min(...boxes.map((box) => box.y)), bottom: Math.max(...boxes.map((box) => box.y + box.height)),
    };
  }
  const shown = nodes.filter(isNodeShown);
  const at = network.getPositions(shown.map((node) => node.index));
  const spots = shown.map((node) => at[node.index]);
  return {
    left: Math.min(...spots.map((spot) => spot.x)) - 60, right: Math.max(...spots.map((spot) => spot.x)) + 60,
    top: Math.min(...spots.map((spot) => spot.y)) - 50, bottom: Math.max(...spots.map((spot) => spot.y)) + 60,
  };
}

/** Shows everything that is not hidden. */
function fitAll(animated = true) {
  if (!network || !nodes.some(isNodeShown)) return;
  const { clientWidth: width, clientHeight: height } = $("canvas");
  if (!width || !height) return;
  touched = false;
  const box = bounds();
  const scale = Math.min((width - 32) / (box.right - box.left), (height - 24 - TOOLS) / (box.bottom - box.top), 1.4);
  const position = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 + TOOLS / 2 / scale };
  network.moveTo({ position, scale, animation: animated && motion() });
}

/** Brings what was chosen, with as much of its neighbourhood as stays readable, beside the panel. */
function lookAt(...looked) {
  if (!network || state.table) return;
  touched = true;
  const near = [...(spotlight()?.nodes ?? [])].map((index) => nodes[index]);
  const close = looked.length > 1 ? looked : [...looked, ...near];
  if (!aim(close, 0.62)) aim(looked, 0);
}

/** Looks at nodes as near as lets them all be seen; false where that would be farther than `least`. */
function aim(aimed, least) {
  const at = network.getPositions(aimed.map((node) => node.index));
  const spots = aimed.map((node) => at[node.index]);
  const ends = (axis) => [Math.min(...spots.map((spot) => spot[axis])), Math.max(...spots.map((spot) => spot[axis]))];
  const [[left, right], [top, bottom]] = [ends("x"), ends("y")];
  const { clientWidth: width, clientHeight: height } = $("canvas");
  const scale = Math.min(0.95, (width - panelWidth() - 60) / (right - left + 160), (height - 60) / (bottom - top + 160));
  if (scale < least) return false;
  const offset = { x: -panelWidth() / 2, y: 0 };
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.12), offset, animation: motion() });
  return true;
}

const panelWidth = () => ($("panel").hidden ? 0 : Math.min(390, $("canvas").clientWidth / 2));

function zoomBy(factor) {
  if (!network) return;
  touched = true;
  const scale = Math.min(6, Math.max(0.05, network.getScale() * factor));
  network.moveTo({ scale, animation: motion() });
}

function panBy(x, y) {
  if (!network) return;
  touched = true;
  network.moveTo({ offset: { x, y }, position: network.getViewPosition() });
}

function setPhysics(on) {
  state.physics = on;
  network?.setOptions({ physics: { enabled: on } });
  if (!on) putBack();
  changed("physics");
}

/** Every node where the page put it. */
function putBack() {
  dots.update([...places].map(([id, { x, y }]) => ({ id, x, y })));
}
