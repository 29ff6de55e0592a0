"""How HTML looks: light or dark as the reader's system is, light on paper, and lists instead of tables on a phone."""

from typing import Final

STYLE: Final = """\
:root { color-scheme: light; --ink: #1d2129; --quiet: #596070; --paper: #fff; --line: #e3e5ea; --new: #1a7f37;
  --raised: #8a5a00; --left: #b3261e; --bar: #2f7f8f; --warn: #8e44ad; --link: #1b5fa8; }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; --ink: #d6d9e0; --quiet: #9aa1af;
  --paper: #16181d; --line: #2c3038; --new: #87be78; --raised: #ddb66a; --left: #e8828a; --bar: #60b8c2;
  --warn: #c795de; --link: #8ab8ea; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 72rem;
  margin: 2.5rem auto; padding: 0 1.25rem; }
a { color: var(--link); text-decoration: underline 1px; text-underline-offset: .15em; }
td a[rel] { display: inline-block; min-width: 12rem; } a:hover { text-decoration-thickness: 2px; }
:target { background: color-mix(in srgb, var(--bar) 18%, transparent); }
sup { line-height: 0; font-size: .7rem; } sup a { text-decoration: none; }
h1, h2, h3 { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1.5rem;
  line-height: 1.25; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
h1 small, h2 small, h3 small { font-weight: normal; font-size: .85rem; color: var(--quiet); }
h2 > span > a, h3 > span > a { color: inherit; text-decoration-color: var(--line); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem 0; padding-inline-end: .75rem; vertical-align: top; text-align: start;
  border-bottom: 1px solid var(--line); }
th { font-weight: normal; } thead th { color: var(--quiet); vertical-align: bottom; }
.figures { text-align: end; white-space: nowrap; }
.scroll { overflow-x: auto; } .scroll + .scroll { margin-top: 1.5rem; }
.bar { min-width: 14rem; width: 32%; padding-inline: .75rem; }
.bar svg { display: block; width: 100%; margin-top: .2rem; overflow: visible; direction: ltr; }
.bar line { stroke: var(--line); stroke-width: 1px; }
.bar .thin { stroke: var(--quiet); stroke-width: 2px; } .bar .thick { stroke: var(--bar); stroke-width: 11px; }
.bar .mark { stroke: var(--ink); stroke-width: 2px; } .bar path { fill: var(--warn); }
.bar text { fill: var(--quiet); font-size: .75rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; }
dt { font-weight: 600; } dd { margin: 0; }
ul { padding-inline-start: 1.2rem; } li.marked { list-style: none; }
li small { color: var(--quiet); }
.numbered { padding: 0; list-style: none; } .numbered li { padding-inline-start: 2rem; }
.number { float: inline-start; margin-inline-start: -2rem; }
.sides { table-layout: fixed; margin-bottom: .75rem; } .sides td, .sides th { padding-inline-end: 1.5rem; border: 0; }
.sides b { float: inline-start; width: 1rem; } .sides td { padding-inline-start: 1rem; }
.sides td b { margin-inline-start: -1rem; } .sides thead th { padding-inline-start: 1rem; }
.new b { color: var(--new); } .raised b { color: var(--raised); } .left b { color: var(--left); }
.new > .word { color: var(--new); } .raised > .word { color: var(--raised); } .left > .word { color: var(--left); }
.strong { font-weight: 600; } .quiet, .kept, .was { color: var(--quiet); } .warn { color: var(--warn); }
.note { color: var(--quiet); border-inline-start: 3px solid var(--line); padding-inline-start: .75rem; }
.gap { color: var(--quiet); font-style: italic; }
p, li, dd, td, th { overflow-wrap: break-word; } p, li, dd { white-space: pre-line; }
p, li, dd, .sides td { unicode-bidi: plaintext; }
p, li, dt, dd, code, td a, h1 > *, h2 > *, h3 > * { overflow-wrap: anywhere; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.address { display: none; }
@media (max-width: 44rem) {
  body { margin: 1.25rem auto; padding: 0 1rem; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } dt:empty { display: none; }
  table, tbody, tr, th, td { display: block; } p, li, dd, td, th { overflow-wrap: anywhere; }
  thead, td:empty, .twin { display: none; }
  tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  th, td { border: 0; padding: .1rem 0; } tbody th { font-weight: 600; }
  .figures { text-align: start; white-space: normal; } .bar { width: auto; padding: .1rem .5rem; }
  td[data-label]::before { content: attr(data-label) " "; unicode-bidi: isolate; color: var(--quiet);
    font-size: .85rem; }
  .sides td { padding: .1rem 0; padding-inline-start: 1rem; }
  .sides td[data-label]::before { display: block; margin-inline-start: -1rem; }
}
@media print {
  body { margin: 0; max-width: none; } a { color: inherit; }
  .bar { min-width: 7rem; width: auto; } .address { display: inline; }
  h1, h2, h3 { break-after: avoid; } tr, li { break-inside: avoid; } .scroll { overflow: visible; }
}
"""
