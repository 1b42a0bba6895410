// The details of a release: a country is added as it is chosen, and times are shown by the reader's clock, too.

const zone = document.querySelector("[data-zone]");
if (zone) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;

const form = document.getElementById("details");
const field = document.querySelector("[data-add-to]");
const chosen = document.querySelector("[data-chosen]");
field?.addEventListener("input", () => {
  const option = [...field.list.options].find(option => option.value.toLowerCase() === field.value.trim().toLowerCase());
  if (!option) return;
  const code = option.dataset.code;
  const known = chosen.querySelector(`input[value="${code}"]`);
  if (known) {
    known.checked = true;
  } else {
    const label = document.createElement("label");
    label.className = "choice";
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: field.dataset.addTo, value: code, checked: true });
    const text = document.createElement("span");
    text.textContent = option.value;
    label.append(box, " ", text);
    chosen.append(label);
  }
  field.value = "";
});

let isChanged = false;
form?.addEventListener("input", () => { isChanged = true; });
form?.addEventListener("submit", () => { isChanged = false; });
addEventListener("beforeunload", event => { if (isChanged) event.preventDefault(); });
