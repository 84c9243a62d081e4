const KEPT = "desk:sent";

/** What a form with data-guard sends stays in this tab until the server has answered: a broken line loses nothing, and offline nothing is sent. */
export function keeping(page) {
  const kept = read();
  if (kept && answered(kept, page.referrer)) sessionStorage.removeItem(KEPT);
  else if (kept && kept.address === address(page.location)) restore(page, kept);
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches("[data-guard]")) return;
    if (navigator.onLine) {
      sessionStorage.setItem(KEPT, JSON.stringify({ address: address(page.location), fields: fields(new FormData(form)) }));
      return;
    }
    event.preventDefault();
    say(page, form, "没有网络，没有发出去。填的还在这一页，有信号了再按一次。");
    // After the button has been put out of use, or it would stay so.
    setTimeout(() => form.dispatchEvent(new CustomEvent("desk:retry", { bubbles: true })));
  });
}

/** Whether this page is the server's answer to what was sent: one comes to it from the form itself. */
export function answered(kept, referrer) {
  return referrer !== "" && address(new URL(referrer)) === kept.address;
}

/** What was typed, without the token of the page and without files. The id stays: sent again under it, an act is done once. */
export function fields(entries) {
  return [...entries].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string");
}

function address(place) {
  return place.pathname + place.search;
}

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT));
  } catch {
    return null;
  }
}

function restore(page, kept) {
  const form = [...page.forms].find((one) => one.matches("[data-guard]"));
  if (!form) return;
  for (const control of form.elements) {
    const values = kept.fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
    else if (values.length && control.type !== "file" && (control.type !== "hidden" || control.name === "id")) control.value = values[0];
    else continue;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
  say(page, form, "上次发出去以后没有收到答复，填的还在。核对以后再按一次，不会办成两次。");
}

function say(page, form, sentence) {
  form.querySelector("[data-said]")?.remove();
  const line = page.createElement("p");
  line.className = "unsaved pad";
  line.dataset.said = "";
  line.setAttribute("role", "alert");
  line.textContent = sentence;
  form.prepend(line);
  line.scrollIntoView({ block: "center" });
}
