"""The first files of a new pack, or of an overlay: something that runs, with comments that teach."""

from __future__ import annotations

import json
import re

from validator.errors import UsageError
from validator.packs import overlay, schema
from validator.words import Words

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SMALL = Words(
    "用小写字母、数字和连字符，例如 --id qinghe", "Lower-case letters, digits and hyphens, such as --id qinghe"
)


SCHEMA = "schema.json"
"""The file beside a pack that tells editors what it may say."""


def files_of(pack_id: str, extends: str = "") -> dict[str, str]:
    """Return the files of a new pack, name → text; with *extends* those of an overlay of that pack.

    The first is the one to edit. Raise UsageError if *pack_id* is no id.
    """
    if not _ID.fullmatch(pack_id):
        raise UsageError("--id", Words(f"编号不能是“{pack_id}”", f"“{pack_id}” cannot be an id"), _SMALL)
    name, text, shape = (
        (f"{pack_id}.yaml", _OVERLAY, overlay.schema) if extends else ("pack.yaml", _PACK, schema.schema)
    )
    filled = text.replace("<id>", pack_id).replace("<schema>", SCHEMA).replace("<extends>", extends)
    return {name: filled, SCHEMA: json.dumps(shape(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"}


_PACK = """\
# yaml-language-server: $schema=<schema>
# 一个规则包：一种报告应当写什么。改完以后运行：
#   chaque packs test 本文件夹     例子是否都得到应有的结论
#   chaque packs lint 本文件夹     有没有写了不起作用的内容
# 缩进用空格（两个），不用 Tab；冒号用半角，后面空一格。
pack: <id>                 # 编号，定了就不再改
lang: 1                    # 规则语言的版本
version: "1.0.0"           # 内容每改一次加一
title: {zh: 示例报告, en: Sample report}

# 依据的文件。规则用左边的短名引用它。
norms:
  notice:
    zh: 《关于报送年度报告的通知》
    en: Notice on Yearly Reports

# 是不是这种报告。都不符合的文件不评，只说明原因。
recognise:
  accept: {text: ['报告'], within: title}      # within 指在哪里找：title 标题、body 正文、document 全文
  otherwise:
    zh: 标题里没有“报告”二字，不是这种报告。
    en: The title does not say that it is a report.

# 要素：报告的一个部分是什么样子。heading 是标题里的说法，mention 是正文里的说法，都是正则表达式。
# 正则表达式用单引号括起来，里面的反斜线就不用写两遍。
elements:
  training:
    title: {zh: 法治培训, en: training in law}
    heading: ['(?:法治|执法|业务)培训']
    not_heading: ['培训机构']                    # 标题里有它的不算
    mention: ['(?:开展|组织|举办)[^，。；\\n]{0,10}培训']

rules:
  - id: training                               # 规则编号：小写字母、数字、连字符
    title: {zh: 法治培训期数, en: Training courses}
    why: {zh: 通知要求写明全年培训情况。, en: The notice asks for the year's training.}
    level: error                               # error 必须有，warning 应当核对，info 提示
    weight: 10                                 # 分值；不计分的写 role: unscored，不写 weight
    source: {norm: notice, item: {zh: 第二条, en: article 2}}
    grade:                                     # 从上往下，第一个成立的算数；严的在前
      - credit: 1.0                            # 1.0 满分，0.5 一半
        when: {section: training, min_chars: 10}
        say: {zh: 写了法治培训情况。, en: Training is told under a heading.}
      - credit: 0.5
        when: {mention: training}
        say: {zh: 正文提到了培训，但没有单列标题。, en: Training is mentioned without a heading.}
    say: {zh: 没有写法治培训情况。, en: Nothing is said of training.}     # 都不成立时说的话
    fix:                                       # 怎么补，最好给一个可以照抄的标题
      zh: 请增加一部分，标题可写“法治培训情况”，写明办了几期、多少人参加。
      en: Add a part headed “法治培训情况” with courses and numbers.
    tests:                                     # 例子：至少一个 pass、一个 fail
      - want: pass
        doc: |
          一、法治培训情况
          全年举办培训4期，参加120人次。
      - want: partial
        credit: 0.5
        doc: |
          一、主要工作
          全年组织执法人员培训4期。
      - want: fail
        doc: |
          一、整治业务培训机构
          检查校外机构12家。
"""

_OVERLAY = """\
# yaml-language-server: $schema=<schema>
# 一个叠加包：本地的要求和“<extends>”有什么不同。其余照旧，“<extends>”更新了，这里也跟着更新。
# 每一处不同都要写 reason（为什么）：以后的人要看得懂。改完以后运行：
#   chaque packs test 本文件        chaque packs lint 本文件
overlay: <id>
lang: 1
extends: <extends>
title: {zh: 本地补充要求, en: Local requirements}

# 本地文件。下面新增的规则引用它。
norms:
  local_notice:
    zh: 《关于报送年度报告的补充通知》
    en: Supplementary Notice on Yearly Reports

# 改一条已有的规则（去掉行首的 # 就生效；规则编号见 chaque packs show <extends>）：
# set:
#   - rule: 规则编号
#     level: warning
#     reason: {zh: 补充通知第一条, en: article 1 of the local notice}
# 停用一条规则：
# disable:
#   - rule: 规则编号
#     reason: {zh: 本地不要求, en: not asked here}
# 本地的标题说法（要素名称见 <extends> 的 elements）：
# add_heading:
#   - element: 要素名称
#     patterns: ['本地标题']
#     reason: {zh: 本地惯用, en: local usage}

# 新增一条规则。
rules:
  - id: <id>-training
    title: {zh: 法治培训期数, en: Training courses}
    why: {zh: 补充通知要求写明培训期数。, en: The local notice asks for the number of courses.}
    level: warning
    role: unscored
    source: {norm: local_notice, item: {zh: 第二条, en: article 2}}
    grade:
      - credit: 1.0
        when: {text: ['培训\\d{1,4}(?:期|次)'], within: body}
        say: {zh: 写明了培训期数。, en: The number of courses is there.}
    say: {zh: 没有写明培训期数。, en: The number of courses is missing.}
    fix: {zh: 请补一句，例如“全年举办法治培训4期”。, en: Add a sentence such as “全年举办法治培训4期”.}
    tests:
      - want: pass
        doc: |
          一、主要举措和成效
          全年举办法治培训4期。
      - want: fail
        doc: |
          一、主要举措和成效
          全年开展检查46次。
"""
