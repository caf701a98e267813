// What a reader's eyes see of a page. Each question answers with what is wrong, one line each.
const eyes = (() => {
  const isShown = element => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1 && box.right > 0 && !element.closest(".visually-hidden");
  };

  const name = element => {
    const box = element.getBoundingClientRect();
    const parent = element.parentElement ? element.parentElement.className : "";
    return `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 16)}” in .${parent} (${Math.round(box.left)},${Math.round(box.top)} ${Math.round(box.width)}×${Math.round(box.height)})`;
  };

  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  const texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && isShown(node.parentElement) && !["SCRIPT", "STYLE"].includes(node.parentElement.nodeName)) found.push(node);
    }
    return found;
  };

  const boxes = node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1);
  };

  /** A link that is a part of a sentence: its size is the line's. */
  const isInSentence = link => {
    const sentence = link.closest(".body p, .body li, .body td, .body dd, .footnotes p, .empty, .notice p, .report-list small");
    return link.localName === "a" && !!sentence && getComputedStyle(link).display === "inline" && sentence.textContent.trim() !== link.textContent.trim();
  };

  const targets = () => all("a[href], button, input, summary").filter(target => isShown(target) && !target.closest("[aria-hidden=true], .skip-link"));

  const smallTargets = size => targets()
    .filter(target => !isInSentence(target))
    .filter(target => { const box = target.getBoundingClientRect(); return box.width < size - .5 || box.height < size - .5; })
    .map(name);

  const smallText = (size, bodyLine, otherLine) => texts().flatMap(node => {
    const style = getComputedStyle(node.parentElement);
    const font = parseFloat(style.fontSize);
    const line = node.parentElement.closest("sup") ? 9 : parseFloat(style.lineHeight) / font;
    const wanted = node.parentElement.closest(".body p, .body li, .excerpt, .lead-summary") ? bodyLine : otherLine;
    return font < size - .1 || line < wanted - .01 ? [`${font}px/${line.toFixed(2)} ${name(node.parentElement)}`] : [];
  });

  /** Blocks of the text that stand beside one another. */
  const besides = () => all("main *").filter(isShown).flatMap(block => {
    const before = block.previousElementSibling;
    const display = getComputedStyle(block).display;
    if (!before || !isShown(before) || display.startsWith("inline") || display.startsWith("table") || block.closest(".year-links, .paging, .reading-tools, .section-heading")) return [];
    if (getComputedStyle(before).display.startsWith("inline") || block.localName === "span" || before.matches("time, .seal")) return [];
    const a = before.getBoundingClientRect(), b = block.getBoundingClientRect();
    return b.top < a.bottom - 4 && a.top < b.bottom - 4 && (b.left >= a.right - 1 || a.left >= b.right - 1) ? [`${name(before)} | ${name(block)}`] : [];
  });

  /** Boxes that cut off what is in them; a frame that scrolls by keyboard may. */
  const cuts = () => all("body *").filter(isShown).flatMap(box => {
    const style = getComputedStyle(box);
    if (style.overflowX === "visible" && style.overflowY === "visible" || box.matches(".table-wrapper, .outline, input, .seal")) return [];
    return box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1 ? [`cut: ${name(box)}`] : [];
  });

  /** Lines of text of different blocks that lie over one another, and lines that leave the window. */
  const collisions = () => {
    const lines = texts().filter(node => !node.parentElement.closest(".table-wrapper, sup")).flatMap(node => boxes(node).map(box => {
      const trim = box.height * .18;
      return { node, left: box.left + 1, right: box.right - 1, top: box.top + trim + scrollY, bottom: box.bottom - trim + scrollY };
    })).sort((a, b) => a.top - b.top);
    const wrong = lines.filter(line => line.right > innerWidth + 1 || line.left < -1).map(line => `outside: ${name(line.node.parentElement)}`);
    lines.forEach((a, index) => {
      for (let i = index + 1; i < lines.length && lines[i].top < a.bottom; i++) {
        const b = lines[i];
        if (a.node !== b.node && a.left < b.right && b.left < a.right) wrong.push(`over one another: ${name(a.node.parentElement)} | ${name(b.node.parentElement)}`);
      }
    });
    return wrong;
  };

  /** What makes the page scroll sideways. */
  const sideways = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
    : [`${document.documentElement.scrollWidth} wide`, ...all("body *").filter(element => isShown(element) && !element.closest(".table-wrapper table") && element.getBoundingClientRect().right > innerWidth + 1).slice(-3).map(name)];

  const luminance = colour => {
    const [r, g, b] = colour.map(part => part / 255 <= .04045 ? part / 255 / 12.92 : ((part / 255 + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + .05) / (dark + .05);
  };
  const parts = colour => { const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number); return { rgb: [r, g, b], opaque: a > .99 }; };

  /** The colour behind an element, its own background left out. */
  const behind = element => {
    for (let below = element.parentElement; below; below = below.parentElement) {
      const colour = parts(getComputedStyle(below).backgroundColor);
      if (colour.opaque) return colour.rgb;
    }
    return [255, 255, 255];
  };

  /** Edges of what is clicked or typed in that stand out too little. */
  const faintEdges = least => all("input, .search-form, .year-links a, .paging a, .paging .current, .reading-tools a, .reading-tools button").filter(isShown).flatMap(control => {
    const style = getComputedStyle(control);
    if (parseFloat(style.borderTopWidth) === 0) return [];
    const ratio = contrast(parts(style.borderTopColor).rgb, behind(control));
    return ratio < least ? [`${ratio.toFixed(2)} edge of ${name(control)}`] : [];
  });

  /** Words that stand out too little in drawn content and placeholders, which other tools pass over. */
  const faintDrawings = least => [
    ...all(".seal").filter(isShown).map(seal => [seal, getComputedStyle(seal).color, parts(getComputedStyle(seal).backgroundColor).rgb]),
    ...all("input").filter(isShown).map(input => [input, getComputedStyle(input, "::placeholder").color, behind(input)]),
  ].flatMap(([element, colour, ground]) => {
    const ratio = contrast(parts(colour).rgb, ground);
    return ratio < least ? [`${ratio.toFixed(2)} ${name(element)}`] : [];
  });

  /** Whether the focused element is seen with its ring: in view, on top, the ring uncut and strong. */
  const focus = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return { end: true, wrong: [] };
    const style = getComputedStyle(element);
    const box = [...element.getClientRects()].find(part => part.bottom > 0 && part.top < innerHeight) || element.getBoundingClientRect();
    const wrong = [];
    const say = words => wrong.push(`${words}: ${name(element)}`);
    const isTall = box.height > innerHeight;
    if (!isTall && (box.top < -1 || box.bottom > innerHeight + 1) || box.left < -1 || box.right > innerWidth + 1) say("out of view");
    const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1), y = Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    if (!top || !(element.contains(top) || top.contains(element))) say(`hidden behind ${top && name(top)}`);
    const width = parseFloat(style.outlineWidth), offset = parseFloat(style.outlineOffset) || 0;
    if (style.outlineStyle === "none" || width < 2) say("no ring");
    const own = parts(style.backgroundColor);
    const ground = offset < 0 && own.opaque ? own.rgb : behind(element);
    const ratio = contrast(parts(style.outlineColor).rgb, ground);
    if (ratio < 3) say(`ring of ${ratio.toFixed(2)}`);
    const reach = Math.max(0, offset + width);
    for (let frame = element.parentElement; frame && frame !== document.body; frame = frame.parentElement) {
      const overflow = getComputedStyle(frame).overflowX;
      if (overflow === "visible") continue;
      const edge = frame.getBoundingClientRect();
      if (edge.left > box.left - reach + 1 || edge.right < box.right + reach - 1 || edge.top > box.top - reach + 1 && overflow === "hidden") say(`ring cut by ${name(frame)}`);
    }
    if (box.left - reach < -1 || box.right + reach > innerWidth + 1) say("ring leaves the window");
    const isFirst = !element.dataset.seen;
    element.dataset.seen = "yes";
    return { end: !isFirst, wrong, name: name(element) };
  };

  /** What moves, floats over the page, or plays by itself. */
  const restless = () => [
    ...document.getAnimations().map(() => "an animation"),
    ...all("[autoplay], marquee, blink, dialog[open]").map(name),
    ...all("body *").filter(element => getComputedStyle(element).position === "fixed" && isShown(element)).map(name),
    ...all("body *").filter(element => parseFloat(getComputedStyle(element).transitionDuration) > 0).map(name),
  ];

  return { targets, smallTargets, smallText, besides, cuts, collisions, sideways, faintEdges, faintDrawings, focus, restless };
})();
