"""Reviews built by hand: one that shows everything once, large ones, and one in which every text is hostile."""

from __future__ import annotations

from functools import cache

from tests.renderers.runs import decided as corrected
from tests.support import REPORT, check, pack, report
from validator.model.decision import Decision, Lapsed
from validator.model.result import Assessment, Evidence
from validator.model.review import (
    Announced,
    Claim,
    Cluster,
    Common,
    Filed,
    FileRole,
    Pair,
    Passage,
    Repeated,
    Review,
    Standing,
    Timing,
    Trace,
    UnitReview,
    YearBefore,
)
from validator.model.roster import Unit
from validator.model.submission import Submission
from validator.words import Words

YEAR = 2024
DIGEST = "0123456789abcdef"
NO_DATES = Timing("2025-03-01", "pack", None, None, None)
IN_TIME = Timing("2025-03-01", "pack", "2025-02-18", "issued", -11)
LATE = Timing("2025-03-01", "pack", "2025-03-05", "received", 4)
VERY_LATE = Timing("2025-02-20", "roster", "2025-04-02", "issued", 41)
COPIED = (
    "坚持把法治宣传同中心工作结合，组织干部深入村组院坝，用身边案例讲清群众最关心的法律问题，累计开展活动三十六场。"
)


def evidence(text: str, line: int = 1) -> Evidence:
    return Evidence(line, 1, line, len(text) + 1, text)


def submission(a: Assessment, text: str = REPORT) -> Submission:
    return Submission(a) if a.status == "unreadable" else Submission(a, text, DIGEST)


def filed(
    a: Assessment,
    unit: str | None,
    role: FileRole = "current",
    why: str = "署名和标题一致",
    claims: tuple[Claim, ...] = (),
) -> Filed:
    return Filed(submission(a), unit, claims, role, Words(why, f"because: {why}"))


def sent(name: str, a: Assessment, timing: Timing = IN_TIME, **more: object) -> UnitReview:
    unit = Unit(name, "town" if name.endswith("镇") else "department", row=2)
    f = filed(a, name)
    return UnitReview(unit, "submitted", f, (f,), timing)._replace(**more)  # type: ignore[arg-type]


def unsent(name: str, standing: Standing, *files: Filed, **unit: str) -> UnitReview:
    current = files[0] if files and standing != "doubtful" else None
    return UnitReview(Unit(name, "department", **unit), standing, current, files, NO_DATES)  # type: ignore[arg-type]


def decision(id_: int, unit: str, action: str, rule: str = "", **more: str) -> Decision:
    base = Decision(id_, "2025-03-06T08:30:00Z", "王敏", unit, YEAR, "confirm", rule, "fail", "", "", DIGEST)
    return base._replace(action=action, **more)  # type: ignore[arg-type]


def _before(unit: str) -> YearBefore:
    old = check(report("causes").encode(), name=f"去年/{unit}.txt")
    plan = evidence("年内组织执法培训4期，宣讲覆盖全部行政村。", 21)
    return YearBefore(
        filed(old, unit),
        (
            Announced(plan, "taken_up", 0.91, evidence("全年组织执法培训4期，宣讲覆盖全部行政村。", 6)),
            Announced(evidence("建立行政执法案卷季度评查制度。", 22), "partly", 0.55, evidence("开展案卷评查。", 7)),
            Announced(evidence("建成镇级公共法律服务工作站。", 23), "no_trace", 0.1, None),
        ),
        (
            Repeated(
                evidence("案卷质量不高，专职法制审核人员不足。", 14),
                evidence("案卷质量不高，专职法制审核人员不足。", 15),
                100,
            ),
        ),
        ("causes",),
        ("issuing-body",),
        0.31,
    )


def pair(here: str, there: str, year: int = YEAR, share: float = 0.42) -> Pair:
    first = Passage(
        evidence(COPIED, 8), evidence(COPIED.replace("三十六", "二十八"), 12), 96, (Trace("other_unit", there),)
    )
    second = Passage(
        evidence("2023年，全局上下严格落实重大行政决策程序，合法性审核率达到百分之百。", 10),
        evidence("2023年，全局上下严格落实重大行政决策程序，合法性审核率达到百分之百。", 9),
        100,
        (Trace("last_year", "2023年"), Trace("other_kind", "全局")),
    )
    return Pair(here, there, year, 1312, share, share / 2, (first, second), "there")


def units() -> tuple[UnitReview, ...]:
    a = {
        name: check(report(*without).encode(), name=f"报送/{name}.txt")
        for name, without in (
            ("青禾镇", ()),
            ("白石镇", ("causes", "signature")),
            ("红岩镇", ("plan",)),
            ("柳湾镇", ("shortcomings", "first", "date")),
            ("县水利局", ("title", "causes")),
        )
    }
    holes = check(REPORT.replace("检查46次", "检查XX次").encode(), name="报送/县教育局.txt")
    copy = filed(a["青禾镇"]._replace(path="报送/青禾镇（初稿）.txt"), "青禾镇", "older", "有更新的一份")
    draft = filed(a["青禾镇"]._replace(path="报送/扫描件.txt"), "青禾镇", "same", "与采用的一份内容相同")
    green = sent("青禾镇", a["青禾镇"], state="accepted", decisions=(decision(1, "青禾镇", "accept", reason="齐全"),))
    maybe = (
        Claim("县民政局", (("signature", "云川县民政局"),)),
        Claim("县民政事务中心", (("file_name", "民政"), ("similar", "县民政事务中心"))),
    )
    doubtful = filed(
        check(report("signature").encode(), name="报送/民政报告.txt"), None, "doubtful", "两个单位都说得通", maybe
    )
    old = filed(
        check(REPORT.replace("2024", "2023").encode(), name="报送/县林业局.txt"),
        "县林业局",
        "other_year",
        "写的是2023年度",
    )
    plan = filed(
        check("云川县住建局防汛预案\n一、职责\n局长负总责。\n".encode(), name="报送/县住建局.txt"),
        "县住建局",
        "other_kind",
        "防汛预案",
    )
    empty = filed(check(b"", name="报送/县统计局.txt"), "县统计局", "unreadable", "文件是空的")
    return (
        green._replace(files=(*green.files, copy, draft)),
        sent("白石镇", a["白石镇"], LATE, copied=0.42, before=_before("白石镇")),
        sent(
            "红岩镇",
            corrected(a["红岩镇"], "next-year-plan", "写在附件里"),
            VERY_LATE,
            decisions=(decision(2, "红岩镇", "correct", "next-year-plan", new="pass", reason="写在附件里"),),
        ),
        sent(
            "柳湾镇",
            a["柳湾镇"],
            NO_DATES,
            state="returned",
            decisions=(
                decision(3, "柳湾镇", "return", old="", reason="缺三项，请重报"),
                decision(4, "柳湾镇", "confirm", "shortcomings", reason="已电话核实"),
            ),
        ),
        sent("县水利局", a["县水利局"], copied=0.08),
        sent("县教育局", holes),
        unsent("县民政局", "doubtful", doubtful),
        unsent("县林业局", "other_year", old),
        unsent("县住建局", "other_kind", plan),
        unsent("县统计局", "unreadable", empty),
        unsent("县信访局", "missing"),
        unsent("县气象局", "exempt", exempt="垂直管理，报上级部门"),
    )


def lapsed_return() -> UnitReview:
    """Return the first unit, returned before and sent again since with nothing left to mend."""
    old = decision(7, "青禾镇", "return", old="", reason="请补写原因")._replace(digest="before")
    gone = Lapsed(old, Words("报告文字已改动", "the text of the report has changed"))
    return units()[0]._replace(state="", decisions=(), lapsed=(gone,))


@cache
def review() -> Review:
    """Return a review of twelve units in which everything occurs once."""
    found = units()
    stray = filed(check(report("title").encode(), name="报送/无名.txt"), None, "stray", "没有单位说得通")
    files = {f.submission.assessment.path: f for u in found for f in u.files}
    return Review(
        year=YEAR,
        folder="报送",
        roster="roster.csv",
        units=found,
        filed=(*files.values(), stray),
        pairs=(
            pair("白石镇", "红岩镇"),
            pair("县水利局", "县教育局", share=0.08),
            pair("白石镇", "县林业局", YEAR - 1, 0.1),
        ),
        clusters=(Cluster(("白石镇", "红岩镇"), 1312),),
        common=(Common(("青禾镇", "白石镇", "柳湾镇"), evidence("各项任务按期完成。", 3)),),
        packs={pack().id: pack()},
        day="2025-03-10",
        reply_by="2025-03-20",
        office="云川县司法局",
        last_year="去年",
        remarks=(Words("名册第9行的单位写了两次，只算一次。", "Row 9 of the roster is there twice."),),
    )


def many(count: int) -> Review:
    """Return a review of *count* units of all kinds, one in five of them with copied text."""
    base = review()
    found = tuple(
        u._replace(unit=u.unit._replace(name=f"{i:04}号{u.unit.name}", row=i + 2))
        for i, u in ((i, base.units[i % len(base.units)]) for i in range(count))
    )
    names = [u.unit.name for u in found if u.standing == "submitted"]
    pairs = tuple(pair(names[i], names[i + 1]) for i in range(0, len(names) - 1, 5))
    return base._replace(units=found, pairs=pairs, filed=tuple(f for u in found for f in u.files))


def hostile(text: str) -> Review:
    """Return a review in which every text that comes from units, files or reviewers is *text*."""
    words, e = Words(text, text), evidence(text)
    base = units()

    def file(f: Filed) -> Filed:
        a = f.submission.assessment
        results = tuple(r._replace(message=words, evidence=(e, e)) for r in a.results)
        a = a._replace(path=text, file=text, results=results, notes=(words,), reason=words if a.reason else None)
        a = a._replace(facts=a.facts._replace(title=text, unit=text, issued_on=text, addressee=text))
        claims = tuple(Claim(text, ((ground, text) for ground, _ in c.grounds)) for c in f.claims)  # type: ignore[arg-type]
        claims = tuple(c._replace(grounds=tuple(c.grounds)) for c in claims)
        return f._replace(submission=submission(a, text), unit=f.unit and text, claims=claims, why=words)

    def unit(i: int, u: UnitReview) -> UnitReview:
        before = u.before and u.before._replace(
            filed=file(u.before.filed),
            announced=tuple(x._replace(task=e, echo=x.echo and e) for x in u.before.announced),
            repeated=tuple(x._replace(here=e, there=e) for x in u.before.repeated),
        )
        return u._replace(
            unit=u.unit._replace(name=text if i == 1 else f"{text}{i}", exempt=u.unit.exempt and text),
            current=u.current and file(u.current),
            files=tuple(map(file, u.files)),
            before=before,
            decisions=tuple(d._replace(who=text, reason=text, unit=text) for d in u.decisions),
        )

    trace = Trace("other_unit", text)
    passage = Passage(e, e, 100, (trace,), (trace,))
    return review()._replace(
        folder=text,
        roster=text,
        units=tuple(unit(i, u) for i, u in enumerate(base)),
        filed=tuple(map(file, review().filed)),
        pairs=(Pair(text, text, YEAR, 10, 0.5, 0.5, (passage,)),),
        clusters=(Cluster((text, text), 10),),
        common=(Common((text, text), e),),
        office=text,
        last_year=text,
        remarks=(words,),
    )
