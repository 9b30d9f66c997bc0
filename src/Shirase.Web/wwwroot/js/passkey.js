// Passkeys: asks the browser for the credential and sends it with the form around the button. Nothing without WebAuthn.
const works = window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential?.parseRequestOptionsFromJSON;

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!works) continue;
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    const error = form.querySelector('[data-passkey-error]');
    error.textContent = '';
    try {
      const answer = await fetch(form.dataset.options, {
        method: 'POST',
        headers: { 'X-Form-Token': form.elements.__RequestVerificationToken.value, 'X-Requested-With': 'passkey' },
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const options = await answer.json();
      const credential = form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.credential.value = JSON.stringify(credential);
      form.requestSubmit();
    } catch {
      error.textContent = error.dataset.failed;
    }
  });
}
