// Suggestions under the search box: an editable combobox with a list, after the WAI-ARIA pattern. The box works
// without this script; what is typed is never changed unless a suggestion is chosen.
"use strict";

const WAIT = 90; // milliseconds of rest in typing before anything is asked
const SHORTEST = 2;
const LONGEST = 100;

for (const form of document.querySelectorAll("form[data-suggestions]")) {
  const input = form.querySelector("input[name=q]");
  if (input) combobox(form, input);
}

function combobox(form, input) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = "forslag";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Förslag");
  list.hidden = true;
  const told = document.createElement("span");
  told.className = "unseen";
  told.setAttribute("aria-live", "polite");
  form.append(list, told);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  let timer = 0;
  let asking = null; // stops the question that is under way
  let active = -1;

  const rows = () => [...list.children];

  function close() {
    clearTimeout(timer);
    if (asking) asking.abort();
    asking = null;
    list.hidden = true;
    point(-1);
    input.setAttribute("aria-expanded", "false");
    told.textContent = "";
  }

  function point(place) {
    active = place;
    rows().forEach((row, number) => row.setAttribute("aria-selected", String(number === place)));
    if (place < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      const row = rows()[place];
      input.setAttribute("aria-activedescendant", row.id);
      row.scrollIntoView({ block: "nearest" });
    }
  }

  function show(found) {
    list.replaceChildren(...found.map(option));
    if (!found.length) return close();
    point(-1);
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    told.textContent = found.length === 1 ? "1 förslag" : `${found.length} förslag, välj med pilarna`;
  }

  function option(suggestion, number) {
    const row = document.createElement("li");
    row.id = `forslag-${number}`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    row.dataset.query = suggestion.query;
    row.append(piece("what", suggestion.text), piece("kind", suggestion.label));
    if (suggestion.detail) row.append(piece("detail", suggestion.detail));
    return row;
  }

  function piece(name, text) {
    const span = document.createElement("span");
    span.className = name;
    span.textContent = text;
    return span;
  }

  function choose(row) {
    const query = row.dataset.query;
    close();
    input.value = query;
    form.requestSubmit();
  }

  async function ask() {
    const typed = input.value.trim();
    if (asking) asking.abort();
    asking = null;
    if (typed.length < SHORTEST || typed.length > LONGEST) return close();
    const own = new AbortController();
    asking = own;
    try {
      const address = `${form.dataset.suggestions}?${new URLSearchParams({ q: typed })}`;
      const answer = await fetch(address, { signal: own.signal, headers: { Accept: "application/json" } });
      const found = answer.ok ? (await answer.json()).suggestions : [];
      // An answer to what is no longer typed, or to somebody who has left the box, is dropped.
      if (asking === own && input.value.trim() === typed && document.activeElement === input) show(found);
    } catch {
      if (asking === own) close(); // no suggestions; the search itself tells what is wrong
    }
  }

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (event.isComposing) return;
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const count = rows().length;
    if (event.key === "ArrowDown" && list.hidden) {
      event.preventDefault();
      ask();
    } else if (list.hidden) {
      return;
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      // Beyond either end stands the box itself: no row.
      const step = event.key === "ArrowDown" ? 1 : -1;
      point(((active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      choose(rows()[active]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });

  // A press must not take the focus from the box, or the list would close before it is let go.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const row = event.target.closest("[role=option]");
    if (row) choose(row);
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  window.addEventListener("pagehide", close);
}
