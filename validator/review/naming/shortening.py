"""How offices shorten the names of bodies: the matter of a department, its ending, and organisations as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from validator.patterns import compiled

MATTERS = (
    ("发展和改革", "发改"),
    ("人力资源和社会保障", "人社"),
    ("住房和城乡建设", "住建"),
    ("卫生健康", "卫健"),
    ("市场监督管理", "市场监管"),
    ("市场监督管理", "市监"),
    ("工业和信息化", "工信"),
    ("文化和旅游", "文旅"),
    ("文化广电和旅游", "文广旅"),
    ("文化广电旅游", "文广旅"),
    ("应急管理", "应急"),
    ("退役军人事务", "退役军人"),
    ("交通运输", "交通"),
    ("医疗保障", "医保"),
    ("教育和体育", "教体"),
    ("教育体育", "教体"),
    ("科学技术", "科技"),
    ("城市管理", "城管"),
    ("民族宗教事务", "民宗"),
    ("自然资源和规划", "自然资源"),
    ("自然资源和规划", "自规"),
    ("自然资源", "自规"),
    ("城市管理和综合行政执法", "城管执法"),
    ("城市管理和综合行政执法", "城管"),
    ("城市管理综合行政执法", "城管执法"),
    ("城市管理综合执法", "城管执法"),
    ("文化广电旅游体育", "文广旅体"),
    ("文化广电和旅游体育", "文广旅体"),
    ("文化旅游广电体育", "文广旅体"),
    ("文化和旅游体育", "文旅体"),
    ("烟草专卖", "烟草"),
    ("农业农村", "农业"),
    ("人民防空", "人防"),
    ("国防动员", "国动"),
    ("行政审批服务", "行政审批"),
    ("机关事务管理", "机关事务"),
    ("综合行政执法", "综合执法"),
    ("直属机关", "直机关"),
)
"""How offices shorten the matters of a department."""
ENDINGS = (
    ("工作委员会", "工委"),
    ("委员会", "委"),
    ("办公室", "办"),
    ("管理委员会", "管委会"),
    ("管理局", "局"),
    ("人民法院", "法院"),
    ("人民检察院", "检察院"),
)
_ORGANISATIONS = (
    ("残疾人联合会", "残联"),
    ("妇女联合会", "妇联"),
    ("科学技术协会", "科协"),
    ("文学艺术界联合会", "文联"),
    ("工商业联合会", "工商联"),
    ("归国华侨联合会", "侨联"),
    ("社会科学界联合会", "社科联"),
    ("供销合作社联合社", "供销合作联社", "供销合作社", "供销联社", "供销社"),
    ("国际贸易促进委员会", "贸促会"),
    ("红十字会", "红会"),
    ("关心下一代工作委员会", "关工委"),
    ("人民武装部", "人武部", "武装部"),
    ("人民代表大会常务委员会", "人大常委会", "人大"),
    ("政治协商会议", "政协委员会", "政协"),
    ("纪律检查委员会", "纪委", "纪委监委", "监察委员会", "监委"),
    ("机构编制委员会办公室", "编委办", "编办"),
    ("疾病预防控制中心", "疾控中心"),
)
ORGANISATIONS: Mapping[str, tuple[str, ...]] = {name: names for names in _ORGANISATIONS for name in names}
"""Name of an organisation → all the names that it has; each is as good as the other."""

_AROUND = compiled(
    r"^(?:(?P<团委>中国共产主义青年团|共青团)|(?P<政协>中国人民政治协商会议|政协)|(?P<贸促会>(?:中国)?国际贸易促进委员会))"
    r"(?P<where>.+?)(?:工作委员会|委员会|工委|委|支会|分会)(?P<office>办公室|办)?$"
)
_SIGNS = ("团", "政协", "政治协商", "国际贸易")
_LEAGUE = compiled(r"团([省市州盟县区旗])委$")


def with_place_first(name: str) -> str:
    """Return 云川县团委 for 共青团云川县委员会 and 县团委 for 团县委; other names stay."""
    if not any(word in name for word in _SIGNS):  # far cheaper than the patterns
        return name
    if m := _AROUND.match(name):
        short = next(key for key in ("团委", "政协", "贸促会") if m[key])
        return f"{m['where']}{short}{m['office'] or ''}"
    return str(_LEAGUE.sub(r"\1团委", name))
