// Marks the section in view in both outlines.

const links = [...document.querySelectorAll(".outline a, .outline-details a")];
const headings = [...new Set(links.map(idOf))].map(id => document.getElementById(id)).filter(Boolean);
const stickyOutline = document.querySelector(".outline");

let currentSection = null;
let isUpdateScheduled = false;

function idOf(link) {
  return link.getAttribute("href").slice(1);
}

// The section jumped to, while its heading stays where the jump set it; else the last that has come into the window's upper part.
function sectionInView() {
  const target = jumpTarget();
  if (target && isWhollyInView(target) && (target.getBoundingClientRect().top < 60 || isAtPageEnd())) return target;
  const passed = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight * .4);
  return (isAtPageEnd() ? headings : passed).slice(-1)[0];
}

function jumpTarget() {
  const link = links.find(link => link.hash === location.hash);
  return link && document.getElementById(idOf(link));
}

function isWhollyInView(heading) {
  const { top, bottom } = heading.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

// The last headings may never reach the window's upper part.
function isAtPageEnd() {
  return scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
}

function markCurrentSection() {
  isUpdateScheduled = false;
  const section = sectionInView();
  if (section === currentSection) return;
  currentSection = section;
  for (const link of links) {
    if (idOf(link) === section?.id) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
  scrollOutline();
}

// Scrolls the outline alone; scrollIntoView would move the page, too. While the pointer is over the outline it stays, or the
// reader would click another link than the one pointed at.
function scrollOutline() {
  const link = stickyOutline?.querySelector("[aria-current]");
  if (!link || stickyOutline.matches(":hover")) return;
  const { top, bottom } = link.getBoundingClientRect();
  const box = stickyOutline.getBoundingClientRect();
  if (top < box.top || bottom > box.bottom) stickyOutline.scrollTop += (top + bottom - box.top - box.bottom) / 2;
}

function scheduleUpdate() {
  if (isUpdateScheduled) return;
  isUpdateScheduled = true;
  requestAnimationFrame(markCurrentSection);
}

if (headings.length > 0) {
  addEventListener("scroll", scheduleUpdate, { passive: true });
  addEventListener("resize", scheduleUpdate);
  addEventListener("hashchange", scheduleUpdate);
  stickyOutline?.addEventListener("mouseleave", scrollOutline);
  markCurrentSection();
}
