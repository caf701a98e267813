// Marks the section in view in both outlines.

const links = [...document.querySelectorAll(".outline a, .outline-details a")];
const headings = [...new Set(links.map(idOf))].map(id => document.getElementById(id)).filter(Boolean);
const beside = document.querySelector(".outline");

let current = null;
let isWaiting = false;

function idOf(link) {
  return link.getAttribute("href").slice(1);
}

// The section jumped to, while its heading stays where the jump set it; else the last that has come into the window's upper part.
function sectionInView() {
  const jumped = jumpedTo();
  if (jumped && isShown(jumped) && (jumped.getBoundingClientRect().top < 60 || isAtEnd())) return jumped;
  const passed = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight * .4);
  return (isAtEnd() ? headings : passed).slice(-1)[0];
}

function jumpedTo() {
  const link = links.find(link => link.hash === location.hash);
  return link && document.getElementById(idOf(link));
}

function isShown(heading) {
  const { top, bottom } = heading.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

// The last headings may never come so far up.
function isAtEnd() {
  return scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
}

function mark() {
  isWaiting = false;
  const section = sectionInView();
  if (section === current) return;
  current = section;
  for (const link of links) {
    if (idOf(link) === section?.id) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
  keepInView();
}

// Scrolls the outline alone; scrollIntoView would move the page, too. What a reader is pointing at stays where it is.
function keepInView() {
  const link = beside?.querySelector("[aria-current]");
  if (!link || beside.matches(":hover")) return;
  const { top, bottom } = link.getBoundingClientRect();
  const box = beside.getBoundingClientRect();
  if (top < box.top || bottom > box.bottom) beside.scrollTop += (top + bottom - box.top - box.bottom) / 2;
}

function markSoon() {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(mark);
}

if (headings.length > 0) {
  addEventListener("scroll", markSoon, { passive: true });
  addEventListener("resize", markSoon);
  addEventListener("hashchange", markSoon);
  beside?.addEventListener("mouseleave", keepInView);
  mark();
}
