"""The one Ibis expression: which rows count, and what they come to, on whichever engine.

It asks what `judging` asks of a row, in the same order. What a text means (pay in words, a date, a currency, a period,
a title) is decided in Python, once for each different text, and joined back, so that all engines agree.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from ladder.observing import asked as say
from ladder.observing.asked import PERCENTILES, Asked, Group, Key, Said, Tally
from ladder.observing.cells import FALLS, NEGATIVE, NO_PAY, NOT_A_NUMBER, OTHER, currency, day, pay, period
from ladder.observing.columns import Columns
from ladder.observing.judging import FIELDS, Kept, Reading, chosen_currency, factor_of, window

SIMPLE: Final = r"^[0-9]{1,12}(\.[0-9]{1,2})?$"
"""A text that is a number in every engine; what any other text says is looked up."""

TEXTS: Final = ("currency", "per", "company", "title", "location", "region", "level")


def counted(engine: Any, columns: Columns, asked: Asked, reading: Reading, progress: Callable[[str], None]) -> Tally:
    """What a table comes to. `engine` is an `engines.Opened`."""
    work = _Work(engine, columns, asked, reading, progress)
    return work.tally()


class _Work:
    """One survey: the table with what its texts mean beside it, then its figures."""

    def __init__(
        self, engine: Any, columns: Columns, asked: Asked, reading: Reading, progress: Callable[[str], None]
    ) -> None:
        import ibis

        self.ibis, self.engine, self.con = ibis, engine, engine.con
        self.asked, self.reading, self.progress, self.columns = asked, reading, progress, columns
        self.money = asked.measure
        wanted = [kind for kind in (self.money, *FIELDS[1:]) if kind in columns.named]
        if self.money != "base":
            wanted = [kind for kind in wanted if kind not in ("low", "high")]
        self.has = set(wanted)
        table = engine.table
        self.base = table.select(**{kind: self._typed(kind, table[columns.named[kind]]) for kind in wanted})

    def _typed(self, kind: str, column: Any) -> Any:
        """A column as it is asked of later: numbers as floats, dates as they are, anything else as text."""
        kinds = column.type()
        if kind in (self.money, "low", "high") and kinds.is_numeric():
            return column.cast("float64")
        if kind == "date" and (kinds.is_date() or kinds.is_timestamp()):
            return column.cast("date")
        text = column if kinds.is_string() else column.cast("string")
        return text.fill_null("").strip()

    # -- what texts mean

    def _known(self, kind: str, *, among: Any = None) -> list[str]:
        """The different texts of a column."""
        table = self.base if among is None else self.base.filter(among)
        return [one[kind] for one in self._rows(table.select(kind).distinct())]

    def _rows(self, expression: Any) -> list[dict[str, Any]]:
        return self.con.to_pyarrow(expression).to_pylist()  # type: ignore[no-any-return]

    def _beside(
        self, table: Any, kind: str, meanings: Mapping[str, Mapping[str, Any]], fields: Mapping[str, str]
    ) -> Any:
        """The table with columns for what the texts of one of its columns mean."""
        schema = self.ibis.schema({f"{kind}_text": "string", **{f"{kind}_{one}": of for one, of in fields.items()}})
        rows = [
            {f"{kind}_text": text, **{f"{kind}_{one}": meaning[one] for one in fields}}
            for text, meaning in meanings.items()
        ]
        if not rows:
            nothing = {f"{kind}_{one}": self.ibis.null(of) for one, of in fields.items()}
            return table.mutate(**nothing)
        known = self.ibis.memtable(_arrow(rows, schema), schema=schema)
        joined = table.left_join(known, table[kind] == known[f"{kind}_text"])
        return joined.drop(f"{kind}_text")

    def _paid(self, table: Any, kind: str) -> Any:
        """The table with what a column of pay says: _low, _high, _of (a currency), _span and _why."""
        ibis, column = self.ibis, table[kind]
        empty = ibis.literal("")
        if not column.type().is_string():
            why = ibis.cases(
                (column.isnull(), NO_PAY),
                (column.isnan() | column.isinf(), NOT_A_NUMBER),
                (column < 0, NEGATIVE),
                else_="",
            )
            return table.mutate(**{
                f"{kind}_low": column, f"{kind}_high": column, f"{kind}_of": empty, f"{kind}_span": empty,
                f"{kind}_why": why,
            })  # fmt: skip
        texts = self._known(kind, among=~self.base[kind].re_search(SIMPLE))
        meanings = {}
        for text in texts:
            found = pay(text)
            meanings[text] = {
                "lo": found.low,
                "hi": found.high,
                "of": found.currency,
                "span": found.per,
                "why": found.why,
            }
        fields = {"lo": "float64", "hi": "float64", "of": "string", "span": "string", "why": "string"}
        table = self._beside(table, kind, meanings, fields)
        simple = table[kind].re_search(SIMPLE)
        number = simple.ifelse(table[kind], ibis.null("string")).cast("float64")
        return table.mutate(**{
            f"{kind}_low": ibis.coalesce(number, table[f"{kind}_lo"]),
            f"{kind}_high": ibis.coalesce(number, table[f"{kind}_hi"]),
            f"{kind}_of": table[f"{kind}_of"].fill_null(""),
            f"{kind}_span": table[f"{kind}_span"].fill_null(""),
            f"{kind}_why": table[f"{kind}_why"].fill_null(""),
        })  # fmt: skip

    def _amounts(self, table: Any) -> Any:
        """The table with stated_low, stated_high, stated_of, stated_span and stated_why."""
        ibis = self.ibis
        kinds = [kind for kind in (self.money, "low", "high") if kind in self.has]
        for kind in kinds:
            table = self._paid(table, kind)
        one = {part: table[f"{self.money}_{part}"] for part in PARTS} if self.money in self.has else None
        two = None
        if {"low", "high"} <= self.has:
            least, most = ({part: table[f"{end}_{part}"] for part in PARTS} for end in ("low", "high"))
            why = ibis.cases(
                ((least["why"] != "") & (least["why"] != NO_PAY), least["why"]),
                ((most["why"] != "") & (most["why"] != NO_PAY), most["why"]),
                ((least["why"] != "") & (most["why"] != ""), NO_PAY),
                ((least["why"] != "") | (most["why"] != ""), say.HALF),
                (least["low"] > most["high"], FALLS),
                else_="",
            )
            first = {part: (least[part] != "").ifelse(least[part], most[part]) for part in ("of", "span")}
            two = {"low": least["low"], "high": most["high"], "why": why, **first}
        if one and two:
            other = one["why"] == NO_PAY
            both = {part: other.ifelse(two[part], one[part]) for part in PARTS}
        else:
            both = one or two  # type: ignore[assignment]
        return table.mutate(**{f"stated_{part}": both[part] for part in PARTS})

    def _dated(self, table: Any) -> tuple[Any, Any]:
        """The table, and for each row why its date does not count, with when_text for what is earliest and latest."""
        ibis = self.ibis
        first, last = window(self.asked)
        late = say.LATER.format(last)
        if "date" not in self.has:
            return table.mutate(when_text=ibis.literal("")), ibis.literal("")
        if table["date"].type().is_date():
            when = table["date"]
            cases = [(when.isnull(), say.NO_DATE if first else ""), (when > ibis.date(last), late)]
            cases += [(when < ibis.date(first), say.EARLIER)] if first else []
            return table.mutate(when_text=when), ibis.cases(*cases, else_="")
        meanings = {text: {"when": day(text)} for text in self._known("date")}
        table = self._beside(table, "date", meanings, {"when": "string"})
        when = table["date_when"].fill_null("")
        table = table.mutate(when_text=(when == "").ifelse(ibis.null("string"), when))
        cases = [(when == "", say.NO_DATE if first else ""), (when > ibis.literal(last).left(when.length()), late)]
        cases += [(when < ibis.literal(first).left(when.length()), say.EARLIER)] if first else []
        return table, ibis.cases(*cases, else_="")

    def _judged(self) -> Any:
        """Every row with `reason`, empty where it counts, and with one, other, of and amount where it does."""
        ibis, asked = self.ibis, self.asked
        self.progress("reading what texts mean")
        table = self._amounts(self.base)
        table, late = self._dated(table)
        of, no_currency = table["stated_of"], ibis.literal(False)
        if "currency" in self.has:
            codes = {text: {"code": currency(text) if text else ""} for text in self._known("currency")}
            table = self._beside(table, "currency", codes, {"code": "string"})
            said = table["currency_code"].fill_null("")
            of = (said != "").ifelse(said, table["stated_of"])
            no_currency = (of == OTHER) | (of == "")
        span = table["stated_span"]
        if "per" in self.has:
            spans = {text: {"is": period(text) if text else ""} for text in self._known("per")}
            table = self._beside(table, "per", spans, {"is": "string"})
            said = table["per_is"].fill_null("")
            span = (said != "").ifelse(said, table["stated_span"])
        span = (span == "").ifelse("year", span)
        table = table.mutate(of_said=of, span=span)
        of, span = table["of_said"], table["span"]
        spans_of = [one for one in ("month", "hour") if factor_of(one, asked) is not None]
        factor = ibis.cases(*[(span == one, factor_of(one, asked)) for one in spans_of], else_=1.0) if spans_of else 1.0
        other_span = ~span.isin(["year", *spans_of])
        if asked.rates:
            rate = ibis.cases(*[(of == code, value) for code, value in asked.rates.items()], else_=1.0)
            factor = rate * factor if spans_of else rate
            of = of.isin(list(asked.rates)).ifelse(asked.currency, of)
        table = table.mutate(one=table["stated_low"] * factor, other=table["stated_high"] * factor, of=of)
        highest = table["of"].isin(sorted(say.SMALL)).ifelse(float(say.HIGHEST * 100), float(say.HIGHEST))
        absurd = (table["one"] < say.LOWEST) | (table["other"] > highest)
        reason = ibis.cases(
            (table["stated_why"] != "", table["stated_why"]),
            (late != "", late),
            (no_currency, say.NO_CURRENCY),
            (other_span, ibis.literal(say.PERIOD.format("")) + table["span"]),
            (absurd, say.ABSURD),
            else_="",
        )
        return table.mutate(reason=reason)

    # -- what they come to

    def tally(self) -> Tally:
        judged = self._judged()
        self.progress(f"counting with {self.engine.name}")
        by_reason = {one["reason"]: one["n"] for one in self._rows(judged.group_by("reason").agg(n=judged.count()))}
        read, fine = sum(by_reason.values()), by_reason.pop("", 0)
        kept = self.engine.keep(self._kept(judged), "ladder_kept")
        of_class = self._classes
        groups, numbers, no_level = self._groups(kept)
        drops = Counter(by_reason)
        twice = fine - sum(numbers.values())
        drops += Counter({say.TWICE: twice}) if twice else Counter()
        chosen = chosen_currency(numbers, self.asked)
        drops += Counter({say.ELSEWHERE.format(of): n for of, n in numbers.items() if of != chosen})
        first, last = self._days(kept, chosen)
        del of_class
        return Tally(
            read=read,
            drops=dict(drops),
            examples={},
            groups={key: one for (of, key), one in groups.items() if of == chosen},
            no_level={why: n for (of, why), n in no_level.items() if of == chosen},
            titles=self._titles(kept, chosen) if self.asked.explain else (),
            currency=chosen or self.asked.currency or "USD",
            stated=bool(chosen),
            first=first,
            last=last,
            engine=self.engine.name,
            columns=self.columns.understood(),
        )

    def _kept(self, judged: Any) -> Any:
        """The rows that count, each once, with the class of what their titles say."""
        ibis = self.ibis
        fine = judged.filter(judged["reason"] == "")
        what = [kind for kind in ("level", "title") if kind in self.has]
        keys = [kind for kind in ("company", "title", "location", "level", "region") if kind in self.has]
        if {"company", "title"} <= self.has:
            fine = fine.group_by([*keys, "one", "other", "of"]).agg(
                when_first=fine["when_text"].min(), when_last=fine["when_text"].max()
            )
        else:
            fine = fine.select(*keys, "one", "other", "of", when_first=fine["when_text"], when_last=fine["when_text"])
        known = self._title_table(what)
        joined = fine.inner_join(known, [fine[kind] == known[f"{kind}_said"] for kind in what])
        region = ibis.literal("")
        if "region" in self.asked.by:
            place = joined["location"] if "location" in self.has else ibis.literal("")
            region = (joined["region"] != "").ifelse(joined["region"], place) if "region" in self.has else place
        return joined.select(
            "of",
            "class_",
            "when_first",
            "when_last",
            region_=region,
            firm=joined["company"] if "company" in self.has else ibis.literal(""),
            amount=(joined["one"] + joined["other"]) / 2,
            **({kind: joined[kind] for kind in what} if self.asked.explain else {}),
        )

    def _title_table(self, what: Sequence[str]) -> Any:
        """The different titles with the number of their class: what level, discipline and reason they share."""
        self.progress("reading titles")
        pairs = self._rows(self.base.select(*what).distinct())
        classes: dict[tuple[str, str, str], int] = {}
        rows = []
        for one in pairs:
            found = self.reading(one.get("level", ""), one.get("title", ""))
            discipline = found.discipline if "discipline" in self.asked.by else ""
            key = (found.level, discipline, "") if found.level else ("", "", found.why)
            rows.append(
                {**{f"{kind}_said": one[kind] for kind in what}, "class_": classes.setdefault(key, len(classes))}
            )
        self._classes = tuple(classes)
        schema = self.ibis.schema({**{f"{kind}_said": "string" for kind in what}, "class_": "int32"})
        return self.ibis.memtable(_arrow(rows, schema), schema=schema)

    def _groups(self, kept: Any) -> tuple[dict[tuple[str, Key], Group], dict[str, int], dict[tuple[str, str], int]]:
        """Figures by currency and group, rows by currency, and rows without a level by currency and reason."""
        by = ["of", "class_", "region_"]
        quantiles = {f"p{one}": kept["amount"].quantile(one / 100) for one in PERCENTILES}
        found = self._rows(kept.group_by(by).agg(n=kept.count(), **quantiles))
        firms = self._firms(kept, by) if "company" in self.has else {}
        amounts = self._every_amount(kept, by) if self.asked.interval else {}
        groups: dict[tuple[str, Key], Group] = {}
        numbers: Counter[str] = Counter()
        no_level: Counter[tuple[str, str]] = Counter()
        for one in found:
            place = (one["of"], one["class_"], one["region_"])
            level, discipline, why = self._classes[one["class_"]]
            numbers[one["of"]] += one["n"]
            if not level:
                no_level[(one["of"], why)] += one["n"]
                continue
            companies, largest = firms.get(place, (0, 0))
            groups[(one["of"], Key(level, discipline, one["region_"]))] = Group(
                n=one["n"],
                percentiles={each: one[f"p{each}"] for each in PERCENTILES},
                companies=companies if "company" in self.has else None,
                largest=largest,
                intervals=Kept(amounts.get(place, ())).group(True, has=False).intervals if self.asked.interval else {},
            )
        return groups, dict(numbers), dict(no_level)

    def _firms(self, kept: Any, by: Sequence[str]) -> dict[tuple[str, int, str], tuple[int, int]]:
        named = kept.filter(kept["firm"] != "")
        each = named.group_by([*by, "firm"]).agg(k=named.count())
        rows = self._rows(each.group_by(list(by)).agg(companies=each.count(), largest=each["k"].max()))
        return {(one["of"], one["class_"], one["region_"]): (one["companies"], one["largest"]) for one in rows}

    def _every_amount(self, kept: Any, by: Sequence[str]) -> dict[tuple[str, int, str], list[tuple[float, int]]]:
        found: dict[tuple[str, int, str], list[tuple[float, int]]] = {}
        for one in self._rows(kept.group_by([*by, "amount"]).agg(k=kept.count())):
            found.setdefault((one["of"], one["class_"], one["region_"]), []).append((one["amount"], one["k"]))
        return found

    def _days(self, kept: Any, chosen: str) -> tuple[str, str]:
        if "date" not in self.has:
            return "", ""
        these = kept.filter(kept["of"] == chosen)
        (one,) = self._rows(these.aggregate(first=these["when_first"].min(), last=these["when_last"].max()))
        return (str(one["first"] or ""), str(one["last"] or ""))

    def _titles(self, kept: Any, chosen: str) -> tuple[Said, ...]:
        what = [kind for kind in ("level", "title") if kind in self.has]
        these = kept.filter(kept["of"] == chosen)
        rows = self._rows(these.group_by(what).agg(n=these.count()))
        return tuple(Said(self.reading(one.get("level", ""), one.get("title", "")), one["n"]) for one in rows)


PARTS: Final = ("low", "high", "of", "span", "why")


def _arrow(rows: Iterable[Mapping[str, Any]], schema: Any) -> Any:
    import pyarrow

    return pyarrow.Table.from_pylist(list(rows), schema=schema.to_pyarrow())


__all__ = ["counted"]
