// Everything here only makes pages quicker to use; each page works without it.
import { isComposing } from "./typing.js";
import "./once.js";
import "./date-reading.js";
import "./draft.js";
import "./decide.js";
import "./countdown.js";

// "/" goes to the search
document.addEventListener("keydown", (event) => {
  const search = document.querySelector("[data-search-key]");
  if (event.key === "/" && search && !event.ctrlKey && !event.metaKey && !event.altKey
    && !isComposing(event) && !event.target.closest("input, textarea, select, [contenteditable], dialog")) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// After a refused form, the focus stands on what must change
const refused = document.getElementById("refused") ?? document.querySelector("main [aria-invalid='true']");
refused?.focus();
