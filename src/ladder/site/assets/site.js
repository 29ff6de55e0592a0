// What a browser adds to every page: data that are loaded when they are needed, a box to search with, and what changes
// alone. Comparing any two and searching are in files of their own. Text from a ladder is written as text and no more.
"use strict";
(() => {
  const root = document.body.dataset.root;
  const MOST = 20;
  const WORD = /\d+(?:[.,]\d+)+|[\p{L}\p{N}]+/gu;

  // Data: each file is a script that calls `ladder` once.

  const files = {};
  const wanted = {};
  window.ladder = (name, value) => { files[name] = value; };

  /** What a script of this path hands over, which is loaded once. */
  function load(name, folder = "data/") {
    wanted[name] ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root + folder + name.split("/").map(encodeURIComponent).join("/") + ".js";
      script.onload = () => resolve(files[name]);
      script.onerror = () => { delete wanted[name]; script.remove(); reject(new Error(name)); };
      document.head.append(script);
    });
    return wanted[name];
  }

  const header = () => load("ladder");
  const sideOf = (about, id) => about.sides.find((side) => side[0] === id);

  // Words.

  const words = (text) => text.toLowerCase().match(WORD) ?? [];
  const folded = (text) => text.toLowerCase().replaceAll("iz", "is");

  // Drawing.

  /** An element with attributes and with texts or elements in it. */
  function make(tag, attributes, ...inner) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
    element.append(...inner.filter((one) => one !== null && one !== ""));
    return element;
  }

  const hidden = (text) => make("span", { class: "hidden" }, text);
  const pageOf = (side) => root + (side[3] === undefined ? "level/" : "role/") + encodeURIComponent(side[0]) + ".html";

  function listener(element, event, act) {
    element.addEventListener(event, act);
    return element;
  }

  function beSaid(region, text) {
    region.textContent = "";
    setTimeout(() => { region.textContent = text; }, 50); // a region that is filled anew is read out
  }

  // The box in the head of every page.

  function searchBox() {
    const input = make("input", { type: "search", id: "Search", autocomplete: "off", placeholder: "Search",
      "aria-controls": "Hits" });
    const region = make("p", { role: "status", class: "count" });
    const list = make("ol");
    const box = make("section", { id: "Hits", "aria-label": "Search results", hidden: "" }, region, list);
    document.querySelector("header").append(
      make("div", { role: "search" }, make("label", { for: "Search", class: "hidden" }, "Search"), input));
    document.querySelector("header").after(box);
    let turn = 0;
    const close = () => { box.hidden = true; list.replaceChildren(); turn += 1; };
    async function show() {
      const mine = ++turn;
      const typed = input.value.trim();
      if (typed.length < 2) { close(); turn = mine; return; }
      let answer;
      try { answer = await (await load("search", "assets/"))(typed); } catch { answer = undefined; }
      if (mine !== turn) return;
      box.hidden = false;
      const found = answer?.found ?? [];
      list.replaceChildren(...found.slice(0, MOST).map((hit) => drawn(answer.about, hit)));
      beSaid(region, answer === undefined ? "The search could not be loaded." : counted(found.length, answer, typed));
    }
    listener(input, "input", show);
    listener(input, "keydown", (event) => {
      if (event.key === "Escape") { input.value = ""; close(); }
      if (event.key === "ArrowDown") { event.preventDefault(); list.querySelector("a")?.focus(); }
    });
    listener(list, "keydown", (event) => {
      const links = [...list.querySelectorAll("a")];
      const place = links.indexOf(document.activeElement);
      if (event.key === "Escape") { input.focus(); }
      if (event.key === "ArrowDown" && links[place + 1]) { event.preventDefault(); links[place + 1].focus(); }
      if (event.key === "ArrowUp") { event.preventDefault(); (links[place - 1] ?? input).focus(); }
    });
    listener(document, "keydown", (event) => {
      const typing = event.target.closest?.("input, select, textarea");
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        input.focus();
      }
    });
  }

  /** How many hits there are; of very many roles not all were looked into. */
  function counted(number, answer, typed) {
    if (!number) return `Nothing found for “${typed}”.`;
    if (number > MOST) return answer?.about.split ? `The ${MOST} best hits` : `${MOST} of ${number} hits`;
    return number === 1 ? "1 hit" : `${number} hits`;
  }

  function drawn(about, hit) {
    const side = hit.id ? sideOf(about, hit.id) : null;
    const page = side ? pageOf(side) + (hit.place ? "#" + encodeURIComponent(hit.place) : "") : root + hit.place;
    const where = [hit.title, hit.label || about.parts[hit.part], hit.satire ? "satire" : ""].filter(Boolean);
    return make("li", null, make("a", { href: page }, hit.text), make("small", null, where.join(" · ")));
  }

  // What changes alone, on a page that compares.

  function onlyChanges(main, redraw) {
    const box = make("input", { type: "checkbox", id: "Only" });
    listener(box, "change", () => { main.classList.toggle("changes", box.checked); redraw?.(); });
    return make("label", { class: "only", for: "Only" }, box, " Only what changes");
  }

  Object.assign(window.ladder, { root, load, header, sideOf, words, folded, make, hidden, pageOf, listener, beSaid,
    onlyChanges, MOST });
  searchBox();
  const main = document.querySelector("main");
  if (document.body.classList.contains("any")) load("compare", "assets/");
  else if (main.querySelector(".sides")) main.querySelector("h1").after(make("div", { class: "picks" }, onlyChanges(main)));
})();
