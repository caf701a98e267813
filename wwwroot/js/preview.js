// An open preview shows what was just saved: it loads again when another edition stands than the one it was made of.

const bar = document.getElementById("page-preview");
const editions = new EventSource("/preview/events");

editions.addEventListener("message", (event) => {
  if (event.data !== bar.dataset.edition) location.reload();
});
