// An open preview shows what was just saved: it reloads when the server tells of another edition than the page was made from.

const bar = document.getElementById("page-preview");
const events = new EventSource("/preview/events");

events.addEventListener("message", (event) => {
  if (event.data !== bar.dataset.edition) location.reload();
});
