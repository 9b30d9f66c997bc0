// Jumps to the words a finding speaks of, and mends them with one press.
function select(control, start, length) {
  control.focus();
  if (length > 0 && control.setSelectionRange) {
    control.setSelectionRange(start, start + length);
  }
}

function showMends(root) {
  for (const button of root.querySelectorAll("[data-mend][hidden]")) {
    button.hidden = false;
  }
}

document.addEventListener("click", (event) => {
  const target = event.target.closest?.("[data-jump], [data-mend]");
  const control = target && document.getElementById(target.dataset.jump ?? target.dataset.mendIn);
  if (!control) {
    return;
  }
  event.preventDefault();
  control.closest("details")?.setAttribute("open", "");
  const start = Number(target.dataset.start);
  const length = Number(target.dataset.length);
  if (target.dataset.mend !== undefined) {
    // The text may have moved on since the check: only the very words that were found are replaced
    if (control.value.slice(start, start + length) !== target.dataset.mendWas) {
      control.focus();
      return;
    }
    control.setRangeText(target.dataset.mend, start, start + length, "select");
    control.focus();
    control.dispatchEvent(new Event("input", { bubbles: true }));
    return;
  }
  select(control, start, length);
});

showMends(document);
new MutationObserver(() => showMends(document)).observe(document.body, { childList: true, subtree: true });
