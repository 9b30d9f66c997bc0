// The form of an application: live counts and findings, saving while one writes, no lost text.
import { postFields, whenTypingPauses } from "./typing.js";
import "./findings.js";
import { announceCount } from "./counter.js";
import { keep, offerKept } from "./kept.js";

// Each element of the answer takes the place of the element with its id; a focused one stays, so that no caret jumps.
function swap(html) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  for (const fresh of answer.body.querySelectorAll("[id][data-swap], body > [id]")) {
    const old = document.getElementById(fresh.id);
    // Somebody is writing in it: it is taken the next time
    if (old?.contains(document.activeElement) && document.activeElement.matches("input, textarea, select")) {
      continue;
    }
    if (old && !(old.contains(document.activeElement) && old.innerHTML === fresh.innerHTML)) {
      const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
      old.replaceWith(document.adoptNode(fresh));
      if (focused) {
        document.getElementById(focused)?.focus();
      }
    }
  }
  announceCount();
}

function checkLive(form) {
  let running = null;
  whenTypingPauses(form, async () => {
    running?.abort();
    running = new AbortController();
    try {
      const response = await postFields(form, form.dataset.checkUrl, running.signal);
      if (response.ok) {
        swap(await response.text());
      }
    } catch {
      // Superseded by later typing, or the network is away: the button 点検する does the same
    }
  }, 300);
}

function saveLive(form) {
  const said = document.getElementById(form.dataset.savedId ?? "saved");
  let typed = 0;
  let saved = 0;
  let saving = null;
  const say = (text) => {
    if (said) {
      said.textContent = text;
    }
  };
  const save = async () => {
    if (saving || saved === typed || form.dataset.sent) {
      return;
    }
    saving = send(typed);
    await saving;
    saving = null;
  };
  const send = async (upTo) => {
    try {
      const response = await postFields(form, form.dataset.autosaveUrl);
      if (response.ok) {
        const answer = await response.json();
        saved = upTo;
        // Each saving carries the mark of the one before, so that two windows never overwrite each other
        const mark = form.elements.namedItem(form.dataset.versionField ?? "Version");
        if (mark && answer.version !== undefined) {
          mark.value = answer.version;
        }
        say(answer.said);
      } else {
        keep(form);
        say(form.dataset[response.status === 401 ? "saidSignedOut" : response.status === 409 ? "saidConflict" : "saidNotSaved"] ?? "");
      }
    } catch {
      keep(form);
      say(form.dataset.saidNotSaved ?? "");
    }
  };

  // Sent while a saving is on its way, the form would carry an older mark than the one that is being written
  form.addEventListener("submit", (event) => {
    if (saving) {
      event.preventDefault();
      const { submitter } = event;
      saving.then(() => setTimeout(() => form.requestSubmit(submitter)));
    }
  });
  form.addEventListener("input", () => {
    typed++;
  });
  whenTypingPauses(form, save, 3000);
  form.addEventListener("draft-restored", () => {
    typed++;
    save();
  });
  window.addEventListener("beforeunload", (event) => {
    if (typed !== saved && !form.dataset.sent) {
      event.preventDefault();
    }
  });
}

for (const form of document.querySelectorAll("form[data-check-url]")) {
  checkLive(form);
}
for (const form of document.querySelectorAll("form[data-autosave-url]")) {
  saveLive(form);
  offerKept(form);
}

// Forms without saving still warn before their words are lost
for (const form of document.querySelectorAll("form[data-leave-guard]:not([data-autosave-url])")) {
  let dirty = false;
  form.addEventListener("input", () => {
    dirty = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (dirty && !form.dataset.sent) {
      event.preventDefault();
    }
  });
}
