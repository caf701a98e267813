// Splits a page's text into what a voice says in one breath: { text, range, block }, in the order of the page.

// Chrome's network voices fall silent after some fifteen seconds, so a longer sentence is split at its commas.
const maxLength = 60;

const skippedElements = "[aria-hidden='true'], .footnote-ref, .footnote-back-ref, script, style";
const blockElements = "h1, h2, h3, h4, h5, h6, p, div, section, ul, ol, li, dl, dt, dd, blockquote, pre, figure, figcaption, caption, td, th";

const clausePattern = /.+?(?:[。！？；…，：、]+[”’」』）》】]*|[,:;!?](?=[\s\p{Script=Han}])|$)/gsu;
const sentenceEnd = /[。！？；…;!?][”’」』）》】]*\s*$/;
const pronounceable = /[\p{L}\p{N}]/u;

export function sentencesOf(...elements) {
  return elements.flatMap(element => new SentenceSplitter(element).split());
}

class SentenceSplitter {
  sentences = [];
  textNodes = [];

  constructor(root) {
    this.root = root;
  }

  split() {
    this.walk(this.root);
    this.endParagraph(this.root);
    return this.sentences;
  }

  walk(element) {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.textNodes.push(node);
      else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(skippedElements)) this.visit(node, element);
    }
  }

  visit(element, parent) {
    if (element.matches("table, img, br, " + blockElements)) this.endParagraph(parent);
    if (element.matches("table")) this.add(tableFragments(element));
    else if (element.matches("img")) this.add([fragment(element.alt, rangeAround(element), element, true)]);
    else this.walk(element);
    if (element.matches(blockElements)) this.endParagraph(element);
  }

  endParagraph(block) {
    const nodes = this.textNodes;
    this.textNodes = [];
    this.add(clausesOf(nodes, block));
  }

  // Joins fragments up to the end of a sentence, or as many as fit one breath.
  add(fragments) {
    let open = null;
    for (const next of fragments.filter(next => pronounceable.test(next.text))) {
      if (open && open.block === next.block && open.text.length + next.text.length <= maxLength) {
        open.text += next.text;
        open.range.setEnd(next.range.endContainer, next.range.endOffset);
      } else {
        open = next;
        this.sentences.push(open);
      }
      if (next.endsSentence) open = null;
    }
  }
}

function fragment(text, range, block, endsSentence) {
  return { text: text.replace(/\s+/g, " "), range, block, endsSentence };
}

function rangeAround(element) {
  const range = document.createRange();
  range.selectNode(element);
  return range;
}

function clausesOf(nodes, block) {
  const joined = nodes.map(node => node.data).join("");
  return [...joined.matchAll(clausePattern)].map(({ 0: text, index }) => {
    const start = index + text.search(/\S|$/);
    const end = index + text.trimEnd().length;
    return fragment(text, rangeIn(nodes, start, end), block, sentenceEnd.test(text));
  });
}

function rangeIn(nodes, start, end) {
  const range = document.createRange();
  let offset = 0;
  for (const node of nodes) {
    if (start >= offset && start < offset + node.length) range.setStart(node, start - offset);
    if (end > offset && end <= offset + node.length) range.setEnd(node, end - offset);
    offset += node.length;
  }
  return range;
}

// A row at a time. Each figure is said with its column's heading before it, since nobody keeps nine headings in mind.
function tableFragments(table) {
  const headings = [...table.tHead?.rows[0]?.cells ?? []].map(spokenText);
  return [...table.rows].flatMap(row => {
    const cells = [...row.cells];
    // Where cells span columns, a heading would be said before the wrong figure.
    const hasHeadings = row.parentNode !== table.tHead && cells.length === headings.length;
    return cells.map((cell, i) => cellFragment(row, cell, hasHeadings && i > 0 ? headings[i] + " " : "", i === cells.length - 1));
  });
}

function cellFragment(row, cell, heading, endsRow) {
  const text = spokenText(cell);
  const isEmpty = !pronounceable.test(text);
  return fragment(`${heading}${isEmpty && heading ? "无" : text}${endsRow ? "。" : "，"}`, rangeAround(cell), row, endsRow);
}

function spokenText(cell) {
  const copy = cell.cloneNode(true);
  for (const element of copy.querySelectorAll(skippedElements)) element.remove();
  return copy.textContent.trim();
}
