"""What the page's script says. ``{n}`` and the like are filled by the script."""

from __future__ import annotations

from collections.abc import Mapping

from validator.review.outputs.saying import GROUPS
from validator.words import Words

SCRIPT_WORDS: Mapping[str, Words] = {
    "colon": Words("：", ": "),
    "comma": Words("，", ", "),
    "list": Words("、", ", "),
    "semicolon": Words("；", "; "),
    "stop": Words("。", ". "),
    "found": Words("共{all}个单位，列出{n}个", "{n} of {all} units listed"),
    "close": Words("关闭", "Close"),
    "next": Words("下一个", "Next"),
    "previous": Words("上一个", "Previous"),
    "score": Words("得分", "Score"),
    "timing": Words("时间", "Time"),
    "exempt": Words("不要求报送的理由", "Why none is asked for"),
    "lacking": Words("要补的内容", "What to write"),
    "others": Words("请核对（不计分）", "Please check (not scored)"),
    "there": Words("已有的要素", "Elements that are there"),
    "spared": Words("不涉及的要素", "Elements that are not asked for"),
    "unfit": Words(f"{GROUPS['unfit'].zh}，不计入排名和统计", f"{GROUPS['unfit'].en.capitalize()}, and not counted"),
    "reference": Words(
        "以下是这份文件的检查结果，仅供参考。", "What follows was found in that file, for information only."
    ),
    "fine": Words("核对过，没有发现问题", "Checked, nothing found"),
    "unclear": Words("判断不了", "Undecided"),
    "source": Words("依据", "Source"),
    "check": Words("核对事项", "Check"),
    "write": Words("怎么写", "What to write"),
    "decide": Words("核实后确属有的，可以更正：", "If it is there after all, correct this with:"),
    "decide_check": Words("核实后没有问题的，可以更正：", "If nothing is wrong after all, correct this with:"),
    "decide_all": Words("退回整份报告（接受写 accept）：", "Return the whole report (accept takes it) with:"),
    "copied": Words("雷同", "Copied text"),
    "decide_file": Words("退回这个文件：", "Return the file with:"),
    "decide_whose": Words(
        "这个文件是谁的还不能确定：在名册的“文件”列写上文件名，再运行 chaque review。确定以后才能退回或接受。",
        "Whose file this is is in doubt: write its name into the column “files” of the roster and review again.",
    ),
    "copied_share": Words(
        "除去规定用语和共同段落后，正文的{share}与别的单位的报告雷同。",
        "{share} of the text, without prescribed and common wording, stands in other units' reports.",
    ),
    "characters": Words("相同或相近{n}字", "{n} characters the same or nearly the same"),
    "share": Words("占{name}正文{share}", "{share} of {name}"),
    "earlier": Words("{name}的日期在前", "{name} is dated earlier"),
    "passage": Words("第{n}处，相似度{alike}%", "Passage {n}, {alike}% alike"),
    "trace": Words("露出痕迹", "Traces"),
    "more_passages": Words("另有{n}处没有列在这里，见 review.json。", "More passages, in review.json: {n}."),
    "marks": Words(
        "底色标出两边不同的字；加框的是别的单位、上一年等不该有的字样。",
        "Shaded: what differs. Framed: words that belong to another report.",
    ),
    "before": Words("与上年对比", "Compared with last year"),
    "before_score": Words("上年得分", "Score last year"),
    "change": Words("（{n}）", " ({n})"),
    "before_copied": Words("与上年报告相同或相近", "Same or nearly the same as last year's"),
    "before_file": Words("上年报告", "Last year's report"),
    "gained": Words("比上年补上的", "Gained"),
    "lost": Words("上年有、今年没有的", "Lost"),
    "tasks": Words("上年报告安排的工作", "What last year's report announced"),
    "task": Words("上年的安排", "Announced"),
    "fate": Words("今年", "This year"),
    "echo": Words("今年报告中最接近的文字", "Nearest passage this year"),
    "repeated": Words("与上年雷同的不足", "Shortcomings repeated from last year"),
    "this_year": Words("今年", "This year"),
    "last_year": Words("上年", "Last year"),
    "decisions": Words("审核决定", "Decisions"),
    "lapsed": Words("已失效的决定", "Decisions that have lapsed"),
    "files": Words("收到的文件", "Files"),
    "file": Words("文件", "File"),
    "role": Words("处理", "Role"),
    "why": Words("原因", "Why"),
    "pair": Words("{a}与{b}的雷同文字", "Text shared by {a} and {b}"),
    "unit_gone": Words("没有这个单位。", "There is no such unit."),
    "no_report": Words("没有可以检查的报告。", "There is no report to check."),
}
