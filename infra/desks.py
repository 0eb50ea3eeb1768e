"""Checks the file of desks named first (none: no desk), writes it as JSON to the second, and its numbers into the page named third."""
import html
import json
import re
import sys

source, public, page = sys.argv[1:]
MARK = "<!-- desks -->"


def desk(entry):
    if not isinstance(entry, dict) or not all(isinstance(entry.get(key), str) and entry[key].strip() for key in ("name", "kind", "telephone")):
        sys.exit(f"{source}: each desk has a name, a kind and a telephone")
    if entry["kind"] not in ("secretariat", "ministry", "centre"):
        sys.exit(f"{source}: the kind of a desk is secretariat, ministry or centre")
    if not re.fullmatch(r"\+?[0-9][0-9 ()-]{2,30}", entry["telephone"]):
        sys.exit(f"{source}: {entry['telephone']} is no telephone number")
    # what else the file says of a desk is not for the public
    return {"name": entry["name"], "nameEn": str(entry.get("nameEn") or entry["name"]), "kind": entry["kind"], "telephone": entry["telephone"]}


desks = []
if source:
    with open(source, encoding="utf-8") as file:
        entries = json.load(file)
    if not isinstance(entries, list):
        sys.exit(f"{source}: a list of desks is wanted")
    desks = [desk(entry) for entry in entries]

with open(public, "w", encoding="utf-8") as file:
    json.dump({"items": desks}, file, ensure_ascii=False)

with open(page, encoding="utf-8") as file:
    text = file.read()
lines = "".join(
    f'<li>{html.escape(d["name"])} <span lang="en">/ {html.escape(d["nameEn"])}</span>: <a href="tel:{re.sub(r"[^0-9+]", "", d["telephone"])}">{html.escape(d["telephone"])}</a></li>'
    for d in desks
)
with open(page, "w", encoding="utf-8") as file:
    file.write(text.replace(MARK, f"<ul>{lines}</ul>" if lines else ""))
