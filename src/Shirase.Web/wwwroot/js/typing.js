// Keys that belong to an input method must never act on the page.
// Some browsers end the composition before its last keydown and mark that one with 229.
export function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

// Runs act once typing has paused, and never inside a composition.
export function whenTypingPauses(form, act, milliseconds) {
  let timer = 0;
  let composing = false;
  const later = () => {
    clearTimeout(timer);
    if (!composing) {
      timer = setTimeout(act, milliseconds);
    }
  };
  form.addEventListener("compositionstart", () => {
    composing = true;
    clearTimeout(timer);
  });
  form.addEventListener("compositionend", () => {
    composing = false;
    later();
  });
  form.addEventListener("input", later);
  form.addEventListener("change", later);
}

// Posts the fields of a form as they stand; files stay behind, they are sent by their own button.
export function postFields(form, url, signal) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") {
      fields.append(name, value);
    }
  }
  return fetch(url, {
    method: "POST",
    body: fields,
    headers: { "X-Requested-With": "fetch" },
    credentials: "same-origin",
    redirect: "error",
    signal,
  });
}
