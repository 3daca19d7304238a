// Behind the nodes: a card per segment and region, headings for stages and strata.
const STAGE_COLOURS = { upstream: "#0f766e", midstream: "#2458c5", downstream: "#b8430c", recycling: "#55731a" };

function drawScene(context) {
  if (state.physics) return;
  const scale = network.getScale();
  for (const card of data.layout.cards) drawCard(context, card, scale);
  for (const band of data.layout.bands) {
    if (band.kind === "stage") drawStage(context, band, scale);
    else drawStratum(context, band, scale);
  }
}

function drawCard(context, card, scale) {
  context.beginPath();
  context.roundRect(card.x, card.y, card.width, card.height, Math.min(14, 8 / scale));
  context.fillStyle = colourOf("card");
  context.fill();
  context.lineWidth = 1 / scale;
  context.strokeStyle = colourOf("line");
  context.stroke();
}

function drawStage(context, { key, x, y, width, height }, scale) {
  const nose = Math.min(height / 2, width / 4);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + width - nose, y);
  context.lineTo(x + width, y + height / 2);
  context.lineTo(x + width - nose, y + height);
  context.lineTo(x, y + height);
  context.lineTo(x + nose * 0.7, y + height / 2);
  context.closePath();
  const colour = STAGE_COLOURS[key] ?? "#475569";
  context.fillStyle = dark ? mixed(colour, "#0b111b", 0.25) : colour;
  context.fill();
  const size = Math.min(Math.max(13 / scale, 17), height * 0.7);
  write(context, termName("stage", key), x + nose * 1.15, y + height / 2, size, 650, "#ffffff", width - 2.2 * nose, scale);
}

function drawStratum(context, { key, x, y, width, height }, scale) {
  const size = Math.min(Math.max(12 / scale, 15), height * 0.8);
  write(context, say(`stratum_${key}`), x + 2, y + height * 0.5, size, 600, colourOf("muted"), width, scale);
}

function write(context, words, x, y, wanted, weight, colour, width, scale) {
  const fontOf = (size) => `${weight} ${size}px ${colourOf("sans")}`;
  context.font = fontOf(wanted);
  const size = Math.min(wanted, (wanted * width) / context.measureText(words).width);
  if (size * scale < 6.5) return;
  context.font = fontOf(size);
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillStyle = colour;
  context.fillText(words, x, y);
}
