#!/usr/bin/env python3
"""A second verifier, written from src/docs/evidence-format.md alone; standard library only.

usage: second_verifier.py BAG_OR_VAULT...    exit 0 no fault, 1 a fault
Signatures and time stamps are checked by openssl where it is there. It shares no line with the
first one: where they disagree, one of them or the document is wrong.
"""
import base64
import hashlib
import os
import re
import sqlite3
import struct
import subprocess
import sys
import tempfile

KINDS = ("GENESIS KEY ARM START SEGMENT SEEN STOP INTERRUPTED EVENT BIND HOLD IMPORT CLAIM PICTURE"
         " INSPECT VIEW EXPORT STAMP ERASE").split()
NUMBER = r"(0|[1-9][0-9]*)"
HASH = r"[0-9a-f]{64}"
ZERO = "0" * 64
TAGS = "bagit.txt bag-info.txt manifest-sha256.txt README.txt verify.sh".split()
faults = []


def bad(text):
    faults.append(text)
    print("FAULT " + text)


def sha(data):
    return hashlib.sha256(data).hexdigest()


def file_sha(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


# 1. rows


def unescape(value):
    plain = re.sub(r"\\([0-9a-f]{2})", lambda m: chr(int(m[1], 16)), value)
    again = "".join("\\%02x" % ord(c) if ord(c) < 0x20 or c in "\x7f\\" else c for c in plain)
    if again != value:
        raise ValueError("escape")
    return plain


def read_row(body):
    text = body.decode("utf-8")
    lines = text.split("\n")
    if lines[0] != "packwitness row v1" or lines[-1] != "":
        raise ValueError("form")
    row = {"prev": re.fullmatch("prev (" + HASH + ")", lines[1])[1],
           "seq": int(re.fullmatch("seq " + NUMBER, lines[2])[1]),
           "at": int(re.fullmatch("at (0|-?[1-9][0-9]*)", lines[3])[1]),
           "kind": re.fullmatch("kind ([A-Z]+)", lines[4])[1],
           "leaf": hashlib.sha256(b"\0" + body).digest(), "facts": {}}
    if row["kind"] not in KINDS:
        raise ValueError("kind")
    before = b""
    for line in lines[5:-1]:
        name, _, value = line.partition(" ")
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}(\.salted)?", name) or " " not in line:
            raise ValueError("name")
        if name.encode() <= before:
            raise ValueError("order")
        before = name.encode()
        row["facts"][name] = unescape(value)
    return row


# 2. tree


def root(leaves):
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return node(root(leaves[:split]), root(leaves[split:]))


def included(leaf, index, size, proof, wanted):
    """RFC 9162, 2.1.3.2"""
    if index >= size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = node(p, r)
            while fn & 1 == 0 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == wanted


def consistent(first, second, proof, first_root, second_root):
    """RFC 9162, 2.1.4.2"""
    if first == second:
        return not proof and first_root == second_root
    if first & (first - 1) == 0:
        proof = [first_root] + proof
    if not proof:
        return False
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = proof[0]
    for c in proof[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node(c, fr), node(c, sr)
            while fn & 1 == 0 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return fr == first_root and sr == second_root and sn == 0


# 3. checkpoints, 1.1 keys


def read_note(note):
    origin, size, root_text, end = note.decode("utf-8").split("\n")
    if end or not re.fullmatch(NUMBER, size):
        raise ValueError("note")
    return origin, int(size), base64.b64decode(root_text, validate=True)


def openssl(*arguments, **files):
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        try:
            return subprocess.run(["openssl", *arguments], cwd=folder, capture_output=True,
                                  check=False).returncode == 0
        except FileNotFoundError:
            print("NOTE openssl is not here: signatures were not checked")
            return True


def signed(spki, data, signature):
    pem = b"-----BEGIN PUBLIC KEY-----\n" + base64.encodebytes(spki) + b"-----END PUBLIC KEY-----\n"
    return openssl("dgst", "-sha256", "-verify", "key", "-signature", "sig", "data",
                   key=pem, sig=signature, data=data)


def keys_of(rows):
    """The key in force from each GENESIS or KEY row on, in order."""
    keys = []
    origin = ""
    for seq in sorted(rows):
        row = rows[seq]
        if row["kind"] not in ("GENESIS", "KEY"):
            continue
        facts = row["facts"]
        spki = base64.b64decode(facts["spki"])
        if sha(spki) != facts["key"]:
            bad("row %d: key" % seq)
        if row["kind"] == "GENESIS":
            origin = facts["origin"]
        else:
            old = keys[-1][1]
            text = "\n".join(["packwitness key v1", origin, str(seq), sha(old), sha(spki), ""])
            for fact, key in (("by_old", old), ("by_new", spki)):
                if fact in facts and not signed(key, text.encode(), base64.b64decode(facts[fact])):
                    bad("row %d: %s" % (seq, fact))
            if "by_old" not in facts:
                print("NOTE row %d: the key before did not sign" % seq)
        keys.append((seq, spki))
    return origin, keys


def key_at(keys, size):
    return [spki for seq, spki in keys if seq < size][-1]


# 5. pieces of originals


def takes(rows, file_of):
    by_take = {}
    for seq in sorted(rows):
        row = rows[seq]
        if row["kind"] in ("START", "SEGMENT", "STOP", "INTERRUPTED"):
            by_take.setdefault(row["facts"].get("take"), []).append(row)
    for take, own in by_take.items():
        kinds = [row["kind"] for row in own]
        if kinds[0] != "START" or kinds[-1] not in ("STOP", "INTERRUPTED") \
                or any(kind != "SEGMENT" for kind in kinds[1:-1]):
            bad("take %s: rows %s" % (take, " ".join(kinds)))
            continue
        end = own[-1]["facts"]
        whole = end.get("sha256") or end.get("file_sha256")
        path = file_of(end, whole)
        if path is None:
            bad("take %s: the original is missing" % take)
            continue
        if file_sha(path) != whole:
            bad("take %s: the original was changed" % take)
        link, offset = b"\0" * 32, 0
        with open(path, "rb") as file:
            for row in own[1:-1]:
                f = row["facts"]
                length = int(f["length"])
                if int(f["offset"]) != offset or sha(file.read(length)) != f["sha256"]:
                    bad("take %s: piece %s" % (take, f["segment"]))
                link = hashlib.sha256(link + struct.pack(">QQ", offset, length)
                                      + bytes.fromhex(f["sha256"])).digest()
                if link.hex() != f["link"]:
                    bad("take %s: link %s" % (take, f["segment"]))
                offset += length
        if own[1:-1] and end.get("chain") != link.hex():
            bad("take %s: chain" % take)


# 6. vault


def vault(folder):
    database = sqlite3.connect("file:%s?mode=ro" % os.path.join(folder, "packwitness.db"), uri=True)
    rows, leaves, prev = {}, [], ZERO
    for seq, leaf, body in database.execute("SELECT seq, leaf, body FROM ledger_row ORDER BY seq"):
        try:
            row = read_row(body)
        except (ValueError, TypeError):
            bad("row %d: form" % seq)
            continue
        if row["seq"] != seq or seq != len(leaves) or row["leaf"].hex() != leaf:
            bad("row %d: place or leaf" % seq)
        if row["prev"] != prev:
            bad("row %d: link" % seq)
        prev = row["leaf"].hex()
        rows[seq] = row
        leaves.append(row["leaf"])
    origin, keys = keys_of(rows)
    notes = {}
    for size, told, root_hex, signature, key in database.execute(
            "SELECT size, origin, root, signature, key FROM ledger_checkpoint"):
        note = "%s\n%d\n%s\n" % (told, size, base64.b64encode(bytes.fromhex(root_hex)).decode())
        notes[size] = note.encode()
        if told != origin or size > len(leaves) or root(leaves[:size]).hex() != root_hex:
            bad("checkpoint %d: root" % size)
        if sha(key_at(keys, size)) != key or not signed(key_at(keys, size), notes[size], signature):
            bad("checkpoint %d: signature" % size)
    for size, request, response, gen_time, seq in database.execute(
            "SELECT size, request, response, gen_time, seq FROM ledger_stamp"):
        facts = rows[seq]["facts"] if seq in rows else {}
        if facts.get("response") != sha(response) or facts.get("request") != sha(request) \
                or facts.get("note") != sha(notes.get(size, b"")) \
                or facts.get("gen_time") != str(gen_time):
            bad("stamp of %d: its row" % size)
    for seq, name, salt, value in database.execute("SELECT seq, name, salt, value FROM ledger_salt"):
        text = "\n".join(["packwitness salted v1", name, salt, value])
        if rows[seq]["facts"].get(name + ".salted") != sha(text.encode()):
            bad("row %d: value %s" % (seq, name))

    def original(end, _):
        path = os.path.join(folder, end["file"])
        return path if os.path.isfile(path) else None

    takes(rows, original)
    print("%d rows, %d checkpoints" % (len(leaves), len(notes)))


# 7. bag


def manifest(folder, name, prefix):
    named = {}
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        for line in file.read().split("\n")[:-1]:
            match = re.fullmatch("(" + HASH + ")  ([^\x00-\x1f\x7f\\\\%]+)", line)
            if not match or not match[2].startswith(prefix) \
                    or set(match[2].split("/")) & {"", ".", ".."} or match[2] in named:
                bad("%s: line" % name)
                continue
            named[match[2]] = match[1]
            path = os.path.join(folder, match[2])
            if not os.path.isfile(path) or file_sha(path) != match[1]:
                bad("%s is missing or was changed" % match[2])
    return named


def bag(folder):
    def data(name):
        path = os.path.join(folder, "data/ledger", name)
        if not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            return file.read()

    def names(sub):
        path = os.path.join(folder, "data/ledger", sub)
        return sorted(os.listdir(path)) if os.path.isdir(path) else []

    tags = manifest(folder, "tagmanifest-sha256.txt", "")
    for tag in TAGS:
        if tag not in tags:
            bad("tag manifest lacks " + tag)
    named = manifest(folder, "manifest-sha256.txt", "data/")
    for where, _, files in os.walk(os.path.join(folder, "data")):
        for file in files:
            name = os.path.relpath(os.path.join(where, file), folder)
            if name not in named:
                bad("no manifest names " + name)
    rows = {}
    for name in names("rows"):
        try:
            row = read_row(data("rows/" + name))
            if name != "%d.row" % row["seq"]:
                raise ValueError("name")
            rows[row["seq"]] = row
        except (ValueError, TypeError):
            bad("rows/%s: form" % name)
    origin, keys = keys_of(rows)
    main = read_note(data("checkpoint/note"))
    for at in ["checkpoint/"] + ["checkpoints/%s/" % size for size in names("checkpoints")]:
        told, size, note_root = read_note(data(at + "note"))
        pem = data(at + "key.pem").decode().split("-----")[2]
        spki = base64.b64decode("".join(pem.split()))
        if told != origin or (size <= main[1] and spki != key_at(keys, size)):
            bad(at + ": origin or key")
        if not signed(spki, data(at + "note"), data(at + "note.sig")):
            bad(at + ": signature")
        if data(at + "note.tsr") is not None and not openssl(
                "ts", "-verify", "-data", "note", "-in", "tsr", "-CAfile", "chain",
                "-partial_chain", "-attime", data(at + "attime").decode().strip(),
                note=data(at + "note"), tsr=data(at + "note.tsr"),
                chain=data(at + "tsa-chain.pem")):
            bad(at + ": stamp")
        if at != "checkpoint/":
            small, large = sorted([(size, note_root), main[1:]])
            proof = data("consistency/%d-%d.txt" % (small[0], large[0]))
            if proof is None or not consistent(
                    small[0], large[0], [bytes.fromhex(line) for line in proof.decode().split()],
                    small[1], large[1]):
                bad(at + ": consistency")
    for seq, row in rows.items():
        proof = data("proofs/%d.txt" % seq)
        if proof is None or not included(
                row["leaf"], seq, main[1], [bytes.fromhex(p) for p in proof.decode().split()],
                main[2]):
            bad("row %d: inclusion" % seq)
        if seq - 1 in rows and rows[seq - 1]["leaf"].hex() != row["prev"]:
            bad("row %d: link" % seq)
    for name in names("salts"):
        seq, _, fact = name.partition(".")
        if rows[int(seq)]["facts"].get(fact + ".salted") != sha(data("salts/" + name)):
            bad("salts/" + name)
    said = {value for row in rows.values() for value in row["facts"].values()}
    for line in data("files.txt").decode().split("\n")[:-1]:
        role, digest, name = line.split(" ", 2)
        if named.get(name) != digest:
            bad("files.txt: " + name)
        if role in ("ORIGINAL", "RECEIVED") and digest not in said:
            bad("no row holds the hash of " + name)
    by_hash = {digest: os.path.join(folder, name) for name, digest in named.items()}
    takes(rows, lambda _, whole: by_hash.get(whole))
    print("%d files, %d rows of %d" % (len(named), len(rows), main[1]))


def main():
    for path in sys.argv[1:]:
        try:
            (vault if os.path.isfile(os.path.join(path, "packwitness.db")) else bag)(path)
        except Exception as damage:  # whatever cannot be read is a fault of what was given
            bad("%s cannot be read: %r" % (path, damage))
    print("FAILED, %d faults" % len(faults) if faults else "no fault found")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
