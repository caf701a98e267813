// Shows the reader where the voice is.

// Where a browser cannot colour a range, and on a picture, the whole block is marked.
export function mark({ range, block }) {
  unmark();
  if (window.Highlight && CSS.highlights && range.toString()) CSS.highlights.set("aloud", new Highlight(range));
  else block.classList.add("being-read");
}

export function unmark() {
  CSS.highlights?.delete("aloud");
  document.querySelector(".being-read")?.classList.remove("being-read");
}

export function isInView({ range }, foot) {
  const { top, bottom } = range.getBoundingClientRect();
  return bottom > 0 && top < foot;
}

// Up to a quarter of the window, so that what follows can be read along.
export function bringIntoView({ range }, foot) {
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 20 || bottom > foot - 20) {
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: top - foot / 4, behavior: isCalm ? "auto" : "smooth" });
  }
  const frame = range.startContainer.parentElement.closest(".table-wrapper");
  if (frame) scrollFrame(frame, range.getBoundingClientRect());
}

function scrollFrame(frame, { left, right }) {
  const box = frame.getBoundingClientRect();
  if (left < box.left || right > box.right) frame.scrollLeft += left - box.left - 40;
}
