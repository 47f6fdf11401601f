"""Sessions of Telethon, made and read.

Usage: session.py SANDBOX_URL make PHONE | session.py SANDBOX_URL use SESSION
Prints the session string, or the first name of whoever is logged in with it.
"""
import asyncio
import json
import sys
import urllib.request

from telethon import TelegramClient
from telethon.crypto import rsa
from telethon.sessions import StringSession

URL, ACT, WHAT = sys.argv[1:4]


def get(path):
    with urllib.request.urlopen(URL + path) as answer:
        return json.load(answer)


async def main():
    description = get('/api/sandbox')
    rsa.add_key(description['publicKey'], old=False)
    session = StringSession(WHAT if ACT == 'use' else None)
    if ACT == 'make':
        address = description['dcs'][0]
        session.set_dc(address['id'], address['host'], address['port'])
    one = TelegramClient(session, 1, 'sandbox', connection_retries=1, request_retries=1)
    await one.connect()
    if ACT == 'make':
        await one.send_code_request(WHAT)
        await one.sign_in(WHAT, get(f'/api/sandbox/numbers/{WHAT}/code')['code'])
        print(session.save())
    else:
        print((await one.get_me()).first_name)
    await one.disconnect()


asyncio.run(main())
