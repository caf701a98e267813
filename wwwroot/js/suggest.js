// Fills the list of the search box with what the reader may be typing. Without it the box works as before.
const input = document.getElementById("page-search");
const datalist = document.createElement("datalist");
datalist.id = "page-suggestions";
let lastQuery = "";
let debounceTimer = 0;

function showSuggestions(suggestions) {
  datalist.replaceChildren(...suggestions.map((suggestion) => {
    const option = document.createElement("option");
    option.value = suggestion;
    return option;
  }));
}

async function fetchSuggestions() {
  const query = input.value.trim();
  if (query === lastQuery) return;
  lastQuery = query;
  if (query === "") return showSuggestions([]);
  const response = await fetch(`/search/suggest?q=${encodeURIComponent(query)}`).catch(() => null);
  // A slow answer must not replace that of a later query.
  if (response?.ok && query === lastQuery) showSuggestions((await response.json())[1]);
}

if (input) {
  input.after(datalist);
  input.setAttribute("list", datalist.id);
  input.addEventListener("input", (event) => {
    // While an input method composes, the letters are not yet what the reader means.
    if (event.isComposing) return;
    clearTimeout(debounceTimer);
    debounceTimer = setTimeout(fetchSuggestions, 150);
  });
  input.addEventListener("compositionend", fetchSuggestions);
}
