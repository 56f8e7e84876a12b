"""Reports to time, and what they are compared with."""

from __future__ import annotations

from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures"


def make_report(sections: int = 16) -> bytes:
    """Return an invented report of about 7,000 characters with *sections* paragraphs on what was done."""
    done = (
        "全年开展联合检查{n}次，办理案件{m}件，案卷评查全部合格，执法人员全部持证上岗，重大执法决定一律经过法制审核。"
        "修订议事规则和合同管理办法，审查合同{k}份，提出意见{n}条，采纳率百分之九十八，没有发生败诉案件。"
        "设立村级调解点{m}处，受理纠纷{k}件，调解成功{m}件，为务工人员追回工资{n}万元，群众上访量明显下降。"
        "组织普法宣讲{k}场，发放资料{n}00份，培养法律明白人{m}名，建成法治文化广场{m}个，受众{n}000余人次。"
        "公开政务信息{k}条，答复依申请公开{m}件，办理代表建议和委员提案{m}件，见面率和满意率均为百分之百。"
        "梳理权责清单{k}项，取消证明事项{m}项，推行一次告知和帮办代办，企业开办时间由三天压缩到一天以内。"
        "聘请法律顾问{m}名，列席会议{k}次，参与重大项目谈判{m}次，避免和挽回经济损失{n}万元，合同履约率稳步提高。"
        "组织领导干部会前学法{m}次、旁听庭审{m}次，新任干部任前法律考试全部合格，参考率和优秀率都比上年提高。"
    )
    body = "\n\n".join(
        f"（{number}）做好第{number}项工作\n\n　　" + done.format(n=100 + i, m=10 + i, k=40 + i)
        for i, number in enumerate("一二三四五六七八九十"[: min(sections, 10)])
    )
    body += "\n\n" + "\n\n".join("　　" + done.format(n=200 + i, m=20 + i, k=60 + i) for i in range(sections - 10))
    return f"""云川县青禾镇人民政府
关于2024年度法治政府建设情况的报告

县委、县政府：

　　2024年，青禾镇把依法办事的要求落到会场、窗口和田间，各项任务按期完成。现将有关情况报告如下：

一、推进法治政府建设的主要举措和成效

{body}

二、推进法治政府建设存在的不足和原因

（一）案卷质量不够稳定。抽查的案卷中有四份送达手续不全，主要原因是执法人员多为转岗干部，系统培训时间短。

（二）村级合同管理薄弱。受人手所限，还有三个村没有专人管理合同，先签后审的情况仍有发生。

三、党政主要负责人履行推进法治建设第一责任人职责情况

　　镇党委书记、镇长主持研究法治议题八次，对执法装备经费、合法性审查人员配备等事项当场拍板。

四、下一年度推进法治政府建设的主要安排

（一）选派六名执法人员到县级部门跟班，每季度评查一次案卷。

（二）为各村统一配备合同管理员，实行先审后签。

云川县青禾镇人民政府
2025年2月18日
""".encode()


@pytest.fixture(scope="session")
def report() -> bytes:
    return make_report()


@pytest.fixture(scope="session")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 2,000 reports; each differs from all others."""
    folder = tmp_path_factory.mktemp("reports")
    text = make_report().decode()
    for i in range(2000):
        (folder / f"{i:04}.txt").write_text(
            text.replace("青禾", f"青禾{'甲乙丙丁戊己庚辛壬癸'[i % 10]}").replace("八次", f"{i}次")
        )
    return folder
