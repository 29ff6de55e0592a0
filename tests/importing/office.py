"""Files of office programs, as small as they may be: made here, so that no test needs a program to make them."""

import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

Rows = Sequence[Sequence[str]]
BOOK = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def _zipped(path: Path, parts: Mapping[str, str]) -> str:
    with zipfile.ZipFile(path, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return str(path)


def _package(kinds: Mapping[str, str], main: str) -> dict[str, str]:
    types = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    rels = f"{PACKAGE}/relationships"
    kind = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{kind}{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="r0" Type="{LINKS}/officeDocument" '
        f'Target="{main}"/></Relationships>',
    }


def xlsx(path: Path, sheets: Mapping[str, Rows], hidden: Sequence[str] = ()) -> str:
    """A workbook with these sheets, some of which are hidden."""
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    kinds = {"xl/workbook.xml": f"{office}.sheet.main+xml"}
    listed = rels = ""
    parts: dict[str, str] = {}
    for number, (name, rows) in enumerate(sheets.items(), 1):
        kinds[f"xl/worksheets/s{number}.xml"] = f"{office}.worksheet+xml"
        state = ' state="hidden"' if name in hidden else ""
        listed += f'<sheet name="{escape(name)}" sheetId="{number}" r:id="r{number}"{state}/>'
        rels += f'<Relationship Id="r{number}" Type="{LINKS}/worksheet" Target="worksheets/s{number}.xml"/>'
        body = ""
        for line, row in enumerate(rows, 1):
            cells = (
                f'<c r="{chr(65 + place)}{line}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
                for place, text in enumerate(row)
                if text
            )
            body += f'<row r="{line}">{"".join(cells)}</row>'
        parts[f"xl/worksheets/s{number}.xml"] = f'<worksheet xmlns="{BOOK}"><sheetData>{body}</sheetData></worksheet>'
    parts["xl/workbook.xml"] = f'<workbook xmlns="{BOOK}" xmlns:r="{LINKS}"><sheets>{listed}</sheets></workbook>'
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{PACKAGE}/relationships">{rels}</Relationships>'
    return _zipped(path, {**_package(kinds, "xl/workbook.xml"), **parts})


def ods(path: Path, rows: Rows) -> str:
    """A spreadsheet of OpenDocument with one sheet."""
    body = "".join(f"<table:table-row>{''.join(_ods_cell(text) for text in row)}</table:table-row>" for row in rows)
    spaces = "".join(f' xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f"<office:document-content{spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Mill">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0"/>'
    return _zipped(path, {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def _ods_cell(text: str) -> str:
    said = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="string">{said}</table:table-cell>' if text else "<table:table-cell/>"


def docx(path: Path, paragraphs: Sequence[tuple[str, str]]) -> str:
    """A file of a word processor: paragraphs, each with its style ("Heading1", "ListBullet", or none)."""
    kinds = {
        "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "word/styles.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
    }
    body = ""
    for style, text in paragraphs:
        look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        body += f"<w:p>{look}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
    names = {"Heading1": "heading 1", "Heading2": "heading 2", "Heading3": "heading 3", "ListBullet": "List Bullet",
             "ListBullet2": "List Bullet 2"}  # fmt: skip
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/></w:style>'
        for id_, name in names.items()
    )
    rel = f'<Relationship Id="r1" Type="{LINKS}/styles" Target="styles.xml"/>'
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{rel}</Relationships>',
    }
    return _zipped(path, {**_package(kinds, "word/document.xml"), **parts})
