/** The / key goes to the ask box 问一问, unless somebody is typing. */
export function askKey(page) {
  page.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const box = page.querySelector("[data-ask]");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

/** Whether keys belong to the element that has the focus. */
export function typing(element) {
  return element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName);
}
