/** File fields name what was chosen; a form with data-upload shows how far it has got, and may be retried when the line breaks. */
export function files(page) {
  page.addEventListener("change", (event) => {
    if (event.target.matches("input[type=file][data-files]")) list(page, event.target);
  });
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-upload]") && [...form.querySelectorAll("input[type=file]")].some((field) => field.files.length)) {
      event.preventDefault();
      send(page, form, event.submitter);
    }
  });
}

/** 204800 → 200 KB: sizes as people read them. */
export function size(bytes) {
  return bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function list(page, field) {
  const limit = Number(field.dataset.limit || 0);
  const lines = [...field.files].map((file) => {
    const line = page.createElement("li");
    line.textContent = `${file.name}　${size(file.size)}`;
    if (limit && file.size > limit) {
      line.className = "err";
      line.textContent += `　超过 ${size(limit)}，请分开或压缩`;
    }
    return line;
  });
  const shown = page.getElementById(field.dataset.files);
  const kept = [...shown.children].filter((line) => line.querySelector("input"));
  shown.replaceChildren(...kept, ...lines);
  const count = field.form?.elements[`${field.name}_chosen`];
  if (count) count.value = field.files.length || "";
}

function send(page, form, submitter) {
  const request = new XMLHttpRequest();
  const bar = page.createElement("progress");
  const words = page.createElement("small");
  bar.setAttribute("aria-label", "上传进度");
  words.setAttribute("role", "status");
  form.append(bar, words);
  const failed = () => {
    words.textContent = "没有传完，内容还在，请再按一次";
    bar.remove();
    form.dispatchEvent(new CustomEvent("desk:retry", { bubbles: true }));
  };
  request.upload.onprogress = (event) => {
    bar.max = event.total;
    bar.value = event.loaded;
    words.textContent = `已传 ${size(event.loaded)}，共 ${size(event.total)}`;
  };
  request.onerror = request.onabort = failed;
  request.onload = () => {
    if (request.status === 0 || request.status >= 500) failed();
    else if (request.status < 300 && request.responseURL !== form.action) window.location.assign(request.responseURL);
    else show(page, request.responseText);
  };
  request.open("POST", form.action);
  request.send(new FormData(form, submitter));
}

function show(page, html) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  page.title = answer.title;
  page.body.replaceWith(page.adoptNode(answer.body));
  page.dispatchEvent(new CustomEvent("desk:shown"));
  page.querySelector(".err, .refuse")?.scrollIntoView({ block: "center" });
}
