"""demo-code.py FILE WHO: the present code of the authenticator of a person of the demonstration (mail address or the word before its @)."""
import base64
import hashlib
import hmac
import json
import struct
import sys
import time

STEP = 30  # seconds; RFC 6238, as the hub has it

file, who = sys.argv[1:]
with open(file, encoding="utf-8") as demo:
    people = json.load(demo).get("people", [])
person = next((p for p in people if who in (p["email"], p["email"].split("@")[0])), None)
if person is None:
    sys.exit(f"nobody of this name in {file}: " + ", ".join(p["email"] for p in people))
now = time.time()
mac = hmac.new(base64.b32decode(person["secret"]), struct.pack(">Q", int(now) // STEP), hashlib.sha1).digest()
code = (struct.unpack_from(">I", mac, mac[-1] & 0xF)[0] & 0x7FFFFFFF) % 1_000_000
print(f"{code:06d}")
print(f"for {STEP - int(now) % STEP} more seconds", file=sys.stderr)
