// A line under the line being read. It follows the mouse or the finger; for who scrolls with the keyboard it stays where it is
// while the text moves under it.
import { readPreference, savePreference } from "./modules/preferences.js";

const button = document.querySelector("[data-tool='guide']");
const guide = document.createElement("div");
guide.className = "reading-guide";
guide.setAttribute("aria-hidden", "true");

function show(isOn) {
  button.setAttribute("aria-pressed", isOn);
  if (isOn) document.body.append(guide);
  else guide.remove();
}

function toggle() {
  const isOn = !guide.isConnected;
  show(isOn);
  savePreference("guide", isOn ? "on" : "off");
}

function followPointer({ clientY }) {
  guide.style.top = `${clientY}px`;
}

show(readPreference("guide") === "on");
button.addEventListener("click", toggle);
addEventListener("pointermove", followPointer);
addEventListener("pointerdown", followPointer);
