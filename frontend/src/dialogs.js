/** A link with data-dialog opens the dialog it points at; without script the same link reaches it by :target. */
export function dialogs(page) {
  page.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    if (opener) {
      event.preventDefault();
      page.querySelector(opener.getAttribute("href")).showModal();
    }
    const closer = event.target.closest("[data-close]");
    if (closer) {
      event.preventDefault();
      closer.closest("dialog").close();
    }
  });
}
