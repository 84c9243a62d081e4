/** A form with data-guard that was changed and not sent asks before the page is left. */
export function unsaved(page) {
  const changed = new Set();
  page.addEventListener("input", (event) => {
    const form = event.target.form ?? event.target;
    if (!form?.matches("[data-guard]")) return;
    changed.add(form);
    form.querySelector(".unsaved")?.removeAttribute("hidden");
  });
  page.addEventListener("submit", (event) => changed.delete(event.target));
  page.addEventListener("desk:retry", (event) => event.target.matches("[data-guard]") && changed.add(event.target));
  window.addEventListener("beforeunload", (event) => {
    if (changed.size) event.preventDefault();
  });
}
