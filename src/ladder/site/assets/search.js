// A search as one types, by the rules of `ladder search`.
"use strict";
(() => {
  const { load, header, sideOf, words, folded, MOST } = window.ladder;
  let endings = [];

  /** The stem of a word that was typed; see ladder.language.stem. */
  function stem(typed) {
    let word = typed.replaceAll("iz", "is");
    const fits = (end, least) => word.endsWith(end) && [...word].length - end.length >= least;
    const ending = endings.find((end) => fits(end, end === "s" ? 3 : 4));
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

  /** Where the rows of a group stand: what is expected is led by its competency alone. */
  function where(about, group) {
    if (typeof group[1] === "string") return [...group.slice(0, 4), group.slice(4)];
    const [, title, place] = about.competencies[group[0]];
    return [about.expects, title, place, 0, group.slice(2)];
  }

  /** The hits among the sides of some files, best first; a side without a name is the ladder itself. */
  function hits(about, some, asked) {
    asked.known = {};
    const found = [];
    for (const [file, ids] of some) {
      const rows = file.rows.map((row) => terms(asked, row[0]));
      for (const id of ids) {
        const title = id ? sideOf(about, id)[1] || id : "";
        for (const group of file.sides[id]?.c ?? []) {
          const [part, label, place, satire, texts] = where(about, group);
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
    endings = about.endings;
    const asked = query(about, typed);
    if (!asked.words.length) return null;
    const levels = about.sides.filter((side) => side[3] === undefined).map((side) => side[0]);
    const roles = about.sides.filter((side) => side[3] !== undefined).map((side) => side[0]);
    const some = [[await load("levels"), [...levels, ""]]];
    if (about.split) some.push(...await promising(about, asked));
    else if (roles.length) some.push([await load("roles"), roles]);
    return { about, found: hits(about, some, asked) };
  }

  search.stem = stem; // for whoever checks that the browser and the command line agree
  window.ladder("search", search);
})();
