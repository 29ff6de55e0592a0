// What a browser adds to the pages: any two levels compared, what changes alone, and a search as one types.
// The rules are those of `ladder compare` and `ladder search`; stems and wordings come from Python (site/data.py).
// Text from a ladder is written as text and nothing else.
"use strict";
(() => {
  const root = document.body.dataset.root;
  const ENOUGH = 0.4, MOST = 20;
  const KINDS = {
    new: ["new", "+", "new", "new"], changes: ["changes", "→", "raised", "change"],
    same: ["the same", "=", "kept", "the same"], unsaid: ["not said again", "◦", "kept", "not said again"],
  };
  const WORD = /\d+(?:[.,]\d+)+|[\p{L}\p{N}]+/gu;

  // Data: each file is a script that calls `ladder` once.

  const files = {};
  const wanted = {};
  window.ladder = (name, value) => { files[name] = value; };

  function load(name) {
    wanted[name] ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root + "data/" + name.split("/").map(encodeURIComponent).join("/") + ".js";
      script.onload = () => resolve(files[name]);
      script.onerror = () => { delete wanted[name]; script.remove(); reject(new Error(name)); };
      document.head.append(script);
    });
    return wanted[name];
  }

  const header = () => load("ladder");
  const sideOf = (about, id) => about.sides.find((side) => side[0] === id);

  /** The file that holds a level or role, and with it the one of all levels. */
  async function holding(about, id) {
    const role = sideOf(about, id)[3];
    const [levels, own] = await Promise.all([
      load("levels"), role === undefined ? null : load(about.split ? "role/" + id : "roles")]);
    return [levels, own ?? levels];
  }

  // Words.

  const words = (text) => text.toLowerCase().match(WORD) ?? [];
  const folded = (text) => text.toLowerCase().replaceAll("iz", "is");

  /** The stems of a row, as Python found them. */
  function stems(row) {
    const code = row[1] ?? "";
    const read = () => words(row[0]).map((word, place) => folded(word).slice(0, parseInt(code[place], 36)));
    row.stems ??= typeof code === "string" ? [...new Set(read())].filter(Boolean) : code;
    return row.stems;
  }

  // Comparing.

  /** What a side expects by competency: [statements, from below, step, optional], each statement as its row. */
  async function expected(about, id) {
    const [levels, own] = await holding(about, id);
    const role = sideOf(about, id)[3];
    const found = {};
    const take = (file, name) => {
      for (const [competency, part] of Object.entries(file.sides[name]?.e ?? {})) {
        const [said = [], below = [], step = ""] = part;
        found[competency] = { said: said.map((row) => file.rows[row]), below: below.map((row) => file.rows[row]), step };
      }
    };
    if (role) take(levels, role);
    take(own, id);
    return found;
  }

  /** How much two rows speak of one subject, by the words counted over all rows; see ladder.language.Weights. */
  function likeness(rows) {
    const counts = new Map();
    const wordings = new Map(rows.map((row) => [row[2] ?? 0, row]));
    for (const row of wordings.values()) {
      for (const stem of stems(row)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
    const total = Math.max(wordings.size, 1);
    const weight = (stem) => 1 + Math.log((1 + total) / (1 + counts.get(stem)));
    const sum = (some) => some.reduce((before, stem) => before + weight(stem), 0);
    return (one, other) => {
      const left = stems(one), right = stems(other);
      const shared = left.filter((stem) => right.includes(stem));
      if (!shared.length || shared.length < Math.min(2, left.length, right.length)) return 0;
      return Math.round(2e9 * sum(shared) / (sum(left) + sum(right))) / 1e9;
    };
  }

  /** Which statement of `before` each of `after` continues; see ladder.comparing.statements. */
  function partners(before, after, alike) {
    const id = (row) => row[3] || "";
    const apart = (one, other) => Boolean(id(one) && id(other) && id(one) !== id(other));
    const found = new Map(), taken = new Set();
    const pair = (later, earlier) => { found.set(later, earlier); taken.add(earlier); };
    const ids = new Map(before.map((row, place) => [id(row), place]).filter(([name]) => name));
    after.forEach((row, later) => {
      if (ids.has(id(row))) { pair(later, ids.get(id(row))); ids.delete(id(row)); }
    });
    after.forEach((row, later) => {
      if (found.has(later)) return;
      const same = before.findIndex((one, earlier) =>
        !taken.has(earlier) && (one[2] ?? 0) === (row[2] ?? 0) && !apart(one, row));
      if (same >= 0) pair(later, same);
    });
    const candidates = [];
    after.forEach((row, later) => before.forEach((one, earlier) => {
      if (found.has(later) || taken.has(earlier) || apart(one, row)) return;
      const how = alike(one, row);
      if (how >= ENOUGH) candidates.push([how, later, earlier]);
    }));
    candidates.sort((one, other) => other[0] - one[0] || one[1] - other[1] || one[2] - other[2]);
    for (const [, later, earlier] of candidates) {
      if (!found.has(later) && !taken.has(earlier)) pair(later, earlier);
    }
    return [found, taken];
  }

  /** What became of every statement: [kind, before, after], in the order of `after`, then what is not said again. */
  function changes(before, after, alike) {
    const [found, taken] = partners(before, after, alike);
    const rows = after.map((row, later) => {
      if (!found.has(later)) return ["new", null, row];
      const earlier = before[found.get(later)];
      const same = (earlier[2] ?? 0) === (row[2] ?? 0) && !(earlier[4] && !row[4]);
      return [same ? "same" : "changes", earlier, row];
    });
    before.forEach((row, earlier) => { if (!taken.has(earlier)) rows.push(["unsaid", row, null]); });
    return rows;
  }

  /** Two sides, the lower one first, and by competency what changes between them. */
  async function compared(one, other) {
    const about = await header();
    const sides = [sideOf(about, one), sideOf(about, other)].sort((a, b) => (a[2] ?? 0) - (b[2] ?? 0));
    const [before, after] = await Promise.all(sides.map((side) => expected(about, side[0])));
    const all = (part) => Object.values(part).flatMap((cell) => [...cell.said, ...cell.below]);
    const alike = likeness([...all(before), ...all(after)]);
    const parts = about.competencies.filter(([id]) => id in before || id in after).map(([id, title, group]) => {
      const rows = (cell) => (cell ? [...cell.below, ...cell.said] : []);
      return { id, title, group, steps: [before[id]?.step ?? "", after[id]?.step ?? ""],
        changes: changes(rows(before[id]), rows(after[id]), alike) };
    });
    return { about, sides, parts };
  }

  // Searching.

  const ENDINGS = ["ations", "ation", "ings", "ing", "ments", "ment", "ies", "ied", "ed", "es", "s", "ly"];

  /** The stem of a word that was typed; see ladder.language.stem. */
  function stem(typed) {
    let word = typed.replaceAll("iz", "is");
    const fits = (end, least) => word.endsWith(end) && [...word].length - end.length >= least;
    const ending = ENDINGS.find((end) => fits(end, end === "s" ? 3 : 4));
    if (ending) word = word.slice(0, -ending.length).replace(/e+$/, "");
    else if ([...word].length > 4) word = word.replace(/[ey]+$/, "");
    const rest = ["ing", "ed", "e"].find((end) => fits(end, 3));
    if (rest) word = word.slice(0, -rest.length);
    const signs = [...word];
    const doubled = signs.length > 3 && signs.at(-1) === signs.at(-2) && /\p{L}/u.test(signs.at(-1));
    return doubled ? signs.slice(0, -1).join("") : word;
  }

  function query(about, typed) {
    const said = words(typed.normalize("NFC"));
    const common = new Set(about.common);
    const telling = said.filter((word) => word.length > 1 && !common.has(word));
    const terms = [...new Set(telling.length ? telling : said)];
    return { words: said, terms: terms.map((word) => ({ word, stem: stem(word), tells: telling.includes(word) })) };
  }

  /** How much of a term a word is: 1 for the same word, less for its stem, least for one that begins so. */
  function likes(term, word, last) {
    if (term.word === word) return 1;
    if (last && word.startsWith(term.word)) return 0.5;
    if (!term.tells) return 0;
    if (stem(word) === term.stem) return 0.97;
    const beginning = term.stem.length > 3 ? term.stem : folded(term.word);
    return beginning.length > 3 && folded(word).startsWith(beginning) ? 0.5 : 0;
  }

  function terms(asked, text) {
    const found = new Map();
    const said = words(text);
    for (const word of said) {
      asked.known[word] ??= asked.terms.map((term, place) => likes(term, word, place === asked.terms.length - 1));
      asked.known[word].forEach((how, place) => {
        if (how) found.set(place, Math.max(how, found.get(place) ?? 0));
      });
    }
    return [found, said];
  }

  /** The hits among the sides of some files, best first; a side without a name is the ladder itself. */
  function hits(about, some, asked) {
    asked.known = {};
    const found = [];
    for (const [file, ids] of some) {
      const rows = file.rows.map((row) => terms(asked, row[0]));
      for (const id of ids) {
        const title = id ? sideOf(about, id)[1] || id : "";
        for (const [part, label, place, satire, ...texts] of file.sides[id]?.c ?? []) {
          for (const row of texts) {
            const [there, said] = rows[row];
            if (there.size) found.push({ id, title, part, label, place, satire, text: file.rows[row][0], there, said });
          }
        }
      }
    }
    const holding = asked.terms.map((_, place) => found.filter((one) => one.there.has(place)).length);
    const weights = holding.map((number) => 1 + Math.log((1 + found.length) / (1 + number)));
    const whole = weights.reduce((before, one) => before + one, 0);
    const phrase = " " + asked.words.join(" ") + " ";
    for (const one of found) {
      const around = () => new Set([...one.there.keys(), ...terms(asked, one.title + " " + one.label)[0].keys()]);
      const how = (" " + one.said.join(" ") + " ").includes(phrase) ? 3
        : one.there.size === asked.terms.length ? 2 : around().size === asked.terms.length ? 1 : 0;
      let share = 0;
      for (const [place, likeness] of one.there) share += weights[place] * likeness;
      one.score = how + 0.999 * (share / whole) * (0.8 + 0.2 / (1 + one.said.length / 12));
    }
    return found.sort((one, other) => other.score - one.score);
  }

  /** Of very many roles those that hold most of what was typed, by the files of words. */
  async function promising(about, asked) {
    const scores = new Map();
    await Promise.all(asked.terms.map(async (term) => {
      const first = term.stem[0];
      const name = first.charCodeAt(0) < 128 ? first : "other";
      if (!about.words.includes(name)) return;
      for (const [word, places] of Object.entries(await load("words/" + name))) {
        if (word !== term.stem && !word.startsWith(term.stem)) continue;
        const worth = (word === term.stem ? 2 : 1) / Math.log(2 + places.length);
        for (const place of places) scores.set(place, (scores.get(place) ?? 0) + worth);
      }
    }));
    const best = [...scores].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, MOST);
    const roles = about.sides.filter((side) => side[3] !== undefined);
    return Promise.all(best.map(async ([place]) => [await load("role/" + roles[place][0]), [roles[place][0]]]));
  }

  async function search(typed) {
    const about = await header();
    const asked = query(about, typed);
    if (!asked.words.length) return null;
    const levels = about.sides.filter((side) => side[3] === undefined).map((side) => side[0]);
    const roles = about.sides.filter((side) => side[3] !== undefined).map((side) => side[0]);
    const some = [[await load("levels"), [...levels, ""]]];
    if (about.split) some.push(...await promising(about, asked));
    else if (roles.length) some.push([await load("roles"), roles]);
    return { about, found: hits(about, some, asked) };
  }

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
    const input = make("input", { type: "search", id: "search", autocomplete: "off", placeholder: "Search",
      "aria-controls": "hits" });
    const region = make("p", { role: "status", class: "count" });
    const list = make("ol");
    const box = make("section", { id: "hits", "aria-label": "Search results", hidden: "" }, region, list);
    document.querySelector("header").append(
      make("div", { role: "search" }, make("label", { for: "search", class: "hidden" }, "Search"), input));
    document.querySelector("header").after(box);
    let turn = 0;
    const close = () => { box.hidden = true; list.replaceChildren(); turn += 1; };
    async function show() {
      const mine = ++turn;
      const typed = input.value.trim();
      if (typed.length < 2) { close(); turn = mine; return; }
      let answer;
      try { answer = await search(typed); } catch { answer = undefined; }
      if (mine !== turn) return;
      box.hidden = false;
      const found = answer?.found ?? [];
      list.replaceChildren(...found.slice(0, MOST).map((hit) => drawn(answer.about, hit)));
      const shown = Math.min(found.length, MOST);
      beSaid(region, answer === undefined ? "The search could not be loaded." : !found.length ? `Nothing found for “${typed}”.`
        : found.length > shown ? `${shown} of ${found.length} hits` : found.length === 1 ? "1 hit" : `${shown} hits`);
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

  function drawn(about, hit) {
    const side = hit.id ? sideOf(about, hit.id) : null;
    const page = side ? pageOf(side) + (hit.place ? "#" + encodeURIComponent(hit.place) : "") : root + hit.place;
    const where = [hit.title, hit.label || about.parts[hit.part], hit.satire ? "satire" : ""].filter(Boolean);
    return make("li", null, make("a", { href: page }, hit.text), make("small", null, where.join(" · ")));
  }

  // What changes alone, on a page that compares.

  function onlyChanges(main, redraw) {
    const box = make("input", { type: "checkbox", id: "only" });
    listener(box, "change", () => { main.classList.toggle("changes", box.checked); redraw?.(); });
    return make("label", { class: "only", for: "only" }, box, " Only what changes");
  }

  // Any two.

  function comparePage() {
    const main = document.querySelector("main");
    const heading = main.querySelector("h1 > span");
    const rest = [...main.children].slice(1);
    const usual = document.title;
    const region = make("p", { role: "status", class: "count" });
    const answer = make("div", { id: "answer" });
    const picks = ["From", "To"].map((word, place) => [make("label", { for: "side" + place }, word),
      listener(make("select", { id: "side" + place }), "change", chosen)]);
    const only = onlyChanges(main);
    const form = make("div", { class: "picks", role: "group", "aria-label": "What to compare" },
      ...picks.map(([label, select]) => make("span", null, label, select)), only);
    rest[0].before(form, region, answer);
    let turn = 0;

    function chosen() {
      const [one, other] = picks.map(([, select]) => select.value);
      if (one && other) location.hash = "#" + encodeURIComponent(one) + ".." + encodeURIComponent(other);
    }

    /** The two ids of the address: an id may have two dots in it, too. */
    function asked(about) {
      const text = location.hash.slice(1);
      for (let at = text.indexOf(".."); at >= 0; at = text.indexOf("..", at + 1)) {
        try {
          const ids = [text.slice(0, at), text.slice(at + 2)].map(decodeURIComponent);
          if (ids.every((id) => sideOf(about, id))) return ids;
        } catch { /* not an address of ours */ }
      }
      return null;
    }

    /** All names are offered once somebody asks for them: of 2,000 roles the two chosen ones are enough until then. */
    function offer(about, select, id, all) {
      const option = (side) => make("option", { value: side[0] }, side[1] || side[0]);
      const levels = about.sides.filter((side) => side[3] === undefined), roles = about.sides.slice(levels.length);
      const group = (label, some) => (some.length ? make("optgroup", { label }, ...some.map(option)) : "");
      const chosen = id ? [option(sideOf(about, id))] : [make("option", { value: "" }, "choose")];
      const empty = id ? [] : chosen;
      select.replaceChildren(...(all ? [...empty, group("Levels", levels), group("Roles", roles)].filter(Boolean) : chosen));
      select.value = id ?? "";
    }

    async function show() {
      const mine = ++turn;
      let about;
      try { about = await header(); } catch { beSaid(region, "The comparison could not be loaded."); return; }
      const ids = asked(about);
      picks.forEach(([, select], place) => {
        const id = ids?.[place];
        const all = !about.split;
        offer(about, select, id, all);
        if (!all) select.onfocus = () => { offer(about, select, select.value || undefined, true); select.onfocus = null; };
      });
      for (const one of rest) one.hidden = Boolean(ids);
      if (!ids) {
        answer.replaceChildren();
        heading.textContent = "Compare";
        document.title = usual;
        const wrong = location.hash.includes("..");
        beSaid(region, wrong ? "The ladder has no such two levels or roles." : "");
        return;
      }
      if (ids[0] === ids[1]) {
        answer.replaceChildren();
        beSaid(region, "These are one and the same.");
        return;
      }
      const found = await compared(...ids);
      if (mine !== turn) return;
      const titles = found.sides.map((side) => side[1] || side[0]);
      heading.textContent = titles.join(" → ");
      document.title = titles.join(" → ") + usual.slice(usual.indexOf(" – "));
      answer.replaceChildren(...page(found, titles));
      beSaid(region, tally(found));
    }

    listener(window, "hashchange", show);
    show();
  }

  function tally(found) {
    const kinds = found.parts.flatMap((part) => part.changes.map(([kind]) => kind));
    const counted = Object.entries(KINDS).map(([kind, said]) => [kinds.filter((one) => one === kind).length, said[3]]);
    return counted.filter(([number]) => number).map(([number, word]) => `${number} ${word}`).join(", ")
      || "Neither says what it expects.";
  }

  function* page(found, titles) {
    const [before, after] = found.sides;
    const near = found.about.pairs.some(([one, other]) => one === before[0] && other === after[0]);
    const links = found.sides.map((side, place) => make("a", { href: pageOf(side) }, titles[place]));
    const whole = near ? make("a", {
      href: root + "compare/" + encodeURIComponent(before[0]) + ".." + encodeURIComponent(after[0]) + ".html",
    }, "with time, sources and pay") : null;
    yield make("p", { class: "note" }, links[0], " and ", links[1], ...(whole ? [": ", whole] : []));
    for (const part of found.parts) {
      if (!part.changes.length) continue;
      const [old, now] = part.steps;
      const steps = old || now ? (old === now ? old : `${old || "not stated"} → ${now || "not stated"}`) : "";
      const link = make("a", { href: root + "competency/" + encodeURIComponent(part.id) + ".html" }, part.title);
      const quiet = part.changes.every(([kind]) => kind === "same");
      yield make("section", quiet ? { class: "quietly" } : null,
        make("h2", null, make("span", null, link), steps ? make("small", null, steps) : ""),
        table(part.changes, titles));
    }
  }

  function table(rows, titles) {
    const of = (...kinds) => kinds.flatMap((kind) => rows.filter((row) => row[0] === kind));
    const left = of("unsaid"), fresh = of("new");
    const body = make("tbody");
    for (const [kind, before, after] of of("changes", "same")) {
      const twin = kind === "same";
      body.append(make("tr", null,
        cell(kind, before, titles[0], twin ? "twin" : "was", twin), cell(kind, after, twin ? titles.join(" = ") : titles[1], "", true)));
    }
    for (let place = 0; place < Math.max(left.length, fresh.length); place += 1) {
      body.append(make("tr", null, cell("unsaid", left[place]?.[1], titles[0], "", true),
        cell("new", fresh[place]?.[2], titles[1], "", true)));
    }
    const heads = titles.map((title) => make("th", { scope: "col" }, title));
    return make("table", { class: "sides" }, make("thead", null, make("tr", null, ...heads)), body);
  }

  function cell(kind, row, label, more, marked) {
    if (!row) return make("td");
    const [word, mark, tone] = KINDS[kind];
    return make("td", { class: [tone, more].filter(Boolean).join(" "), "data-label": label },
      marked ? make("b", { "aria-hidden": "true" }, mark) : "", marked ? hidden(word + ": ") : "",
      row[0] + (row[4] ? " (optional)" : ""));
  }

  window.ladder.compared = compared; // for whoever checks that the browser and the command line agree
  window.ladder.search = search;
  window.ladder.stem = stem;

  searchBox();
  const main = document.querySelector("main");
  if (document.body.classList.contains("any")) comparePage();
  else if (main.querySelector(".sides")) main.querySelector("h1").after(make("div", { class: "picks" }, onlyChanges(main)));
})();
