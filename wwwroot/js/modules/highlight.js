// Shows the reader which sentence the voice is at.

// A browser without the CSS Highlight API cannot colour a range, nor can any colour a picture: then the whole block is marked.
export function highlight({ range, block }) {
  clearHighlight();
  if (window.Highlight && CSS.highlights && range.toString()) CSS.highlights.set("aloud", new Highlight(range));
  else block.classList.add("being-read");
}

export function clearHighlight() {
  CSS.highlights?.delete("aloud");
  document.querySelector(".being-read")?.classList.remove("being-read");
}

export function isInView({ range }, visibleBottom) {
  const { top, bottom } = range.getBoundingClientRect();
  return bottom > 0 && top < visibleBottom;
}

// Up to a quarter of the window, so that what follows can be read along.
export function scrollIntoView({ range }, visibleBottom) {
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 20 || bottom > visibleBottom - 20) {
    const isReducedMotion = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: top - visibleBottom / 4, behavior: isReducedMotion ? "auto" : "smooth" });
  }
  const wrapper = range.startContainer.parentElement.closest(".table-wrapper");
  if (wrapper) scrollSideways(wrapper, range.getBoundingClientRect());
}

function scrollSideways(wrapper, { left, right }) {
  const box = wrapper.getBoundingClientRect();
  if (left < box.left || right > box.right) wrapper.scrollLeft += left - box.left - 40;
}
