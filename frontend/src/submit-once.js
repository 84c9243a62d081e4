/** An act is sent once: the pressed button says so and the form takes no second press until the page is shown again. */
export function submitOnce(page) {
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.sent = "yes";
    const button = event.submitter;
    // Disabled only after the browser has read the form, or the button's own name and value would be lost.
    if (button) setTimeout(() => (button.disabled = true));
  }, true);
  const release = (form) => {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button[disabled]:not([data-blocked])")) button.disabled = false;
  };
  page.addEventListener("desk:retry", (event) => release(event.target));
  window.addEventListener("pageshow", () => {
    for (const form of page.querySelectorAll("form[data-sent]")) release(form);
  });
}
