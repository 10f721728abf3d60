"""RFC 9309 read word for word, octet by octet, without a thought for speed.

It is held against the program's own reader, so it shares nothing with it.
"""

UNRESERVED = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-"
RESERVED_IN_QUERIES = b":/?#[]@!&'()+,;"
HEX = b"0123456789ABCDEFabcdef"
ANY, END = -1, -2
"""The two signs in a pattern; everything else in it is an octet."""


LIMIT = 500 * 1024


def decide(content: bytes, agent: str, path: str, limit: int = LIMIT) -> tuple[bool, int | None]:
    """Whether *agent* may fetch *path*, and the number of the line that says so."""
    content = within(content, limit)
    if path == "/robots.txt":
        return True, None
    groups = groups_of(lines_of(content))
    obeyed = [group for group in groups if named(group, agent)]
    if not obeyed:
        obeyed = [group for group in groups if named(group, "*")]
    uri = signs(path.encode(), is_pattern=False)
    best: tuple[int, bool, int] | None = None
    for _, rules in obeyed:
        for number, allows, pattern in rules:
            length = len(signs(pattern, is_pattern=True))
            if fits(signs(pattern, is_pattern=True), uri):
                stronger = best is None or (length, allows) > best[:2]
                if stronger:
                    best = (length, allows, number)
    return (True, None) if best is None else best[1:]


def within(content: bytes, limit: int) -> bytes:
    """The lines that lie in the first *limit* octets with all they say."""
    read, beyond = content[:limit], content[limit : limit + 1]
    while beyond and beyond not in (b"\r", b"\n"):
        read, beyond = read[:-1], read[-1:]
    return read


def lines_of(content: bytes) -> list[tuple[int, bytes, bytes]]:
    """The lines that have a colon: number, key in small letters, value."""
    if content[:3] == b"\xef\xbb\xbf":
        content = content[3:]
    raw: list[bytearray] = [bytearray()]
    place = 0
    while place < len(content):
        if content[place] in b"\r\n":
            if content[place : place + 2] == b"\r\n":
                place += 1
            raw.append(bytearray())
        else:
            raw[-1].append(content[place])
        place += 1
    found = []
    for number, line in enumerate(raw, 1):
        said = line[: line.index(b"#")] if b"#" in line else line
        if b":" in said:
            colon = said.index(b":")
            key, value = trim(bytes(said[:colon])), trim(bytes(said[colon + 1 :]))
            found.append((number, key.lower(), value))
    return found


def trim(octets: bytes) -> bytes:
    while octets and octets[0] in b" \t":
        octets = octets[1:]
    while octets and octets[-1] in b" \t":
        octets = octets[:-1]
    return octets


Rules = list[tuple[int, bool, bytes]]


def groups_of(lines: list[tuple[int, bytes, bytes]]) -> list[tuple[list[bytes], Rules]]:
    """Crawlers and rules: a user-agent line after a rule begins a group."""
    known = [line for line in lines if line[1] in (b"user-agent", b"allow", b"disallow")]
    groups: list[tuple[list[bytes], Rules]] = []
    before = b""
    for number, key, value in known:
        if key == b"user-agent":
            if before != b"user-agent":
                groups.append(([], []))
            groups[-1][0].append(value)
        elif groups and value:
            groups[-1][1].append((number, key == b"allow", value))
        before = key
    return groups


def named(group: tuple[list[bytes], Rules], agent: str) -> bool:
    wanted = agent.encode().lower()
    for said in group[0]:
        token = b""
        for octet in said:
            if octet not in LETTERS:
                break
            token += bytes([octet])
        if said == b"*" or said[:2] in (b"* ", b"*\t"):
            token = b"*"
        if wanted in (said.lower(), token.lower()):
            return True
    return False


def signs(octets: bytes, *, is_pattern: bool) -> list[int]:
    """The octets as they are compared."""
    found: list[int] = []
    place = 0
    while place < len(octets):
        octet = octets[place]
        is_last = place == len(octets) - 1
        digits = octets[place + 1 : place + 3]
        if octet == ord("%") and len(digits) == 2 and all(d in HEX for d in digits):
            value = int(digits, 16)
            found += [value] if value in UNRESERVED else escape(value)
            place += 2
        elif is_pattern and octet == ord("*"):
            found.append(ANY)
        elif is_pattern and octet == ord("$") and is_last:
            found.append(END)
        elif octet in b"*$" or octet <= 0x20 or octet >= 0x7F:
            found += escape(octet)
        else:
            found.append(octet)
        place += 1
    return found


def escape(octet: int) -> list[int]:
    return [ord("%"), *(ord(digit) for digit in f"{octet:02X}")]


def fits(pattern: list[int], uri: list[int]) -> bool:
    """As it stands, or with the reserved characters of both queries escaped."""
    if fits_as_is(pattern, uri):
        return True
    return ord("?") in pattern and fits_as_is(escaped(pattern), escaped(uri))


def escaped(octets: list[int]) -> list[int]:
    if ord("?") not in octets:
        return octets
    mark = octets.index(ord("?"))
    found = octets[: mark + 1]
    for octet in octets[mark + 1 :]:
        found += escape(octet) if octet >= 0 and octet in RESERVED_IN_QUERIES else [octet]
    return found


def fits_as_is(pattern: list[int], uri: list[int]) -> bool:
    """All places a star may reach are followed at once, one octet of the pattern at a time."""
    places = {0}
    for sign in pattern:
        if sign == ANY:
            places = {later for place in places for later in range(place, len(uri) + 1)}
        elif sign == END:
            places = {place for place in places if place == len(uri)}
        else:
            places = {place + 1 for place in places if uri[place : place + 1] == [sign]}
    return bool(places)
