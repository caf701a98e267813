// A line under the line being read. It follows the pointer, or the finger that touches; who scrolls with the keys has it stay
// where it is while the text moves under it.
import { recall, remember } from "./modules/preferences.js";

const button = document.querySelector("[data-tool='guide']");
const line = document.createElement("div");
line.className = "reading-guide";
line.setAttribute("aria-hidden", "true");

function show(isOn) {
  button.setAttribute("aria-pressed", isOn);
  if (isOn) document.body.append(line);
  else line.remove();
}

function toggle() {
  const isOn = !line.isConnected;
  show(isOn);
  remember("guide", isOn ? "on" : "off");
}

function follow({ clientY }) {
  line.style.top = `${clientY}px`;
}

show(recall("guide") === "on");
button.addEventListener("click", toggle);
addEventListener("pointermove", follow);
addEventListener("pointerdown", follow);
