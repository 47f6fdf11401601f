"""Telethon, unmodified, against a sandbox.

Usage: story.py SANDBOX_URL. Prints one JSON line of what it saw; fails loudly otherwise.
Logs in by code, then by code and cloud password with a migration (it begins at another data
centre), lists the dialogs, sends a formatted message, and repeats it with the same random_id.
"""
import asyncio
import json
import sys
import urllib.request

from telethon import TelegramClient, errors
from telethon.crypto import rsa
from telethon.sessions import StringSession
from telethon.tl import functions, types

URL = sys.argv[1]
TEXT = 'Telethon was here: bold, italic, code, hidden, link'


def get(path):
    with urllib.request.urlopen(URL + path) as answer:
        return json.load(answer)


def entity(kind, word, **more):
    return kind(offset=TEXT.index(word), length=len(word), **more)


ENTITIES = [
    entity(types.MessageEntityBold, 'bold'),
    entity(types.MessageEntityItalic, 'italic'),
    entity(types.MessageEntityCode, 'code'),
    entity(types.MessageEntitySpoiler, 'hidden'),
    entity(types.MessageEntityTextUrl, 'link', url='https://example.org/'),
]


async def client(description, dc):
    address = next(d for d in description['dcs'] if d['id'] == dc)
    session = StringSession()
    session.set_dc(dc, address['host'], address['port'])
    one = TelegramClient(session, 1, 'sandbox', connection_retries=1, request_retries=1)
    await one.connect()
    return one


async def log_in(one, phone, password=None):
    await one.send_code_request(phone)
    code = get(f'/api/sandbox/numbers/{phone}/code')['code']
    try:
        return await one.sign_in(phone, code)
    except errors.SessionPasswordNeededError:
        return await one.sign_in(password=password)


async def by_code(description):
    one = await client(description, 1)
    me = await log_in(one, '9996610001')
    dialogs = await one.get_dialogs()
    channel = next(d for d in dialogs if d.id == -1002100000001)
    peer = await one.get_input_entity(channel.id)
    sent = []
    for _ in range(2):
        updates = await one(functions.messages.SendMessageRequest(
            peer=peer, message=TEXT, random_id=1440001, entities=ENTITIES))
        sent.append(next(u.id for u in updates.updates if isinstance(u, types.UpdateMessageID)))
    history = await one.get_messages(peer, limit=3)
    codes = await one.get_messages(777000, limit=5)
    seen = {
        'me': me.first_name,
        'dialogs': len(dialogs),
        'sent': sent,
        'last': history[0].message,
        'service': any('Login code' in m.message for m in codes),
    }
    await one.log_out()
    return seen


async def with_password(description):
    one = await client(description, 1)
    me = await log_in(one, '9996620002', 'sandbox-0002')
    dialogs = await one.get_dialogs()
    seen = {'me': me.first_name, 'dc': one.session.dc_id, 'dialogs': len(dialogs)}
    await one.disconnect()
    return seen


async def main():
    description = get('/api/sandbox')
    rsa.add_key(description['publicKey'], old=False)
    print(json.dumps({'code': await by_code(description), 'password': await with_password(description)}))


asyncio.run(main())
