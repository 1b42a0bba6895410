// Writing a release. Each text is saved by itself soon after the last key, one save after another. What is not saved yet is kept in the
// browser: a cut line, an ended session, a crash lose nothing. The page works without this file, by its Save buttons.

const page = document.getElementById("writing");
const words = JSON.parse(page.dataset.words);
const names = ["headline", "subheading", "dateline", "summary", "body", "ready"];
const soon = 900;
const firstPause = 2_000;
const longestPause = 30_000;
const patience = 20_000;

const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
const clock = at => new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }).format(at);
const loosely = text => text.replace(/\s+/g, " ").trim();

/** Sends a form as a part of the page does. Status 0 where the line is down. */
async function send(address, fields) {
  try {
    const answer = await fetch(address, {
      method: fields ? "POST" : "GET",
      headers: { "HX-Request": "true" },
      body: fields && new URLSearchParams(fields),
      signal: AbortSignal.timeout(patience),
    });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return { status: 0, text: "" };
  }
}

const parsed = text => {
  try { return JSON.parse(text); } catch { return {}; }
};

// One after another, whichever text they are of: the answer to one is the ground of the next.
let queue = Promise.resolve();
const inTurn = work => (queue = queue.then(work, work));

let isSignedOut = false;

/** Says beside the texts that the session has ended, once. */
function showSignIn(notice) {
  if (isSignedOut) return;
  isSignedOut = true;
  const place = document.getElementById("notices");
  if (place && notice.includes("id=\"notices\"")) place.outerHTML = notice;
}

function hideSignIn() {
  if (!isSignedOut) return;
  isSignedOut = false;
  const place = document.getElementById("notices");
  if (!place) return;
  place.replaceChildren();
  place.removeAttribute("role");
  place.className = "";
  place.hidden = true;
}

class Text {
  constructor(form) {
    this.form = form;
    this.language = form.dataset.text;
    this.savesItself = form.dataset.savesItself === "true";
    this.key = `distribution.text.${page.dataset.user}.${page.dataset.release}.${this.language}`;
    this.version = form.elements.version.value;
    this.saved = this.values();
    this.status = form.querySelector(".saving");
    this.pause = firstPause;
    this.isStopped = false;
    this.offerKept();
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", () => this.changed());
    form.addEventListener("submit", event => this.submitted(event));
    form.elements.body.addEventListener("paste", event => this.pasted(event));
    const headline = form.elements.headline;
    this.counter = document.createElement("span");
    this.counter.className = "hint count";
    headline.after(this.counter);
    // A headline is one line, however many the field shows.
    headline.addEventListener("keydown", event => { if (event.key === "Enter" && !event.isComposing) event.preventDefault(); });
    this.count();
  }

  field(name) { return this.form.elements[name]; }

  values() {
    return Object.fromEntries(names.map(name => [name, name === "ready" ? (this.field(name).checked ? "on" : "") : this.field(name).value]));
  }

  set(name, value) {
    if (name === "ready") this.field(name).checked = value === "on";
    else this.field(name).value = value;
  }

  isChanged(values = this.values()) { return names.some(name => values[name] !== this.saved[name]); }

  changed() {
    this.count();
    const values = this.values();
    if (!this.isChanged(values)) return;
    this.keep(values);
    if (this.conflict) return;
    if (!this.savesItself || this.isStopped) {
      this.show("unsaved");
      return;
    }
    if (!this.isFailing) this.show("unsaved");
    this.isWrong = false;
    this.later(this.isFailing ? Math.min(this.pause, firstPause) : soon);
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  save() {
    clearTimeout(this.timer);
    if (!this.savesItself || this.isStopped || this.conflict || !this.isChanged()) return queue;
    return inTurn(() => this.sendNow());
  }

  async sendNow() {
    const values = this.values();
    if (this.conflict || this.isStopped || !this.isChanged(values)) return;
    if (!this.isFailing) this.show("saving");
    const answer = await send(this.form.action, { ...values, version: this.version });
    this.answered(answer, values);
  }

  answered({ status, text }, values) {
    this.isFailing = false;
    this.showErrors({});
    if (status !== 401) hideSignIn();
    switch (status) {
      case 200:
        this.accepted(parsed(text), values);
        return;
      case 412:
        this.showConflict(text);
        return;
      case 422: {
        const errors = parsed(text);
        this.showErrors(errors);
        this.show("wrong", { message: Object.values(errors)[0] ?? "" }, true);
        return;
      }
      case 401:
        showSignIn(text);
        this.show("signed_out", {}, true);
        break;
      case 403: case 409:
        this.isStopped = true;
        this.show("wrong", { message: parsed(text).message ?? say("forbidden") }, true);
        return;
      case 404:
        this.isStopped = true;
        this.show("gone", {}, true);
        return;
      default:
        this.show(status === 0 ? "offline" : "failed", {}, true);
    }
    this.isFailing = true;
    this.later(this.pause);
    this.pause = Math.min(longestPause, this.pause * 1.7);
  }

  accepted({ version, isReady, isUnfinished }, values) {
    this.version = version;
    this.form.elements.version.value = version;
    this.saved = values;
    this.pause = firstPause;
    const mark = document.querySelector(`[data-tab="${this.language}"] .mark`);
    if (mark) mark.textContent = say(isReady ? "ready" : "draft");
    if (this.isChanged()) {
      this.keep(this.values());
      this.later(soon);
    } else {
      localStorage.removeItem(this.key);
    }
    this.show(isUnfinished ? "unfinished" : "saved", { time: clock(new Date()) }, isUnfinished);
    refreshChecks();
  }

  show(key, values = {}, isLoud = false) {
    const text = say(key, values);
    if (this.status.textContent !== text) this.status.textContent = text;
    this.status.classList.toggle("is-loud", isLoud);
  }

  showErrors(errors) {
    for (const old of this.form.querySelectorAll(".error.of-save")) old.remove();
    for (const name of names) {
      const field = this.field(name);
      if (!errors[name]) {
        field.removeAttribute("aria-invalid");
        continue;
      }
      field.setAttribute("aria-invalid", "true");
      const error = document.createElement("span");
      error.className = "error of-save";
      error.textContent = errors[name];
      field.before(error);
    }
  }

  count() {
    const headline = this.field("headline");
    const most = Number(headline.dataset.count);
    const text = headline.value.trim();
    const count = "Segmenter" in Intl ? [...new Intl.Segmenter(this.language).segment(text)].length : [...text].length;
    this.counter.textContent = say(count > most ? "count_over" : "count", { count, limit: most });
    this.counter.classList.toggle("is-over", count > most);
  }

  keep(values) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ values, version: this.version, at: Date.now() }));
    } catch {
      // Without storage the page still saves; it only survives no crash.
    }
  }

  /** Words that a crash has left in the browser. They are offered, and never put in the place of others unasked. */
  offerKept() {
    const kept = parsed(localStorage.getItem(this.key) ?? "{}");
    if (!kept.values) return;
    if (names.every(name => loosely(kept.values[name] ?? "") === loosely(this.saved[name]))) {
      localStorage.removeItem(this.key);
      return;
    }
    const place = this.form.querySelector(".kept");
    place.className = "kept banner is-attention";
    const text = document.createElement("p");
    text.textContent = say("kept", { time: clock(new Date(kept.at)) });
    const preview = document.createElement("p");
    preview.className = "words";
    preview.textContent = loosely(names.slice(0, 5).map(name => kept.values[name] ?? "").join(" ")).slice(0, 200);
    const close = () => { place.hidden = true; place.replaceChildren(); };
    const use = button(say("kept_use"), () => {
      for (const name of names) this.set(name, kept.values[name] ?? "");
      // They were written upon that version: if there is a newer one, both are shown.
      this.version = kept.version;
      close();
      this.changed();
      this.form.elements.body.focus();
    });
    const drop = button(say("kept_drop"), () => {
      localStorage.removeItem(this.key);
      close();
    });
    drop.classList.add("quiet");
    place.replaceChildren(text, preview, use, drop);
    place.hidden = false;
  }

  submitted(event) {
    if (this.conflict || !this.savesItself) {
      if (this.conflict) event.preventDefault();
      this.isLeaving = !this.conflict;
      return;
    }
    event.preventDefault();
    this.isStopped = false;
    if (this.isChanged()) this.save();
    else this.show("saved", { time: clock(new Date()) });
  }

  showConflict(html) {
    this.conflict = true;
    this.show("conflict", {}, true);
    const place = document.createElement("div");
    place.className = "conflict-beside";
    place.innerHTML = html;
    this.form.after(place);
    const part = place.querySelector("[data-version]");
    part.querySelector("form").addEventListener("submit", event => {
      event.preventDefault();
      const theirs = event.target;
      for (const name of names) {
        if (theirs.elements[`choice.${name}`]?.value === "theirs") this.set(name, theirs.elements[`theirs.${name}`].value);
      }
      this.version = part.dataset.version;
      // What they have is the ground now: the same words need no further save.
      this.saved = Object.fromEntries(names.map(name => [name, theirs.elements[`theirs.${name}`].value]));
      this.conflict = false;
      place.remove();
      this.count();
      this.field("body").focus();
      if (this.isChanged()) {
        this.keep(this.values());
        this.save();
      } else {
        localStorage.removeItem(this.key);
        this.form.elements.version.value = this.version;
        this.show("saved", { time: clock(new Date()) });
      }
    });
    part.querySelector("h2").focus();
  }

  async pasted(event) {
    const html = event.clipboardData?.getData("text/html");
    if (!html || !/<(p|div|span|b|i|strong|em|a|ul|ol|li|h[1-6]|table|br)\b/i.test(html)) return;
    const plain = event.clipboardData.getData("text/plain");
    event.preventDefault();
    const body = this.field("body");
    const place = this.form.querySelector(".pasted");
    place.textContent = say("pasting");
    place.hidden = false;
    const answer = await send(this.form.dataset.paste, { html });
    if (answer.status === 401) showSignIn(answer.text);
    const taken = answer.status === 200 ? parsed(answer.text) : null;
    insert(body, taken?.markdown ?? plain);
    const dropped = taken?.dropped ?? [];
    place.replaceChildren(...dropped.map(text => {
      const line = document.createElement("p");
      line.textContent = text;
      return line;
    }));
    place.hidden = dropped.length === 0;
  }
}

function button(text, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "small";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}

/** Puts words where the caret is, as if they were typed: undo takes them out again. */
function insert(field, text) {
  field.focus();
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// The toolbar's buttons put the caret back into the text before the key has done its own: Enter would replace what they have marked.
for (const toolbar of document.querySelectorAll("markdown-toolbar")) {
  toolbar.addEventListener("keydown", event => {
    if (event.key === "Enter" || event.key === " ") event.preventDefault();
  }, { capture: true });
}

let checksTimer;
function refreshChecks() {
  clearTimeout(checksTimer);
  checksTimer = setTimeout(async () => {
    const answer = await send(page.dataset.checks);
    const part = document.getElementById("checks");
    if (answer.status === 200 && part) Idiomorph.morph(part, answer.text);
  }, 200);
}

const texts = [...document.querySelectorAll("form[data-text]")].map(form => new Text(form));
const isOpen = text => text.isChanged() && !text.isLeaving;

addEventListener("online", () => { for (const text of texts) text.save(); });
addEventListener("focus", () => { if (isSignedOut) for (const text of texts) text.save(); });
document.addEventListener("visibilitychange", () => { for (const text of texts) text.save(); });
addEventListener("beforeunload", event => {
  if (!texts.some(isOpen)) return;
  for (const text of texts) text.save();
  event.preventDefault();
});

// Who else has a text open. Asked as long as the page is seen; that this user has it open is said in the same request.
const presence = document.getElementById("presence");
const often = 10_000;
async function greet() {
  if (!document.hidden && presence && texts.length > 0) {
    const answer = await send(presence.dataset.presence, {});
    if (answer.status === 200 && presence.innerHTML !== answer.text) presence.innerHTML = answer.text;
  }
  setTimeout(greet, often);
}
if (presence) greet();
