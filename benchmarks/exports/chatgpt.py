"""A ChatGPT export: one member of 200 MB on one line."""

import json
import zipfile
from pathlib import Path

from benchmarks.exports.words import Words

CONVERSATIONS, QUESTIONS = 5_231, 11
BEGUN, YEARS = 1_670_000_000, 3


def make(path: Path, share: float = 1.0) -> Path:
    """Write a *share* of an export that is 200 MB when unpacked."""
    words = Words(11)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        with archive.open("conversations.json", "w", force_zip64=True) as member:
            for n in range(int(CONVERSATIONS * share)):
                text = json.dumps(_conversation(words, n), separators=(",", ":"))
                member.write(f"{',' if n else '['}{text}".encode())
            member.write(b"]")
        archive.writestr("user_settings.json", '[{"settings":{"training_allowed":true}}]')
    return path


def _conversation(words: Words, n: int) -> dict[str, object]:
    when = BEGUN + words.random.randrange(YEARS * 365 * 86_400)
    mapping: dict[str, object] = {"root": {"id": "root", "message": None, "children": ["0"]}}
    for k in range(QUESTIONS * 2):
        role, length = ("assistant", 450) if k % 2 else ("user", 60)
        mapping[f"{n}-{k}"] = _node(f"{n}-{k}", role, words.text(length), when + k * 60)
    return {"title": words.text(4), "create_time": when + 0.5, "mapping": mapping, "id": str(n)}


def _node(name: str, role: str, text: str, when: int) -> dict[str, object]:
    message = {
        "id": name,
        "author": {"role": role, "name": None, "metadata": {}},
        "create_time": when + 0.25,
        "content": {"content_type": "text", "parts": [text]},
        "status": "finished_successfully",
        "metadata": {"citations": [{"title": "a", "url": "b"}, {"title": "c"}], "model_slug": "x"},
        "recipient": "all",
    }
    return {"id": name, "message": message, "parent": None, "children": []}
