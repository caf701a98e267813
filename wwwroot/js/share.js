// To print, and to copy the page's address or its citation.

const citation = document.getElementById("page-citation");

// The address that the reader sees, which need not be the canonical one, without the section he is at.
const address = location.origin + location.pathname;

async function copyAddress(button) {
  const said = button.closest(".reading-tools").querySelector(".tool-status");
  if (await copied(address, button)) {
    said.textContent = "网址已复制，可以粘贴到别处。";
  } else {
    said.textContent = "没能复制。网址已经选中，请按 Ctrl+C（手机上长按）复制：";
    const words = document.createElement("span");
    words.textContent = address;
    said.append(words);
    getSelection().selectAllChildren(words);
  }
  said.scrollIntoView({ block: "nearest" });
}

async function copyCitation(button) {
  const said = button.closest(".share").querySelector(".tool-status");
  if (await copied(citation.textContent, button)) {
    said.textContent = "引用已复制，可以粘贴到别处。";
  } else {
    said.textContent = "没能复制。上面的引用已经选中，请按 Ctrl+C（手机上长按）复制。";
    getSelection().selectAllChildren(citation);
  }
  said.scrollIntoView({ block: "nearest" });
}

// Offices often serve plain HTTP, where a browser gives a page no clipboard.
async function copied(words, button) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copiedFromBox(words, button);
  }
}

function copiedFromBox(words, button) {
  const box = document.createElement("textarea");
  box.className = "visually-hidden";
  box.readOnly = true;
  box.value = words;
  button.after(box);
  box.focus({ preventScroll: true });
  box.select();
  const isCopied = document.execCommand("copy");
  box.remove();
  button.focus({ preventScroll: true });
  return isCopied;
}

const does = { print: () => print(), copy: copyAddress, cite: copyCitation };

for (const [tool, act] of Object.entries(does)) {
  const button = document.querySelector(`[data-tool='${tool}']`);
  button.addEventListener("click", () => act(button));
}
