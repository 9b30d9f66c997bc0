// Says how much room is left: at once when it is over, otherwise after a pause that shortens as the room runs out.
let timer = 0;
let lastSaid = "";

export function announceCount() {
  const counter = document.querySelector("[data-announce]");
  const voice = document.querySelector("[data-counter-voice]");
  if (!counter || !voice || counter.dataset.announce === lastSaid) {
    return;
  }
  const left = Number(counter.dataset.left);
  const share = left / Math.max(1, Number(counter.dataset.limit));
  clearTimeout(timer);
  timer = setTimeout(() => {
    lastSaid = counter.dataset.announce;
    voice.textContent = lastSaid;
  }, left < 0 ? 0 : 1000 + Math.max(0, Math.min(1, share)) * 4000);
}
