"""Writes a tdata folder as Telegram Desktop does, as a zip; independent of our code.

Usage: make_tdata.py ZIP PASSCODE DC USER_ID KEY_HEX [DC USER_ID KEY_HEX ...]
The cryptography is Python's hashlib and Telethon's AES-IGE; the layout was read from
Telegram Desktop's storage_domain.cpp and storage_account.cpp.
"""
import hashlib
import struct
import sys
import zipfile

from telethon.crypto import AES

ZIP, PASSCODE = sys.argv[1:3]
ACCOUNTS = [sys.argv[i:i + 3] for i in range(3, len(sys.argv), 3)]
VERSION = 5008003


def sha1(data):
    return hashlib.sha1(data).digest()


def qbytes(data):
    return struct.pack('>I', len(data)) + data


def framed(content):
    version = struct.pack('<i', VERSION)
    check = hashlib.md5(content + struct.pack('<i', len(content)) + version + b'TDF$').digest()
    return b'TDF$' + version + content + check


def aes_oldmtp(key, msg_key):
    x = 8
    a = sha1(msg_key + key[x:x + 32])
    b = sha1(key[32 + x:48 + x] + msg_key + key[48 + x:64 + x])
    c = sha1(key[64 + x:96 + x] + msg_key)
    d = sha1(msg_key + key[96 + x:128 + x])
    return a[:8] + b[8:20] + c[4:16], a[8:20] + b[:8] + c[16:20] + d[:8]


def sealed(data, key):
    plain = struct.pack('<I', len(data) + 4) + data
    plain += b'\x5a' * (-len(plain) % 16)
    msg_key = sha1(plain)[:16]
    return msg_key + AES.encrypt_ige(plain, *aes_oldmtp(key, msg_key))


def file_name(data_name):
    digest = hashlib.md5(data_name.encode()).digest()[:8]
    return ''.join(f'{byte & 15:X}{byte >> 4:X}' for byte in digest)


salt = bytes(range(32))
local_key = bytes((7 * i + 3) % 256 for i in range(256))
password = hashlib.sha512(salt + PASSCODE.encode() + salt).digest()
passcode_key = hashlib.pbkdf2_hmac('sha512', password, salt, 100_000 if PASSCODE else 1, 256)
indexes = b''.join(struct.pack('>i', i) for i in range(len(ACCOUNTS)))
accounts = struct.pack('>i', len(ACCOUNTS)) + indexes + struct.pack('>i', 0)

with zipfile.ZipFile(ZIP, 'w', zipfile.ZIP_DEFLATED) as out:
    out.writestr('tdata/key_datas', framed(
        qbytes(salt) + qbytes(sealed(local_key, passcode_key)) + qbytes(sealed(accounts, local_key))))
    out.writestr('tdata/working', b'x' * 100)
    for i, (dc, user, key) in enumerate(ACCOUNTS):
        # the key of another data centre stands beside the one at home
        keys = struct.pack('>ii', 2, 9) + bytes(256) + struct.pack('>i', int(dc)) + bytes.fromhex(key)
        body = struct.pack('>qqi', -1, int(user), int(dc)) + keys + struct.pack('>i', 0)
        name = file_name('data' if i == 0 else f'data#{i + 1}')
        out.writestr(f'tdata/{name}s', framed(qbytes(sealed(
            struct.pack('>i', 0x4b) + qbytes(body), local_key))))
