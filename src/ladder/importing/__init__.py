"""Any document to a ladder in this program's format. A new kind of document goes into `sources`.

The way of every import:

- `files` opens what was named; `sources` turn each kind into nodes (labels with what stands below them), texts and
  tables (`node`), and enter every text in a ledger;
- `infer` decides which labels are levels, `sides` along which side of a table they stand, `around` what the labels
  above and below them are; all know labels by `words`;
- `unfold` (pages and data), `matrix`, `tabled` and `long` (tables) say what each text says of which level and which
  competency (`facts`); `place` puts that into a `draft`;
- `census` looks for every text of the ledger in the draft, and `writing` makes the files of a ladder of it; `bringing`
  reads them back.

`scales` reads three published shapes that refer from one place to another, `own` the tables that this program writes.
Nothing is lost: what finds no place is kept under `x-unplaced` with the labels above it.
"""
