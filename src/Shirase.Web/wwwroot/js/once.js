import { isComposing } from "./typing.js";

// A second press of a button must not send a second time; the Back button makes the form usable again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "dialog" || event.defaultPrevented) {
    return;
  }
  if (form.dataset.again !== undefined) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  form.setAttribute("aria-busy", "true");
});

window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }
});

// Enter that ends a conversion must not send; Ctrl/Command+Enter sends where the form allows it
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") {
    return;
  }
  if (isComposing(event)) {
    if (event.target.matches?.("input")) {
      event.preventDefault();
    }
    return;
  }
  const form = event.target.closest?.("form[data-submit-key]");
  if (form && (event.ctrlKey || event.metaKey) && !event.repeat && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("[data-primary]") ?? undefined);
  }
}, true);
