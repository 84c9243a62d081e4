/** Shows and hides a password; the button is only there when it works. */
export function secrets(page) {
  for (const button of page.querySelectorAll("[data-shows]")) button.hidden = false;
  page.addEventListener("click", (event) => {
    const button = event.target.closest("[data-shows]");
    if (!button) return;
    const field = page.getElementById(button.dataset.shows);
    const hidden = field.type === "password";
    field.type = hidden ? "text" : "password";
    button.textContent = hidden ? "隐藏" : "显示";
  });
}
