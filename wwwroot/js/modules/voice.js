// The browser's own voice, with what browsers are known to get wrong.

const speech = window.speechSynthesis;

// Chrome drops an utterance that nobody holds, and then never says that it ended.
let current = null;

export const canSpeak = Boolean(speech && window.SpeechSynthesisUtterance);

// The first question for voices sets most browsers to look for them; the list comes later.
speech?.getVoices();

export async function findVoice() {
  if (!canSpeak) return null;
  if (speech.getVoices().length === 0) await voicesOrTwoSeconds();
  const voices = speech.getVoices();
  const mandarin = voices.filter(({ lang }) => /^(zh|cmn)(-Hans)?(-CN)?$/i.test(lang.replace(/_/g, "-")));
  // A voice of the device needs no network, and sends the text to nobody.
  return mandarin.find(({ localService }) => localService) ?? mandarin[0] ?? voices.find(({ lang }) => /^(zh|cmn)/i.test(lang)) ?? null;
}

function voicesOrTwoSeconds() {
  return new Promise(done => {
    speech.addEventListener?.("voiceschanged", done, { once: true });
    setTimeout(done, 2000);
  });
}

export function say(words, { voice, rate, ended, failed }) {
  const wasSpeaking = hush();
  const mine = new SpeechSynthesisUtterance(words);
  mine.lang = voice.lang;
  mine.voice = voice;
  mine.rate = rate;
  mine.onend = () => { if (mine === current) ended(); };
  mine.onerror = () => { if (mine === current) failed(); };
  current = mine;
  // Right after a cancel some systems lose what they are given to speak.
  if (wasSpeaking) setTimeout(() => { if (mine === current) speech.speak(mine); }, 100);
  else speech.speak(mine);
}

// What is cancelled still tells of its end or error; by then it is not the current one.
export function hush() {
  current = null;
  const isSpeaking = speech.speaking || speech.pending;
  if (isSpeaking) speech.cancel();
  return isSpeaking;
}
