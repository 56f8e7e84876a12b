"""JUnit XML (junit-10.xsd): a suite per report, a case per rule, so that a server draws trends over runs.

Times are left out: the schema asks for none, and the same reports give the same bytes.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from validator.model.pack import Pack
from validator.model.result import Assessment
from validator.model.run import Run
from validator.renderers import Options
from validator.renderers.findings import Finding, findings
from validator.renderers.places import file_of
from validator.renderers.pointing import explained, refusal_of, refused
from validator.renderers.wording import decision, message, quoted, said, shown, text
from validator.words import Lang

_OPEN = ("unknown", "error")
_PASSED = ("pass", "informational")


def render(run: Run, options: Options) -> bytes:
    """Return ``testsuites``, UTF-8, indented.

    Every text passes through ``shown``, which writes out what XML 1.0 forbids: controls, surrogates, U+FFFE, U+FFFF.
    """
    root = ET.Element("testsuites", name="chaque")
    root.extend(_suite(run, a, options.lang) for a in run.assessments)
    for total in ("tests", "failures", "errors"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    ET.indent(root, " ")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _suite(run: Run, a: Assessment, lang: Lang) -> ET.Element:
    pack = run.packs[a.pack]
    found = findings(run._replace(assessments=(a,)))
    cases = [_case(f, lang) for f in found] if a.status == "assessed" else [_unassessed(a, pack, lang)]
    suite = ET.Element("testsuite", name=shown(file_of(a)), tests=str(len(cases)))
    for total, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(total, str(sum(case.find(tag) is not None for case in cases)))
    suite.append(_properties(a, pack))
    suite.extend(cases)
    return suite


def _properties(a: Assessment, pack: Pack) -> ET.Element:
    score = a.score
    values = {
        "pack": pack.id,
        "pack version": pack.version,
        "unit": a.facts.unit,
        "year": a.facts.report_year,
        "verdict": a.verdict,
        "score": score and score.value,
        "low": score and score.low,
        "high": score and score.high,
    }
    element = ET.Element("properties")
    for name, value in values.items():
        if value is not None:
            ET.SubElement(element, "property", name=name, value=shown(str(value)))
    return element


def _unassessed(a: Assessment, pack: Pack, lang: Lang) -> ET.Element:
    """Return the one case of a file that was not assessed.

    A file that cannot be read is an error: nobody knows what it lacks. Another document is skipped: nothing is asked
    of it, and it does not fail a run either.
    """
    case = ET.Element("testcase", classname=pack.id, name=text("能读取，是这种报告", "Is such a report", lang))
    ET.SubElement(
        case, "error" if a.status == "unreadable" else "skipped", type=refusal_of(a), message=refused(a, lang)
    )
    return case


def _case(f: Finding, lang: Lang) -> ET.Element:
    case = ET.Element("testcase", classname=f.pack.id, name=f"{f.rule.id} {said(f.rule.title, lang)}")
    r = f.result
    if r.outcome in _PASSED and not r.waived:
        return case
    if r.known:
        why = text("基线里的已知问题：", "Known, in the baseline: ", lang) + message(r, lang)
        ET.SubElement(case, "skipped", type="known", message=why)
    elif r.outcome in ("fail", "partial", *_OPEN):
        tag, kind = ("error", r.outcome) if r.outcome in _OPEN else ("failure", f.rule.id)
        below = ET.SubElement(case, tag, type=kind, message=explained(f, lang))
        below.text = "\n".join(quoted(e, lang) for e in r.evidence) or None
    elif r.waived:
        ET.SubElement(case, "skipped", type="waived", message=decision(f.rule, r, lang))
    else:
        ET.SubElement(case, "skipped", type=r.outcome, message=message(r, lang))
    return case
