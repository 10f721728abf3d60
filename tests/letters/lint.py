"""What no letter may hold: hand-made rules that know nothing of how letters are written."""

import re
from collections.abc import Iterable, Iterator

ABSOLUTE = re.compile(
    r"absolute\w* (right|recht)|droit absolu|derecho absoluto|direito absoluto|diritto assoluto"
    r"|absoluut recht|unconditional",
    re.IGNORECASE,
)

MARKS = {
    "gdpr": r"(?<!UK )GDPR|DSGVO|RGPD|\bAVG\b|Article 77|Artikel 77|article 77",
    "uk-gdpr": r"UK GDPR|Data Protection Act 2018|164A",
    "ch-fadp": r"FADP|\bDSG\b|\bLPD\b|Swiss Federal Act",
    "br-lgpd": r"LGPD|13\.709",
    "us": r"Cal\. Civ\.|CCPA|California|Virginia|Connecticut|Va\. Code|Conn\. Gen",
    "ca-pipeda": r"PIPEDA|LPRPDE",
    "ca-qc-law25": r"P-39\.1",
    "tr-kvkk": r"KVKK|6698",
    "za-popia": r"POPIA",
    "kr-pipa": r"PIPA\b.*Art\. 3[67]|Art\. 3[67].*PIPA",
    "jp-appi": r"APPI",
    "cn-pipl": r"PIPL",
    "mx-lfpdppp": r"LFPDPPP",
}
"""How each law is called in a letter, in whichever language."""

ARTICLES = {
    "ca-qc-law25": {12, 27, 28},
    "ca-pipeda": {8},
    "gdpr": {6, 7, 15, 17, 18, 19, 21, 77, 78},
    "uk-gdpr": {6, 7, 15, 17, 18, 19, 21},
    "ch-fadp": {25, 30, 31, 32},
    "br-lgpd": {7, 8, 18, 19},
    "tr-kvkk": {7, 11, 14},
    "kr-pipa": {35, 36, 37},
    "jp-appi": {33, 35},
    "cn-pipl": {27, 44, 45, 47, 50},
    "mx-lfpdppp": {28},
    "cl-21719": {5, 7, 8, 11},
    "ar-25326": {14, 16},
    "ae-pdpl": {13, 15, 16, 17},
    "id-pdp": {7, 8, 9, 11, 41},
}
"""The articles that stand in letters under a law; of a law that is not here, none may."""

_ARTICLE = re.compile(r"\b[Aa]rt(?:icles?|ikels?|ikeln|ículos?|igos?|icol[oi]|\.)\s*(\d+)")
_PERIOD = re.compile(
    r"\b(\d+|one|eines?|ein|un|uno|um|una|een)\s+(working days?|business days?|days?|months?"
    r"|hours?|Monate?s?|Tagen?|Stunden|mois|jours|mes(?:es)?|días(?: hábiles)?|m[eê]s(?:es)?|dias"
    r"|mes[ei]|giorni|maand(?:en)?|dagen)\b"
)
WISHES = (
    "no number",
    "I ask for your answer within 30 days",
    "nennt dafür keine Frist",
    "bitte ich um Ihre Antwort innerhalb von 30 Tagen",
    "ne fixe pas de délai",
    "no fija un plazo",
    "y su respuesta en 30 días",
    "não fixa prazo",
    "não fixa um prazo",
    "non fissa un termine",
    "noemt hiervoor geen termijn",
)
"""How a wished-for day is marked as no demand of the law."""

_EMPTY = (
    (re.compile(r"\{\{|\}\}|\{%|%\}"), "a field that was not filled"),
    (re.compile(r"\bNone\b|\bUndefined\b|\bTrue\b|\bFalse\b"), "a value of the program's"),
    (re.compile(r"\(\s*\)|\[\s*\]"), "empty brackets"),
    (
        re.compile(r"(?m)^[^\n]{1,40}:[ \t]*\n(?=[^\n])"),
        "a line that names something and says nothing",
    ),
    (re.compile(r"[^\n] {2,}"), "two spaces"),
    (re.compile(r" [,.]"), "a space before a mark"),
    (re.compile(r"\.\.|,,|,\."), "two marks"),
    (re.compile(r"\n{3,}"), "two empty lines"),
)
_BESIDE = re.compile(r"\bdraft\b|\blawyer\b|Entwurf|brouillon|borrador|rascunho|bozza|concept\b")


def problems(
    text: str, law: str, *, authority: str, others: Iterable[str], period: str
) -> Iterator[str]:
    """Yield what is wrong in a letter under *law* (empty for a polite one).

    *authority* is the one it may name, *others* are the names it may not; *period* holds what
    the law sets, in the words of the letter.
    """
    if found := ABSOLUTE.search(text):
        yield f"claims an absolute right: {found[0]}"
    yield from _foreign(text, law)
    rest = text.replace(authority, "") if authority else text
    for name in others:
        if name in rest and name not in authority:
            yield f"names another authority: {name}"
    yield from _deadlines(text, period)
    for pattern, reason in _EMPTY:
        if found := pattern.search(text):
            yield f"{reason}: {found[0]!r}"
    if found := _BESIDE.search(text):
        yield f"says what belongs beside it: {found[0]}"


def _foreign(text: str, law: str) -> Iterator[str]:
    family = "us" if law.startswith("us-") else law
    for name, mark in MARKS.items():
        if name != family and (found := re.search(mark, text)):
            yield f"speaks of another law: {found[0]}"
    known = ARTICLES.get(family, set())
    for number in _ARTICLE.findall(text):
        if int(number) not in known:
            yield f"names a foreign article: {number}"
    if re.search(r"21\((2|3)\)|21 Abs\. [23]|21\.[23]\b", text):
        yield "takes AI for direct marketing"


def _deadlines(text: str, period: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.:])\s", text):
        if "78" in sentence or any(wish in sentence for wish in WISHES):
            continue
        for found in _PERIOD.finditer(sentence):
            if found[0] not in period:
                yield f"invents a deadline: {found[0]}"
