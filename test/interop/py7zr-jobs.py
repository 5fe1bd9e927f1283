"""Does with py7zr each job that comes in as JSON, in the folder it stands in; the outcomes go out as JSON."""

import json
import os
import sys

import py7zr

AES = {"id": py7zr.FILTER_CRYPTO_AES256_SHA256}
METHODS = {
    "copy": {"id": py7zr.FILTER_COPY},
    "lzma": {"id": py7zr.FILTER_LZMA},
    "lzma2": {"id": py7zr.FILTER_LZMA2, "preset": 1},
}


def extract(job):
    with py7zr.SevenZipFile(job["archive"], "r", password=job["password"]) as archive:
        archive.extractall(job["into"])
    return ""


def names(job):
    with py7zr.SevenZipFile(job["archive"], "r", password=job["password"]) as archive:
        return "\n".join(archive.getnames())


def pack(job):
    filters = [METHODS[job["method"]], AES]
    header = job["encryptHeader"]
    with py7zr.SevenZipFile(
        job["archive"], "w", password=job["password"], filters=filters, header_encryption=header
    ) as archive:
        # Not writeall(): it makes an entry of the folder itself, with the name "." (0.11.3).
        for folder, folders, files in os.walk(job["from"]):
            for name in sorted(folders + files):
                path = os.path.join(folder, name)
                archive.write(path, os.path.relpath(path, job["from"]))
    return ""


TASKS = {"extract": extract, "list": names, "pack": pack}


def outcome(job):
    try:
        return {"ok": True, "said": TASKS[job["task"]](job)}
    except Exception as error:  # It has a dozen kinds for a wrong password.
        return {"ok": False, "said": repr(error)}


json.dump([outcome(job) for job in json.load(sys.stdin)], sys.stdout)
