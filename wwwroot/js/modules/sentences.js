// Cuts a text into what is said in one breath: { words, range, block }, in the order of the page.

// A voice from the network falls silent after some fifteen seconds, so a longer sentence is cut at its commas.
const longest = 60;

const unsaid = "[aria-hidden='true'], .footnote-ref, .footnote-back-ref, script, style";
const blocks = "h1, h2, h3, h4, h5, h6, p, div, section, ul, ol, li, dl, dt, dd, blockquote, pre, figure, figcaption, caption, td, th";

const clause = /.+?(?:[。！？；…，：、]+[”’」』）》】]*|[,:;!?](?=[\s\p{Script=Han}])|$)/gsu;
const sentenceEnd = /[。！？；…;!?][”’」』）》】]*\s*$/;
const sayable = /[\p{L}\p{N}]/u;

export function sentencesOf(...texts) {
  const sentences = [];
  for (const text of texts) sentences.push(...new Cutter(text).cut());
  return sentences;
}

class Cutter {
  sentences = [];
  run = [];

  constructor(text) {
    this.text = text;
  }

  cut() {
    this.walk(this.text);
    this.endRun(this.text);
    return this.sentences;
  }

  walk(element) {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) this.run.push(node);
      else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(unsaid)) this.enter(node, element);
    }
  }

  enter(element, parent) {
    if (element.matches("table, img, br, " + blocks)) this.endRun(parent);
    if (element.matches("table")) this.add(tableParts(element));
    else if (element.matches("img")) this.add([part(element.alt, around(element), element, true)]);
    else this.walk(element);
    if (element.matches(blocks)) this.endRun(element);
  }

  endRun(block) {
    const nodes = this.run;
    this.run = [];
    this.add(clauses(nodes, block));
  }

  // Joins parts up to the end of a sentence, or as many as one breath holds.
  add(parts) {
    let open = null;
    for (const next of parts.filter(next => sayable.test(next.words))) {
      if (open && open.block === next.block && open.words.length + next.words.length <= longest) {
        open.words += next.words;
        open.range.setEnd(next.range.endContainer, next.range.endOffset);
      } else {
        open = next;
        this.sentences.push(open);
      }
      if (next.ends) open = null;
    }
  }
}

function part(words, range, block, ends) {
  return { words: words.replace(/\s+/g, " "), range, block, ends };
}

function around(element) {
  const range = document.createRange();
  range.selectNode(element);
  return range;
}

function clauses(nodes, block) {
  const text = nodes.map(node => node.data).join("");
  return [...text.matchAll(clause)].map(({ 0: words, index }) => {
    const start = index + words.search(/\S|$/);
    const end = index + words.trimEnd().length;
    return part(words, rangeIn(nodes, start, end), block, sentenceEnd.test(words));
  });
}

function rangeIn(nodes, start, end) {
  const range = document.createRange();
  let passed = 0;
  for (const node of nodes) {
    if (start >= passed && start < passed + node.length) range.setStart(node, start - passed);
    if (end > passed && end <= passed + node.length) range.setEnd(node, end - passed);
    passed += node.length;
  }
  return range;
}

// A row at a time; before each figure stands what its column is called, since nobody keeps nine headings in mind.
function tableParts(table) {
  const names = [...table.tHead?.rows[0]?.cells ?? []].map(wordsOf);
  return [...table.rows].flatMap(row => {
    const cells = [...row.cells];
    const isNamed = row.parentNode !== table.tHead && cells.length === names.length;
    return cells.map((cell, i) => cellPart(row, cell, isNamed && i > 0 ? names[i] + " " : "", i === cells.length - 1));
  });
}

function cellPart(row, cell, name, ends) {
  const words = wordsOf(cell);
  const isEmpty = !sayable.test(words);
  return part(`${name}${isEmpty && name ? "无" : words}${ends ? "。" : "，"}`, around(cell), row, ends);
}

function wordsOf(cell) {
  const copy = cell.cloneNode(true);
  for (const element of copy.querySelectorAll(unsaid)) element.remove();
  return copy.textContent.trim();
}
