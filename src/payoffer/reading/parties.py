"""Who offers, to whom, in which nation, and what has become of the offer, as far as the text tells."""

import re
from collections import Counter
from typing import NamedTuple

from payoffer.reading.found import StatusTold

_NATIONS = (
    ("England and Wales", r"England\sand\sWales"),
    ("England, Wales and Northern Ireland", r"England,\sWales\sand\sNorthern\sIreland"),
    ("Northern Ireland", r"Northern\sIr(?:eland|ish)|Stormont|Belfast"),
    (
        "Scotland",
        r"Scotland|Scottish|C(?:OSLA|osla)|ScotRail|north\sof\sthe\sborder|Glasgow|Edinburgh|SNCT|EIS\b|SJC\b",
    ),
    ("Wales", r"Wales|Welsh|Cymru|Cardiff|WLGA"),
    ("England", r"England|English|Department\sfor\sEducation|South\sof\sthe\sborder"),
    ("United Kingdom", r"United\sKingdom|UK(?:-wide)?\b|Great\sBritain|Royal\sMail|BT\sGroup|Network\sRail"),
)
_NATION = re.compile(
    r"\b(?=[A-Zn])(?:" + "|".join(f"(?P<n{number}>{pattern})" for number, (_, pattern) in enumerate(_NATIONS)) + ")"
)
_UNIONS = re.compile(
    r"\b(?:Unite|GMB|UNISON|Unison|NEU|NASUWT|EIS|UCU|PCS|RMT|A(?:slef|SLEF)|TSSA|CWU|BMA|RCN|FBU|UCAC|NAHT|ASCL|USDAW|Usdaw|"
    r"Royal\sCollege|.*[Uu]nion|.*[Mm]embers|.*Association|Prospect|FDA|Equity|Your|Our|His|Her|Their|This|That|It|We|They|He|She|"
    r"Sick|Pay|Regular|Annual|Basic|Average|Real|Overtime|Shift|Back|Public|Private|Further|Additional|New|Final|Revised|"
    r"Current|Year|Grade|Band|Inflation|The|In|On|From|For|If|Most|Talks|Inflation|Members|Staff|Teachers|Drivers|Workers|Nurses|Doctors|Firefighters|"
    r"Some|Last|Next|At|But|And|So|What|When|Who|Dear|Thank|Under|After|Since|With|As|No|Not|An|A|Its|Each|All|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|RPI|CPI)$"
)
_NAMED = r"(?:[A-Z][A-Za-z&'\u2019-]{1,20}(?:\s(?:of\s|for\s|and\s)?[A-Z][A-Za-z&'\u2019-]{1,20}){0,4})"
_COMMON = (
    r"(?:[Tt]he\s|[Oo]ur\s|[Ii]ts\s)(?:(?:national|fire\sservice|local|Scottish|Welsh|UK|train|university|college|management|health)\s){0,2}"
    r"(?:company|employers?(?:['\u2019]s?\sside)?|council|trust|university|college|association|[Gg]overnment|board|ministers|operators|trustees|"
    r"management\sside|official\sside|[Mm]inister|authority|firm)"
)
_VERB = (
    r"(?:\s(?:has|have|had|is|are|was|would|will))?(?:\s(?:now|also|formally|just|earlier|finally|already|today)){0,2}\s"
    r"(?:offer(?:ed|s|ing)?|propos(?:ed|es|ing)|tabl(?:ed|es)|put\sforward|(?:prepared|able|pleased)\sto|"
    r"made\s(?:a|an|their|its|what|another)|improved|"
    r"moved\sfrom|come\sback|accepted|agreed|gone\sto|announced|implement\w*|accepting|impos\w+|"
    r"pays?|came\sback|gave|giv(?:es|en)|told\s(?:\w+\s){1,4}(?:it|they)\s(?:could|would|can|will))\b"
)
_BY_VERB = re.compile(rf"\b(?P<who>{_COMMON}|{_NAMED}),?{_VERB}")
_OF = re.compile(rf"\b(?P<who>{_NAMED}|{_COMMON})['\u2019]s?\s(?:\w+\s){{0,3}}(?:offer|proposal|award)\b")
_FROM = re.compile(
    rf"\b(?:offer|proposal|award|deal|package)s?\s(?:\w+\s){{0,3}}(?:from|by)\s(?P<who>{_COMMON}|(?:the\s)?{_NAMED})"
)
_FROM_BODY = re.compile(
    rf"\b(?:between|[Oo]n\sbehalf\sof|published\sby|put\sforward\sby|set\sout\sby)\s(?P<who>(?:the\s)?{_NAMED}|{_COMMON})"
)
_PEOPLE = re.compile(
    r"\b(?<!Dear )(?<!dear )(?:"
    r"junior\sdoctors|hospital\sconsultants|consultants|doctors|nurses|ambulance\s(?:workers|staff)|health\sworkers|NHS\s(?:\w+\s)?staff|"
    r"Agenda\sfor\sChange\sstaff|teachers(?:\sand\s(?:head\s?teachers|leaders|headteachers))?|head\s?teachers|lecturers|teaching\sassistants|support\sstaff|"
    r"university\sstaff|council\s(?:and\sschool\s)?(?:workers|staff)|local\sgovernment\s(?:workers|staff)|refuse\s(?:collectors|workers)|firefighters|"
    r"police\sofficers|prison\s(?:officers|staff)|civil\sservants|armed\sforces|train\sdrivers|bus\sdrivers|tube\sdrivers|drivers|rail\sworkers|"
    r"postal\sworkers|dockers|dock\sworkers|barristers|social\sworkers|care\sworkers|cabin\screw|pilots|security\s(?:officers|staff)|"
    r"shopfloor\sworkers|managers|engineers|warehouse\s(?:workers|staff)|cleaners|porters|apprentices|employees|colleagues|staff|workers)\b",
    re.IGNORECASE,
)
_NO_OFFER = re.compile(
    r"\b(?=[nrwh])(?:(?:no|never\san?)\s(?:new\s|further\s|improved\s|formal\s|pay\s)*offer\b(?!\sof\stheir)|nothing\s(?:has\sbeen\sput\s|is\s)?on\sthe\stable|"
    r"refused\sto\s(?:table|make|offer)|not\s(?:made|received|had)\san(?:y)?\s(?:pay\s)?offer|without\san\soffer|no\sincrease\sat\sall|has\sthere\sbeen\san\soffer\?\s+(?:not|no)\b)",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    r"\b(?:(?<!\bto\s)(?<!\burge\s)reject(?:ed|s|ing)?\b(?!\sthe\soffer\sand)|turn(?:ed|ing)\s(?:\w+\s){0,3}down|thr(?:ew|own)\s(?:\w+\s){0,4}out|voted\s(?:narrowly\s)?(?:against|to\sreject)|refused|said\sno|"
    r"dismissed)\b"
)
_ACCEPTED = re.compile(
    r"\b(?:voted\s(?:[\w%.]+\s){0,4}(?:to\saccept|in\sfavour|for\san?\s(?:offer|deal))|have\s(?:taken|accepted|backed|agreed,|agreed\sto\saccept)|has\s(?:been\s)?accepted|accept(?:ing|ed)\s(?:a|an|the)\b(?!\sreview|\srecomm)|"
    r"backed\s(?:a|the|an)\b|deal\sagreed|agreement\shas\sbeen\sreached|have\sagreed,?\s(?:\w+\s\w+,?\s)?to\stake|the\ssettlement|ratified|agreed\sby\smembers)"
)
_IMPOSED = re.compile(
    r"\b(?:impos(?:ed|es|ing)|accepted?(?:ing)?\s(?:in\sfull|all|its|the\srecomm|what\sall|each)|accepting\s(?:it|in\sfull|each|the\sreview)|recommendations?\s(?:\w+\s){0,8}accepted|proposals?\s(?:\w+\s){0,10}accepted|"
    r"have\saccepted\s(?:both|its|all)|decided\sto\saccept|implement(?:ing|ed)?|guidance|remit|written\sto\sparliament|(?:may|can)\smake\s(?:average|a\sfixed)|pay\spolicy|cap\sis\slifted|we\sare\saccepting)\b",
    re.IGNORECASE,
)
_OTHER_AWARD = re.compile(
    r"\b(?:[Ll]ast\s(?:year|April|July|September|time)|on\stop\sof)\b[^.;]{0,60}\b(?:imposed|accepted|rejected|implemented)\b"
)
"""What became of another year's award says nothing of this offer."""
_OFFERED = re.compile(
    r"\b(?:offer(?:s|ed|ing)?|propos\w+|tabled|put\sforward|on\sthe\stable|prepared\sto|ballot|vote\son|recommend\w*|consult\w*)\b",
    re.IGNORECASE,
)


class Parties(NamedTuple):
    """What a passage says of who offers to whom, and where."""

    who: str | None
    to_whom: str | None
    nation: str | None


def nation_in(passage: str, *, last: bool = True) -> str | None:
    """Return the nation that a passage names last (or first)."""
    found = list(_NATION.finditer(passage))
    if not found:
        return None
    match = found[-1] if last else found[0]
    return _NATIONS[int((match.lastgroup or "n0")[1:])][0]


def who_in(passage: str) -> str | None:
    """Return the employer that a passage names as the one who offers."""
    for pattern in (_BY_VERB, _OF, _FROM, _FROM_BODY):
        for match in pattern.finditer(passage):
            who = " ".join(match["who"].split())
            if not _UNIONS.search(_OWN.sub("", who)) and who.split()[0] not in {"If", "When"}:
                return who[0].upper() + who[1:]
    return None


_OWN = re.compile(r"['\u2019]s$")
_NO_NAME = re.compile(r"(?:The|Our|Its|Management|Ministers?)\b|.*(?:Government|Minister|Secretary|Department)")


def employer_near(before: str, after: str) -> str | None:
    """Return the employer of a figure: the last one before it that offers, else the one that its sentence names."""
    named = [who for match in _BY_VERB.finditer(before) if (who := who_in(match[0]))]
    return named[-1] if named else who_in(before + after)


def is_name(who: str) -> bool:
    """Say whether an employer is called by a name of its own, not "the company" or by its government."""
    return _NO_NAME.match(who) is None


_GOVERNMENTS = {"Wales": "Welsh Government", "Scotland": "Scottish Government", "England": "UK Government"}


def government_in(passage: str, nation: str | None) -> str | None:
    """Return the government of a nation where a passage speaks of it or of its ministers."""
    spoken = re.search(r"\b(?:[Mm]inisters?|[Gg]overnment|[Cc]abinet|[Ss]ecretary)\b", passage)
    return _GOVERNMENTS.get(nation or "") if spoken else None


def people_in(passage: str) -> str | None:
    """Return the people whom a passage speaks of most, the first of equals; plain staff only where nobody else is."""
    found = [" ".join(match[0].split()).casefold() for match in _PEOPLE.finditer(passage)]
    named = [people for people in found if people not in {"staff", "workers", "employees", "colleagues"}] or found
    if not named:
        return None
    people = Counter(named).most_common(1)[0][0]
    return people.replace("nhs", "NHS")


def no_offer_in(sentence: str) -> bool:
    """Say whether a sentence tells that nothing is offered."""
    return _NO_OFFER.search(sentence) is not None


_EARLIER_OFFER = re.compile(
    r"\b(?:earlier|previous|original|initial|first)\s+(?:pay\s+)?(?:offer|proposal)\b", re.IGNORECASE
)


def status_in(passages: list[str]) -> StatusTold:
    """Return what has become of an offer, from the passages that speak of it: the plainest word counts.

    A passage on an earlier offer does not tell it, unless there is no other.
    """
    text = " ".join([passage for passage in passages if not _EARLIER_OFFER.search(passage)] or passages)
    now = _OTHER_AWARD.sub("", text)
    imposed, accepted, rejected = (pattern.search(now) for pattern in (_IMPOSED, _ACCEPTED, _REJECTED))
    if rejected and not accepted:
        return "rejected"
    if accepted and not imposed:
        return "accepted"
    if imposed:
        return "imposed"
    return "offered" if _OFFERED.search(text) else "unknown"
