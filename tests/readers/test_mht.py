"""validator.readers.mht: a page saved as one file."""

from __future__ import annotations

import base64
import quopri
import time
from hashlib import sha256
from pathlib import Path

import pytest

from tests.support import REPORT
from validator.errors import ReadError
from validator.pipeline import assess, check, load_pack
from validator.readers.html import read as read_html
from validator.readers.mht import read

WEB = Path(__file__).parents[2] / "fixtures" / "labelled" / "web"
PAGE = "<html>\n<body>" + "".join(f"<p>{line}</p>\n" for line in REPORT.splitlines() if line) + "</body></html>"


def part(content: bytes, kind: str = "text/html", transfer: str = "quoted-printable", more: str = "") -> bytes:
    encode = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(transfer, bytes)
    header = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {transfer}\r\n{more}\r\n".encode()
    return header + encode(content) + b"\r\n"


def archive(*parts: bytes, more: str = "") -> bytes:
    header = (
        "From: <Saved by a browser>\r\nSubject: page\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";{more}\r\n\tboundary="--=_x"\r\n\r\nSingle file.\r\n'
    )
    return header.encode() + b"".join(b"----=_x\r\n" + p for p in parts) + b"----=_x--\r\n"


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize(
    ("encoding", "kind"),
    [
        ("utf-8", "text/html"),
        ("utf-8", 'text/html; charset="gb2312"'),
        ("gb18030", 'text/html;\r\n charset="gb2312"'),
        ("gb18030", "text/html"),
    ],
)
def test_encodings(transfer: str, encoding: str, kind: str) -> None:
    found = read(archive(part(PAGE.encode(encoding), kind, transfer)), "a.mht")
    assert [line for line in found.text.splitlines() if line] == [line for line in REPORT.splitlines() if line]


def test_the_charset_in_the_page_counts_when_the_part_names_none() -> None:
    page = '<meta charset="big5"><p>關於法治政府建設情況的報告</p>'.encode("big5")
    assert read(archive(part(page)), "a.mht").text == "關於法治政府建設情況的報告"


def test_places_are_those_of_the_page() -> None:
    found = read(archive(part(PAGE.encode())), "a.mht")
    plain = read_html(PAGE.encode(), "a.html")
    assert (found.text, found.blocks) == (plain.text, plain.blocks)


def test_the_verdict_is_that_of_the_page() -> None:
    pack = load_pack()
    found = assess(read(archive(part(PAGE.encode())), "a.mht"), pack)
    assert found.score == check(REPORT.encode(), "a.txt").score


def test_hash_name_and_format() -> None:
    data = archive(part(PAGE.encode()))
    found = read(data, "a.mht")
    assert (found.name, found.format, found.sha256) == ("a.mht", "mht", sha256(data).hexdigest())


def test_the_first_page_is_read_unless_another_is_named() -> None:
    parts = (
        part(b"GIF", "image/gif", "base64"),
        part("<p>甲</p>".encode(), more="Content-ID: <a>\r\n"),
        part("<p>乙</p>".encode(), more="Content-ID: <b>\r\n"),
    )
    assert read(archive(*parts), "a.mht").text == "甲"
    assert read(archive(*parts, more=' start="<b>";'), "a.mht").text == "乙"


def test_of_a_page_of_frames_the_first_frame_with_text_is_read() -> None:
    frames = part(b"<frameset><frame src=cid:a><frame src=cid:b></frameset>")
    found = read(archive(frames, part(b" "), part(b"<script>x</script>"), part("<p>正文</p>".encode())), "a.mht")
    assert found.text == "正文"


@pytest.mark.parametrize(
    "data", [PAGE.encode(), b"\xef\xbb\xbf\r\n" + PAGE.encode(), b"\r\n" + archive(part(PAGE.encode()))]
)
def test_a_page_without_a_message_around_it(data: bytes) -> None:
    assert "主要举措和成效" in read(data, "a.mht").text


@pytest.mark.parametrize("data", [b"", b"\r\n", archive(part(b""))])
def test_nothing_in_it(data: bytes) -> None:
    assert read(data, "a.mht").text == ""


def nested(depth: int) -> bytes:
    inner = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (i, i) for i in range(depth))
    return b"MIME-Version: 1.0\r\n" + inner + b"Content-Type: text/html\r\n\r\n<p>x"


@pytest.mark.parametrize(
    ("data", "zh"),
    [
        (archive(part(b"x", "text/plain")), "没有网页"),
        (archive(), "没有网页"),
        ("法治政府建设\r\n\r\n一、成效".encode(), "没有网页"),
        (archive(part(b"<frameset><frame src=cid:a></frameset>")), "框架"),
        (nested(5000), "太多"),
        (archive(*[part(b"", "image/gif")] * 11_000), "太多"),
        (b"MIME-Version: 1.0\r\n" + b"X-Y: z\r\n" * 1_000_000, "太多"),
        (bytes(range(256)) * 4000, "单文件网页"),
    ],
)
def test_errors_say_what_to_do(data: bytes, zh: str) -> None:
    start = time.process_time()
    with pytest.raises(ReadError) as raised:
        read(data, "a.mht")
    assert zh in raised.value.what.zh
    assert raised.value.what.en and raised.value.hint.zh and raised.value.hint.en
    assert time.process_time() - start < 10


def test_pictures_beside_the_page_cost_little() -> None:
    start = time.process_time()
    picture = part(bytes(10_000_000), "image/png", "base64")
    assert read(archive(part(PAGE.encode()), picture), "a.mht").text
    assert time.process_time() - start < 5


def test_the_labelled_page() -> None:
    data = next(WEB.glob("*.mht")).read_bytes()
    assert "望洲经济技术开发区管理委员会" in read(data, "a.mht").text
