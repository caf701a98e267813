// Fills the list of the search box with what the reader may be typing. Without it the box works as before.
const box = document.getElementById("page-search");
const list = document.createElement("datalist");
list.id = "page-suggestions";
let asked = "";
let pending = 0;

function show(words) {
  list.replaceChildren(...words.map((word) => {
    const option = document.createElement("option");
    option.value = word;
    return option;
  }));
}

async function ask() {
  const typed = box.value.trim();
  if (typed === asked) return;
  asked = typed;
  if (typed === "") return show([]);
  const answer = await fetch(`/search/suggest?q=${encodeURIComponent(typed)}`).catch(() => null);
  // What was typed meanwhile has its own answer.
  if (answer?.ok && typed === asked) show((await answer.json())[1]);
}

if (box) {
  box.after(list);
  box.setAttribute("list", list.id);
  box.addEventListener("input", (event) => {
    // While an input method composes, the letters are not yet what the reader means.
    if (event.isComposing) return;
    clearTimeout(pending);
    pending = setTimeout(ask, 150);
  });
  box.addEventListener("compositionend", ask);
}
