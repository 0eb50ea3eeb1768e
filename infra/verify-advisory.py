"""verify-advisory.py FILE KEYS: is an advisory, saved from GET /api/advisories/{id}/signature, signed by the hub?

KEYS is the hub's /.well-known/advisory-keys.json, as an address or a file. Exit code 0: yes, 1: no, 2: not readable.
"""
import base64
import json
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

P256 = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200") + b"\x04"


def integer(number):
    number = number.lstrip(b"\0") or b"\0"
    number = (b"\0" if number[0] & 0x80 else b"") + number
    return b"\x02" + bytes([len(number)]) + number


def unpadded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def openssl_says_so(document, signature, key):
    body = integer(signature[:32]) + integer(signature[32:])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "document").write_bytes(document)
        (place / "signature").write_bytes(b"\x30" + bytes([len(body)]) + body)
        (place / "key").write_bytes(P256 + unpadded(key["x"]) + unpadded(key["y"]))
        command = ["openssl", "dgst", "-sha256", "-keyform", "DER", "-verify", place / "key", "-signature", place / "signature", place / "document"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0


def main(file, source):
    signed = json.loads(Path(file).read_text(encoding="utf-8"))
    if source.startswith(("http://", "https://")):
        with urllib.request.urlopen(source, timeout=10) as answer:
            keys = json.load(answer)["keys"]
    else:
        keys = json.loads(Path(source).read_text(encoding="utf-8"))["keys"]
    document, signature = signed["document"].encode(), base64.b64decode(signed["signature"], validate=True)
    key = next((k for k in keys if k["kid"] == signed["keyId"]), None)
    if signed["algorithm"] != "ES256" or key is None or len(signature) != 64 or not openssl_says_so(document, signature, key):
        print("この文書はハブが署名したものではありません / not signed by this hub")
        return 1
    said = json.loads(document)
    print(f"署名を確認しました / signed by this hub: {said['number']} 第 {said['version']} 版 (version {said['version']}), TLP:{said['tlp']}, {said['state']}, {said['issuedAt']}")
    return 0


for stream in (sys.stdout, sys.stderr):
    stream.reconfigure(encoding="utf-8")
try:
    sys.exit(main(*sys.argv[1:]))
except (OSError, ValueError, KeyError, TypeError) as error:
    print(f"読み取れません / not readable: {type(error).__name__}", file=sys.stderr)
    sys.exit(2)
