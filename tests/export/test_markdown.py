"""The minutes as Markdown, read back by a CommonMark parser: every text is there as text, and none of it is markup."""

import re
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from kanaalwaarden.core.blocks import Bullets, Document, Heading, Paragraph, Section, Table, TableCell
from kanaalwaarden.export.markdown import markdown_bytes
from tests.export.test_html import tortured, utrecht
from tests.export.test_office import hostile, texts, waterrijk, words

MARKUP = [
    "<script>alert(1)</script>", "[a](http://x.example)", "![a](x)", "# kop", "- lijst", "+ lijst", "1. lijst", "2) lijst", "> citaat",
    "*a* __b__", "`code`", "```", "~~weg~~", "a|b", "&lt;b&gt;", "===", "---", "\tcode", "    code", "www.x.example", "http://x.example",
    "a@x.example", "\\*", "a\n===", "a\n---\nb", "<!--", "[a]: http://x.example", "| a |\n| --- |",
]  # fmt: skip


def read(document: Document) -> list[tuple[str, str]]:
    """Kind and text of everything a parser finds, with tables and struck-out text."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    found = []
    for token in parser.parse(markdown_bytes(document).decode()):
        found.append((token.type, token.content if token.type in ("html_block", "code_block", "fence") else ""))
        found += [(each.type, each.content) for each in token.children or ()]
    return found


@pytest.mark.parametrize("made", [waterrijk, hostile, utrecht, tortured])
def test_no_text_is_lost(made: Callable[[], Document]) -> None:
    document = made()
    told = words("".join(text for _, text in read(document)))
    for text in texts(document):
        for line in text.split("\n"):
            assert words(line) in told
    assert markdown_bytes(document) == markdown_bytes(document)


@pytest.mark.parametrize("text", MARKUP)
def test_typed_text_is_no_markup(text: str) -> None:
    blocks = [Heading(1, text), Paragraph(text), Paragraph(text, "quote"), Bullets([text])]
    blocks += [Table([TableCell("kop"), TableCell(text)], [[TableCell(text), TableCell("x")]])]  # type: ignore[list-item]
    found = read(Document("t", "nl", [Section(blocks)]))
    kinds = [kind for kind, _ in found]
    never = {"html_block", "html_inline", "link_open", "image", "code_inline", "code_block", "fence", "em_open", "s_open", "hr"}
    assert not never & set(kinds)
    wanted = {"heading_open": 1, "bullet_list_open": 1, "ordered_list_open": 0, "blockquote_open": 1, "table_open": 1}
    assert {kind: kinds.count(kind) for kind in wanted} == wanted
    told = "".join(said for _, said in found)
    assert re.sub(r"\s", "", told).count(re.sub(r"\s", "", text)) >= 6
