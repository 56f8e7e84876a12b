"""validator.readers.web.marking: a page with a mark in front of every run of text."""

from __future__ import annotations

import pytest

from validator.readers.web.marking import marked
from validator.readers.web.marks import MARK, Mark, mark_index


def runs(source: str) -> list[tuple[Mark, str]]:
    """Return the marks and the text of the page behind each, tags and all."""
    found = marked(source)
    _, *parts = MARK.split(found.page)
    return [(found.marks[mark_index(sign)], body) for sign, body in zip(parts[::2], parts[1::2], strict=True)]


def test_tags_keep_only_their_names_and_inline_tags_go() -> None:
    page = MARK.sub("", marked("<DIV class=a>法<b>治</b><br/><span style='display:none'>暗<i>x</i></span>!</DIV>").page)
    assert page == "<div>法治<br><span hidden>暗x</span>!</div>"


def test_marks_stand_in_front_of_text_only() -> None:
    assert marked("<table>\n <tr>\n <td> </td>&nbsp;</tr></table>").marks == []
    assert MARK.sub("^", marked("<td>\n  法治 政\n 府&amp;</td>").page) == "<td>\n  ^法治 政\n ^府^&amp;</td>"


def test_places() -> None:
    places = [(m.line, m.column) for m, _ in runs("a<p>\n  b  c\n\nd&lt;<e>f <")]
    assert places == [(1, 1), (2, 3), (2, 6), (4, 1), (4, 2), (4, 9), (4, 11)]


def test_what_stands_around() -> None:
    source = "<h2>标题</h2><p>法\n<a href=x>治</a></p><table><tr><td>甲<td>乙</table><pre>丙</pre>"
    title, law, link, one, two, kept = (m for m, _ in runs(source))
    assert (title.level, law.level) == (2, 0)
    assert (law.block, link.block) == (True, False)
    assert (law.broken, link.broken) == (False, True)
    assert (law.link, bool(link.link)) == (0, True)
    assert 0 < one.cell < two.cell and not law.cell
    assert (kept.kept, kept.cell) == (True, 0)


def test_a_link_that_nothing_closes_ends_with_its_block() -> None:
    assert [bool(m.link) for m, _ in runs("<p><a href=x>甲</p><p>乙</p><a name=y>丙</a>")] == [True, False, False]


@pytest.mark.parametrize("tag", ["</b>", "</div>", "</section>"])
def test_closing_tags_that_close_nothing_go(tag: str) -> None:
    assert MARK.sub("", marked(f"法{tag}治").page) == "法治"


def test_meta_tags() -> None:
    found = marked("<meta name=x content=y>\n<META NAME='PubDate' content=' 甲\n乙 '><meta name=pubdate content=丙>")
    assert {k: tuple(v) for k, v in found.metas.items()} == {"pubdate": ("甲 乙", 2, 31)}


def test_marks_run_out() -> None:
    found = marked("<i>x</i>&lt;" * 70_000)
    assert not found.whole
    assert len(found.marks) == 0x10FFFE - 0xF0000
    assert marked("<p>x").whole
