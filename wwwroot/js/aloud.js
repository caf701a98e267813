// Reads the report aloud, a sentence at a time: what its bar of controls does.
import { bringIntoView, isInView, mark, unmark } from "./modules/highlight.js";
import { recall, remember } from "./modules/preferences.js";
import { sentencesOf } from "./modules/sentences.js";
import { canSpeak, findVoice, hush, say } from "./modules/voice.js";

const noSpeech = "这个浏览器不能朗读。请换用新版的浏览器，或者点“二维码”，用手机打开本页来听。";
const noVoice = "这台设备没有中文语音，不能朗读。请在系统的语音设置里添加“中文（普通话）”，或者点“二维码”，用手机打开本页来听。";

const button = document.querySelector("[data-tool='aloud']");
const said = document.querySelector(".reading-tools .tool-status");
const bar = document.getElementById("page-aloud");
const pauseButton = bar.querySelector("[data-aloud='pause']");
const state = bar.querySelector(".aloud-state");
const count = bar.querySelector(".aloud-count");
const rates = [...bar.querySelectorAll("[data-rate]")];

let sentences = [];
let at = 0;
let isPaused = false;
let voice = null;
let rate = rates.find(choice => choice.dataset.rate === recall("aloud-rate"))?.dataset.rate ?? "1";

async function start() {
  press(true);
  said.textContent = "正在准备朗读……";
  voice = await findVoice();
  if (!isPressed()) return;
  if (voice) {
    said.textContent = "";
    showBar();
  } else {
    said.textContent = canSpeak ? noVoice : noSpeech;
    said.scrollIntoView({ block: "nearest" });
    press(false);
  }
}

function showBar() {
  sentences = sentencesOf(document.querySelector(".report h1"), document.getElementById("page-body"));
  // Last on the page it has room of its own, and until the page's end is reached it stays at the window's foot.
  document.body.append(bar);
  bar.hidden = false;
  goTo(0);
  keepClear();
  pauseButton.focus({ preventScroll: true });
}

function finish(words) {
  const hadFocus = bar.contains(document.activeElement);
  hush();
  unmark();
  bar.hidden = true;
  keepClear();
  press(false);
  said.textContent = words;
  if (hadFocus) focusText(sentences[at].block);
}

function goTo(index) {
  read(Math.min(Math.max(index, 0), sentences.length - 1));
  bringIntoView(sentences[at], foot());
}

function read(index) {
  at = index;
  mark(sentences[at]);
  say(sentences[at].words, { voice, rate: Number(rate), ended: readOn, failed: () => pause("朗读断了，请点“继续”") });
  tell(false);
}

function readOn() {
  const isFollowed = isInView(sentences[at], foot());
  if (at === sentences.length - 1) finish("读完了。");
  // Who has scrolled away to look at something is not pulled back.
  else if (isFollowed) goTo(at + 1);
  else read(at + 1);
}

// Android cannot pause: so a pause remembers the sentence, and begins it again.
function pause(words) {
  hush();
  tell(true, words);
}

function tell(paused, words = paused ? "已暂停" : "正在朗读") {
  isPaused = paused;
  pauseButton.textContent = paused ? "继续" : "暂停";
  if (state.textContent !== words) state.textContent = words;
  count.textContent = `第${at + 1}句，共${sentences.length}句`;
}

function changeRate(chosen) {
  rate = chosen;
  remember("aloud-rate", rate);
  showRate();
  if (!isPaused) read(at);
}

function showRate() {
  for (const choice of rates) choice.setAttribute("aria-pressed", choice.dataset.rate === rate);
}

function press(isOn) {
  button.setAttribute("aria-pressed", isOn);
}

function isPressed() {
  return button.getAttribute("aria-pressed") === "true";
}

function foot() {
  return innerHeight - bar.offsetHeight;
}

// What takes the focus, or is jumped to, stops above the bar, with room for the ring around it.
function keepClear() {
  document.documentElement.style.setProperty("--aloud-height", bar.hidden ? null : `${bar.offsetHeight + 8}px`);
}

// Reading goes on where the voice stopped; the button that began it may be many screens away.
function focusText(block) {
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.addEventListener("blur", () => block.removeAttribute("tabindex"), { once: true });
}

const does = {
  pause: () => isPaused ? goTo(at) : pause(),
  back: () => goTo(at - 1),
  next: () => goTo(at + 1),
  stop: () => finish("朗读已停止。"),
};

function toggle() {
  if (!isPressed()) start();
  else if (bar.hidden) press(false);
  else does.stop();
}

showRate();
button.addEventListener("click", toggle);
for (const key of bar.querySelectorAll("[data-aloud]")) key.addEventListener("click", () => does[key.dataset.aloud]());
for (const choice of rates) choice.addEventListener("click", () => changeRate(choice.dataset.rate));
bar.addEventListener("keydown", event => { if (event.key === "Escape") does.stop(); });
addEventListener("resize", () => { if (!bar.hidden) keepClear(); });
// A browser goes on speaking when its page is left.
addEventListener("pagehide", () => { if (!bar.hidden) pause(); });
