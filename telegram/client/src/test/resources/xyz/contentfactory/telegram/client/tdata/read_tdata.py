"""Reads a tdata folder without a passcode as Telegram Desktop does, out of a zip; independent of our code.

Usage: read_tdata.py ZIP
Prints data centre, user and key of its only account. The cryptography is Python's hashlib and
Telethon's AES-IGE; the layout was read from Telegram Desktop's storage_domain.cpp and
storage_account.cpp.
"""
import hashlib
import struct
import sys
import zipfile

from telethon.crypto import AES


def sha1(data):
    return hashlib.sha1(data).digest()


class Stream:
    def __init__(self, data):
        self.data = data

    def take(self, count):
        assert len(self.data) >= count, 'cut off'
        taken, self.data = self.data[:count], self.data[count:]
        return taken

    def number(self, form):
        return struct.unpack(form, self.take(struct.calcsize(form)))[0]

    def qbytes(self):
        return self.take(self.number('>I'))


def content(zip_file, name):
    file = zip_file.read(name)
    magic, version, body, check = file[:4], file[4:8], file[8:-16], file[-16:]
    assert magic == b'TDF$'
    assert check == hashlib.md5(body + struct.pack('<i', len(body)) + version + magic).digest()
    return Stream(body)


def opened(sealed, key):
    x = 8
    msg_key = sealed[:16]
    a = sha1(msg_key + key[x:x + 32])
    b = sha1(key[32 + x:48 + x] + msg_key + key[48 + x:64 + x])
    c = sha1(key[64 + x:96 + x] + msg_key)
    d = sha1(msg_key + key[96 + x:128 + x])
    plain = AES.decrypt_ige(sealed[16:], a[:8] + b[8:20] + c[4:16], a[8:20] + b[:8] + c[16:20] + d[:8])
    assert sha1(plain)[:16] == msg_key, 'another key'
    length = struct.unpack('<I', plain[:4])[0]
    assert len(plain) - 16 < length <= len(plain)
    return Stream(plain[4:length])


with zipfile.ZipFile(sys.argv[1]) as folder:
    keys = content(folder, 'tdata/key_datas')
    salt = keys.qbytes()
    passcode_key = hashlib.pbkdf2_hmac('sha512', hashlib.sha512(salt + salt).digest(), salt, 1, 256)
    local_key = opened(keys.qbytes(), passcode_key).data
    accounts = opened(keys.qbytes(), local_key)
    assert [accounts.number('>i') for _ in range(3)] == [1, 0, 0]
    files = content(folder, 'tdata/D877F783D5D3EF8C/maps')
    assert files.qbytes() == files.qbytes() == b''
    assert opened(files.qbytes(), local_key).data == b''
    account = opened(content(folder, 'tdata/D877F783D5D3EF8Cs').qbytes(), local_key)
    assert account.number('>i') == 0x4b
    authorization = Stream(account.qbytes())
    assert authorization.number('>q') == -1
    user, home = authorization.number('>q'), authorization.number('>i')
    key_of = {}
    for _ in range(authorization.number('>i')):
        dc = authorization.number('>i')
        key_of[dc] = authorization.take(256)
    assert authorization.number('>i') == 0 and not authorization.data
    print(home, user, key_of[home].hex())
