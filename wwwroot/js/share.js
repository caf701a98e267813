// To print, and to copy the page's address or its citation.

const citation = document.getElementById("page-citation");

// The address that the reader sees, which need not be the canonical one, without the section he is at.
const address = location.origin + location.pathname;

async function copyAddress(button) {
  const status = button.closest(".reading-tools").querySelector(".tool-status");
  if (await copyText(address, button)) {
    status.textContent = "网址已复制，可以粘贴到别处。";
  } else {
    status.textContent = "没能复制。网址已经选中，请按 Ctrl+C（手机上长按）复制：";
    const selectable = document.createElement("span");
    selectable.textContent = address;
    status.append(selectable);
    getSelection().selectAllChildren(selectable);
  }
  status.scrollIntoView({ block: "nearest" });
}

async function copyCitation(button) {
  const status = button.closest(".share").querySelector(".tool-status");
  if (await copyText(citation.textContent, button)) {
    status.textContent = "引用已复制，可以粘贴到别处。";
  } else {
    status.textContent = "没能复制。上面的引用已经选中，请按 Ctrl+C（手机上长按）复制。";
    getSelection().selectAllChildren(citation);
  }
  status.scrollIntoView({ block: "nearest" });
}

// Offices often serve plain HTTP, where navigator.clipboard does not exist.
async function copyText(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyWithTextarea(text, button);
  }
}

function copyWithTextarea(text, button) {
  const textarea = document.createElement("textarea");
  textarea.className = "visually-hidden";
  textarea.readOnly = true;
  textarea.value = text;
  // Beside the button, so that the page does not scroll to it.
  button.after(textarea);
  textarea.focus({ preventScroll: true });
  textarea.select();
  const isCopied = document.execCommand("copy");
  textarea.remove();
  button.focus({ preventScroll: true });
  return isCopied;
}

const actions = { print: () => print(), copy: copyAddress, cite: copyCitation };

for (const [tool, action] of Object.entries(actions)) {
  const button = document.querySelector(`[data-tool='${tool}']`);
  button.addEventListener("click", () => action(button));
}
