// Decisions by key: the key opens the confirmation with its consequence in words, Enter confirms, Esc goes back.
import { isComposing } from "./typing.js";

function open(button) {
  const dialog = document.getElementById(button.dataset.opens);
  if (!dialog?.showModal || dialog.open) {
    return false;
  }
  dialog.showModal();
  dialog.querySelector("[data-confirm]")?.focus();
  return true;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-opens]");
  if (button && open(button)) {
    event.preventDefault();
  }
  const close = event.target.closest?.("[data-closes]");
  if (close) {
    event.preventDefault();
    close.closest("dialog")?.close();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isComposing(event)
    || event.target.closest?.("input, textarea, select, [contenteditable], dialog") || document.querySelector("dialog[open]")) {
    return;
  }
  const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (button) {
    event.preventDefault();
    button.focus();
    button.click();
  }
});
