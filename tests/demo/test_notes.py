"""validator.demo.notes: everything planted is told to a newcomer."""

from __future__ import annotations

from validator.demo.county import county
from validator.demo.notes import planted_notes


def test_every_planted_thing_is_told() -> None:
    p = county().planted
    text = planted_notes(p)
    for unit in (*p.missing, *p.exempt, *p.late, *p.below, *p.cluster, *p.kept, *p.repeated, *p.promised, *p.personal):
        assert unit in text
    assert all(f"{c.here} ← {c.there}" in text for c in p.copied)
    assert "云川县审计局：晚4天（2026-03-05才收到）" in text
    assert "云川县财政局：晚6天（名册定的期限是2026-02-10）" in text
    assert "云川县教育局：4项打算，4项有下文" in text
    assert text == county().files["planted.txt"].decode()
