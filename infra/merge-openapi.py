"""Merges the services' OpenAPI documents (files named on the command line) into the one API that clients see."""
import json
import os
import sys

merged = {
    "openapi": "3.1.1",
    "info": {"title": "CeptoarHub API", "version": "v1", "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
    "security": [{"bearer": []}],
    "paths": {},
    "components": {"schemas": {}, "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}},
    "tags": [],
}


def merge(into, more, what):
    for name, value in more.items():
        if into.setdefault(name, value) != value:
            sys.exit(f"two services describe the {what} {name} differently")


for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    # each service has these for itself; the front door tells them apart by its name, which is the file's
    system = "/api/system/" + os.path.basename(path).removesuffix(".json").removesuffix("-1")
    paths = {p.replace("/api/system", system, 1): v for p, v in document.get("paths", {}).items() if p.startswith("/api/")}
    merge(merged["paths"], paths, "path")
    merge(merged["components"]["schemas"], document.get("components", {}).get("schemas", {}), "schema")
    merged["tags"] += [tag for tag in document.get("tags", []) if tag not in merged["tags"]]

for path, operations in merged["paths"].items():
    if path.startswith(("/api/token", "/api/invitations", "/api/password-resets")):
        for operation in operations.values():
            operation["security"] = []
# the services read labels more strictly than a schema tells
merged["components"]["schemas"]["Tlp"] = {"type": "string", "enum": ["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"]}
json.dump(merged, sys.stdout, ensure_ascii=False, indent=1, sort_keys=True)
