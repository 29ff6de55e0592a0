// Any two levels or roles compared, by the rules of `ladder compare`; stems and wordings come from Python (site/data.py).
"use strict";
(() => {
  const { root, load, header, sideOf, words, folded } = window.ladder;
  const { make, hidden, pageOf, listener, beSaid, onlyChanges } = window.ladder;
  const KINDS = {
    new: ["new", "+", "new", "new"], changes: ["changes", "→", "raised", "change"],
    same: ["the same", "=", "kept", "the same"], unsaid: ["not said again", "◦", "kept", "not said again"],
  };

  /** The file that holds a level or role, and with it the one of all levels. */
  async function holding(about, id) {
    const role = sideOf(about, id)[3];
    const [levels, own] = await Promise.all([
      load("levels"), role === undefined ? null : load(about.split ? "role/" + id : "roles")]);
    return [levels, own ?? levels];
  }

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
    const wordings = new Map(rows.map((row) => [row[2] || row, row]));
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

  /** Whether two rows say the same: Python has numbered the wordings. */
  const same = (one, other) => one === other || Boolean(one[2] && one[2] === other[2]);

  /** Which statement of `before` each of `after` continues; see ladder.comparing.statements. */
  function partners(before, after, alike, enough) {
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
      const first = before.findIndex((one, earlier) => !taken.has(earlier) && same(one, row) && !apart(one, row));
      if (first >= 0) pair(later, first);
    });
    const candidates = [];
    after.forEach((row, later) => before.forEach((one, earlier) => {
      if (found.has(later) || taken.has(earlier) || apart(one, row)) return;
      const how = alike(one, row);
      if (how >= enough) candidates.push([how, later, earlier]);
    }));
    candidates.sort((one, other) => other[0] - one[0] || one[1] - other[1] || one[2] - other[2]);
    for (const [, later, earlier] of candidates) {
      if (!found.has(later) && !taken.has(earlier)) pair(later, earlier);
    }
    return [found, taken];
  }

  /** What became of every statement: [kind, before, after], in the order of `after`, then what is not said again. */
  function changes(before, after, alike, enough) {
    const [found, taken] = partners(before, after, alike, enough);
    const rows = after.map((row, later) => {
      if (!found.has(later)) return ["new", null, row];
      const earlier = before[found.get(later)];
      const grown = earlier[4] && !row[4];
      return [same(earlier, row) && !grown ? "same" : "changes", earlier, row];
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
    const parts = about.competencies.filter(([id]) => id in before || id in after).map(([id, title]) => {
      const rows = (cell) => (cell ? [...cell.below, ...cell.said] : []);
      return { id, title, steps: [before[id]?.step ?? "", after[id]?.step ?? ""],
        changes: changes(rows(before[id]), rows(after[id]), alike, about.enough) };
    });
    return { about, sides, parts };
  }

  // The page.

  function comparePage() {
    const main = document.querySelector("main");
    const heading = main.querySelector("h1 > span");
    const rest = [...main.children].slice(1);
    const usual = document.title;
    const region = make("p", { role: "status", class: "count" });
    const answer = make("div", { id: "Answer" });
    const picks = ["From", "To"].map((word, place) => [make("label", { for: "Side" + place }, word),
      listener(make("select", { id: "Side" + place }), "change", chosen)]);
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
      const every = () => [...empty, group("Levels", levels), group("Roles", roles)].filter(Boolean);
      select.replaceChildren(...(all ? every() : chosen));
      select.value = id ?? "";
    }

    async function show() {
      const mine = ++turn;
      let about;
      try { about = await header(); } catch { return beSaid(region, "The comparison could not be loaded."); }
      const ids = asked(about);
      picks.forEach(([, select], place) => {
        const id = ids?.[place];
        const all = !about.split || select === document.activeElement;
        offer(about, select, id, all);
        const offerAll = () => offer(about, select, select.value || undefined, true);
        if (!all) select.addEventListener("focus", offerAll, { once: true });
      });
      for (const one of rest) one.hidden = Boolean(ids);
      const nothing = (why) => {
        answer.replaceChildren();
        heading.textContent = "Compare";
        document.title = usual;
        beSaid(region, why);
      };
      if (!ids) return nothing(location.hash.includes("..") ? "The ladder has no such two levels or roles." : "");
      if (ids[0] === ids[1]) return nothing("These are one and the same.");
      let found;
      try { found = await compared(...ids); } catch { return nothing("The comparison could not be loaded."); }
      if (mine !== turn) return;
      const titles = found.sides.map((side) => side[1] || side[0]);
      heading.textContent = titles.join(" → ");
      document.title = titles.join(" → ") + (usual.match(/ – .*/s)?.[0] ?? "");
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
        cell(kind, before, titles[0], twin ? "twin" : "was", twin),
        cell(kind, after, twin ? titles.join(" = ") : titles[1], "", true)));
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
  comparePage();
})();
