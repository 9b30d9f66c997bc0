// Words that could not be saved (signed out, network away) wait in this tab until they can be put back.
function place(form) {
  return `shirase-draft:${form.dataset.autosaveUrl}`;
}

function wordsOf(form) {
  return [...form.elements].filter((control) => control.name && control.matches("textarea, input[type=text], input:not([type]), select"));
}

export function keep(form) {
  try {
    sessionStorage.setItem(place(form), JSON.stringify(Object.fromEntries(wordsOf(form).map((control) => [control.name, control.value]))));
  } catch {
    // Storage is switched off by policy: the page still holds the words and warns before it is left
  }
}

// The element with data-kept-offer holds the words of the offer and its two buttons, hidden until there is something
export function offerKept(form) {
  const offer = document.querySelector("[data-kept-offer]");
  let kept = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(place(form)) ?? "null");
  } catch {
    return;
  }
  const differs = kept && wordsOf(form).some((control) => kept[control.name] !== undefined && kept[control.name] !== control.value);
  if (!offer || !differs) {
    return;
  }
  offer.hidden = false;
  const done = () => {
    offer.hidden = true;
    sessionStorage.removeItem(place(form));
  };
  offer.querySelector("[data-kept-restore]")?.addEventListener("click", () => {
    for (const control of wordsOf(form)) {
      if (kept[control.name] !== undefined) {
        control.value = kept[control.name];
      }
    }
    done();
    form.dispatchEvent(new Event("input", { bubbles: true }));
    form.dispatchEvent(new Event("draft-restored"));
  });
  offer.querySelector("[data-kept-drop]")?.addEventListener("click", done);
}
