// Reads the report aloud, a sentence at a time: what its bar of controls does.
import { clearHighlight, highlight, isInView, scrollIntoView } from "./modules/highlight.js";
import { readPreference, savePreference } from "./modules/preferences.js";
import { sentencesOf } from "./modules/sentences.js";
import { canSpeak, findVoice, speak, stopSpeaking } from "./modules/voice.js";

const noSpeech = "这个浏览器不能朗读。请换用新版的浏览器，或者点“二维码”，用手机打开本页来听。";
const noVoice = "这台设备没有中文语音，不能朗读。请在系统的语音设置里添加“中文（普通话）”，或者点“二维码”，用手机打开本页来听。";

const toggleButton = document.querySelector("[data-tool='aloud']");
const toolStatus = document.querySelector(".reading-tools .tool-status");
const bar = document.getElementById("page-aloud");
const pauseButton = bar.querySelector("[data-aloud='pause']");
const stateText = bar.querySelector(".aloud-state");
const countText = bar.querySelector(".aloud-count");
const rateButtons = [...bar.querySelectorAll("[data-rate]")];

let sentences = [];
let currentIndex = 0;
let isPaused = false;
let voice = null;
let rate = rateButtons.find(choice => choice.dataset.rate === readPreference("aloud-rate"))?.dataset.rate ?? "1";

async function start() {
  setPressed(true);
  toolStatus.textContent = "正在准备朗读……";
  voice = await findVoice();
  // The reader may have pressed the button again while the browser looked for voices.
  if (!isPressed()) return;
  if (voice) {
    toolStatus.textContent = "";
    openBar();
  } else {
    toolStatus.textContent = canSpeak ? noVoice : noSpeech;
    toolStatus.scrollIntoView({ block: "nearest" });
    setPressed(false);
  }
}

function openBar() {
  sentences = sentencesOf(document.querySelector(".report h1"), document.getElementById("page-body"));
  // The bar is sticky: as the body's last child it lies over nothing once the page's end is reached.
  document.body.append(bar);
  bar.hidden = false;
  goTo(0);
  reserveBarHeight();
  pauseButton.focus({ preventScroll: true });
}

function closeBar(message) {
  const hadFocus = bar.contains(document.activeElement);
  stopSpeaking();
  clearHighlight();
  bar.hidden = true;
  reserveBarHeight();
  setPressed(false);
  toolStatus.textContent = message;
  if (hadFocus) focusBlock(sentences[currentIndex].block);
}

function goTo(index) {
  readSentence(Math.min(Math.max(index, 0), sentences.length - 1));
  scrollIntoView(sentences[currentIndex], visibleBottom());
}

function readSentence(index) {
  currentIndex = index;
  const sentence = sentences[currentIndex];
  highlight(sentence);
  speak(sentence.text, { voice, rate: Number(rate), onEnd: readNext, onError: () => pause("朗读断了，请点“继续”") });
  showState(false);
}

function readNext() {
  const isFollowed = isInView(sentences[currentIndex], visibleBottom());
  if (currentIndex === sentences.length - 1) closeBar("读完了。");
  // Who has scrolled away to look at something is not pulled back.
  else if (isFollowed) goTo(currentIndex + 1);
  else readSentence(currentIndex + 1);
}

// Chrome on Android cannot pause speech: the sentence is stopped, and begins again when the reader goes on.
function pause(message) {
  stopSpeaking();
  showState(true, message);
}

function showState(paused, message = paused ? "已暂停" : "正在朗读") {
  isPaused = paused;
  pauseButton.textContent = paused ? "继续" : "暂停";
  // Setting the same text again would make a screen reader announce it for every sentence.
  if (stateText.textContent !== message) stateText.textContent = message;
  countText.textContent = `第${currentIndex + 1}句，共${sentences.length}句`;
}

function changeRate(chosen) {
  rate = chosen;
  savePreference("aloud-rate", rate);
  showRate();
  if (!isPaused) readSentence(currentIndex);
}

function showRate() {
  for (const choice of rateButtons) choice.setAttribute("aria-pressed", choice.dataset.rate === rate);
}

function setPressed(isOn) {
  toggleButton.setAttribute("aria-pressed", isOn);
}

function isPressed() {
  return toggleButton.getAttribute("aria-pressed") === "true";
}

/** Where the part of the window ends that the bar does not cover. */
function visibleBottom() {
  return innerHeight - bar.offsetHeight;
}

// Without it an element that takes the focus, or is jumped to, may lie behind the bar. 8px are for the focus ring.
function reserveBarHeight() {
  document.documentElement.style.setProperty("--aloud-height", bar.hidden ? null : `${bar.offsetHeight + 8}px`);
}

// The focus moves to the last sentence, not back to the button that began it, which may be many screens above.
function focusBlock(block) {
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.addEventListener("blur", () => block.removeAttribute("tabindex"), { once: true });
}

const actions = {
  pause: () => isPaused ? goTo(currentIndex) : pause(),
  back: () => goTo(currentIndex - 1),
  next: () => goTo(currentIndex + 1),
  stop: () => closeBar("朗读已停止。"),
};

function toggle() {
  if (!isPressed()) start();
  else if (bar.hidden) setPressed(false);
  else actions.stop();
}

showRate();
toggleButton.addEventListener("click", toggle);
for (const button of bar.querySelectorAll("[data-aloud]")) button.addEventListener("click", () => actions[button.dataset.aloud]());
for (const choice of rateButtons) choice.addEventListener("click", () => changeRate(choice.dataset.rate));
bar.addEventListener("keydown", event => { if (event.key === "Escape") actions.stop(); });
addEventListener("resize", () => { if (!bar.hidden) reserveBarHeight(); });
// A browser goes on speaking when its page is left.
addEventListener("pagehide", () => { if (!bar.hidden) pause(); });
