// The console's pages work without this file; it saves reloads.
// Parts that change by themselves: <div id="…" data-live="/console/…" data-live-seconds="3">. The answer is the part as it is now;
// without data-live in it, it has come to its end and is asked for no more.

const notices = () => document.getElementById("notices");

/** Shows a notice of the page's own above its content. */
export function notify(text) {
  const place = notices();
  if (!place || place.textContent === text) return;
  place.className = "banner is-fault";
  place.setAttribute("role", "alert");
  place.textContent = text;
  place.hidden = false;
}

export function clearNotice() {
  const place = notices();
  if (!place) return;
  place.hidden = true;
  place.className = "";
  place.textContent = "";
}

/** Fetches a part of a page; a part that needs a session again shows its notice instead. Null where the line is down. */
export async function fetchPart(address, options = {}) {
  let answer;
  try {
    answer = await fetch(address, {
      ...options,
      headers: { "HX-Request": "true", ...options.headers },
      signal: AbortSignal.timeout(20_000),
    });
  } catch {
    return null;
  }
  const text = await answer.text();
  if (answer.status === 401) {
    const place = notices();
    if (place) place.outerHTML = text;
  }
  return { status: answer.status, text, headers: answer.headers };
}

const slowest = 30;

function live(part) {
  let seconds = Number(part.dataset.liveSeconds ?? 3);
  const first = seconds;
  let last = "";
  const again = () => setTimeout(look, seconds * 1000);
  async function look() {
    const here = document.getElementById(part.id);
    if (!here?.dataset.live) return;
    if (document.hidden) {
      document.addEventListener("visibilitychange", look, { once: true });
      return;
    }
    const answer = await fetchPart(here.dataset.live);
    if (answer?.status === 401) return;
    if (answer?.status === 200 && answer.text !== last) {
      last = answer.text;
      seconds = first;
      Idiomorph.morph(here, answer.text, { ignoreActiveValue: true });
    } else {
      seconds = Math.min(slowest, seconds * 1.5);
    }
    again();
  }
  again();
}

for (const part of document.querySelectorAll("[data-live]")) live(part);

// A form that sends something is sent once, however often its button is pressed.
document.addEventListener("submit", event => {
  const form = event.target;
  if (!form.matches("[data-once]")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "true";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-sent]")) delete form.dataset.sent;
});
