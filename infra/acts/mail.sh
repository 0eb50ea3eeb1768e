#!/usr/bin/env bash
# The hub's private mail server: takes every mail by SMTP and keeps it in a maildir instead of passing it on; sourced.

mail_ready() { listens "${PORT[mail]}"; }
