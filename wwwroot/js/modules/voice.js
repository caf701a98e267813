// The browser's own voice, with what browsers are known to get wrong.

const speech = window.speechSynthesis;

// Held here since Chrome drops an utterance that nobody refers to, and then never fires its end event.
let currentUtterance = null;

export const canSpeak = Boolean(speech && window.SpeechSynthesisUtterance);

// Most browsers load their voices only after the first call, which itself returns none.
speech?.getVoices();

export async function findVoice() {
  if (!canSpeak) return null;
  if (speech.getVoices().length === 0) await voicesOrTimeout(2000);
  const voices = speech.getVoices();
  const mandarin = voices.filter(({ lang }) => /^(zh|cmn)(-Hans)?(-CN)?$/i.test(lang.replace(/_/g, "-")));
  // A voice of the device needs no network, and sends the text to nobody.
  return mandarin.find(({ localService }) => localService) ?? mandarin[0] ?? voices.find(({ lang }) => /^(zh|cmn)/i.test(lang)) ?? null;
}

function voicesOrTimeout(milliseconds) {
  return new Promise(resolve => {
    speech.addEventListener?.("voiceschanged", resolve, { once: true });
    setTimeout(resolve, milliseconds);
  });
}

export function speak(text, { voice, rate, onEnd, onError }) {
  const wasSpeaking = stopSpeaking();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = voice.lang;
  utterance.voice = voice;
  utterance.rate = rate;
  // A cancelled utterance still fires its end or error event; by then it is no longer the current one.
  utterance.onend = () => { if (utterance === currentUtterance) onEnd(); };
  utterance.onerror = () => { if (utterance === currentUtterance) onError(); };
  currentUtterance = utterance;
  // Right after a cancel some systems lose what they are given to speak.
  if (wasSpeaking) setTimeout(() => { if (utterance === currentUtterance) speech.speak(utterance); }, 100);
  else speech.speak(utterance);
}

/** Tells whether anything was being spoken. */
export function stopSpeaking() {
  currentUtterance = null;
  const isSpeaking = speech.speaking || speech.pending;
  if (isSpeaking) speech.cancel();
  return isSpeaking;
}
