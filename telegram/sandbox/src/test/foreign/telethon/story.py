"""Telethon, unmodified, against a sandbox.

Usage: story.py SANDBOX_URL. Prints one JSON line of what it saw; fails loudly otherwise.
Logs in by code, then by code and cloud password with a migration (it begins at another data
centre), lists the dialogs, sends a formatted message, and repeats it with the same random_id; sends
a photo, an album and a file, and downloads them; writes as a channel; then by QR code with migration and password, and as a bot.
"""
import asyncio
import io
import json
import struct
import sys
import urllib.request
import zlib

from telethon import TelegramClient, errors, events
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


def io_named(content, name):
    stream = io.BytesIO(content)
    stream.name = name
    return stream


def png(width, height):
    """A picture of one colour."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack('>I', len(data)) + body + struct.pack('>I', zlib.crc32(body))

    row = b'\0' + b'\x20\x70\x90' * width
    head = struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)
    whole = b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'IDAT', zlib.compress(row * height))
    return io_named(whole + chunk(b'IEND', b''), f'{width}.png')


async def client(description, dc, **more):
    address = next(d for d in description['dcs'] if d['id'] == dc)
    session = StringSession()
    session.set_dc(dc, address['host'], address['port'])
    one = TelegramClient(session, 1, 'sandbox', connection_retries=1, request_retries=1, **more)
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
    media = await with_media(one)
    as_channel = await as_her_channel(one)
    codes = await one.get_messages(777000, limit=5)
    seen = {
        'me': me.first_name,
        'dialogs': len(dialogs),
        'sent': sent,
        'last': history[0].message,
        'service': any('Login code' in m.message for m in codes),
        'media': media,
        'asChannel': as_channel,
    }
    await one.log_out()
    return seen


async def as_her_channel(one):
    """A message in a public group that is shown to be from a channel of hers."""
    peer = await one.get_input_entity(-1002100000008)
    offered = await one(functions.channels.GetSendAsRequest(peer=peer))
    channel = await one.get_input_entity(-1002100000001)
    await one(functions.messages.SendMessageRequest(
        peer=peer, message='as a channel', random_id=1440002, send_as=channel))
    seen = (await one.get_messages(peer, limit=1))[0]
    return {
        'offered': len(offered.peers),
        'from': getattr(seen.from_id, 'channel_id', None),
        'out': seen.out,
    }


async def with_media(one):
    """A photo, an album and a file of two parts in another channel, and all back again."""
    peer = await one.get_input_entity(-1002100000008)
    document = bytes(range(256)) * 3000
    photo = await one.send_file(peer, png(320, 200), caption='Telethon photo')
    album = await one.send_file(peer, [png(200, 200), png(201, 200)], caption=['first', 'second'])
    sent = await one.send_file(
        peer, io_named(document, 'numbers.bin'), force_document=True, caption='numbers')
    back = await one.download_media(sent, bytes)
    shown = await one.download_media(photo, bytes)
    return {
        'photo': photo.photo is not None and len(shown) > 0,
        'grouped': len({m.grouped_id for m in album}) == 1 and album[0].grouped_id is not None,
        'same': back == document,
        'name': sent.file.name,
    }


async def with_password(description):
    one = await client(description, 1)
    me = await log_in(one, '9996620002', 'sandbox-0002')
    dialogs = await one.get_dialogs()
    seen = {'me': me.first_name, 'dc': one.session.dc_id, 'dialogs': len(dialogs)}
    await one.disconnect()
    return seen


def post(path, body):
    request = urllib.request.Request(
        URL + path, json.dumps(body).encode(), {'Content-Type': 'application/json'})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


async def by_qr(description):
    """Begins at data centre 1, is scanned by somebody of 3 with a cloud password."""
    one = await client(description, 1)
    qr = await one.qr_login()
    waiting = asyncio.ensure_future(qr.wait(20))
    await asyncio.sleep(0.2)
    post('/api/sandbox/numbers/9996630001/login-tokens', {'link': qr.url})
    try:
        me = await waiting
    except errors.SessionPasswordNeededError:
        me = await one.sign_in(password='sandbox-0001')
    seen = {'me': me.first_name, 'dc': one.session.dc_id}
    await one.disconnect()
    return seen


async def as_bot(description):
    made = post('/api/sandbox/bots', {'owner': '9996630002', 'name': 'Space', 'username': 'telethon_bot'})
    one = await client(description, 1)
    await one.sign_in(bot_token=made['token'])
    me = await one.get_me()
    seen = {'me': me.username, 'bot': me.bot, 'dc': one.session.dc_id}
    await one.disconnect()
    return seen


async def with_a_gap(description):
    """Two posts of four are not pushed: it notices, and asks for the channel's difference."""
    phone = '9996630003'
    made = post('/api/sandbox/channels', {'title': 'Telethon gap', 'owner': phone})
    channel = int('-100' + made['id'])
    texts, here, caught = [], asyncio.Event(), asyncio.Event()

    async def heard(event):
        texts.append(event.raw_text)
        if event.raw_text == 'Pushed 1':
            here.set()
        if event.raw_text == 'Pushed 4':
            caught.set()

    reader = await client(description, 3, sequential_updates=True)
    await log_in(reader, phone)
    await reader.get_dialogs()
    reader.add_event_handler(heard, events.NewMessage(func=lambda e: e.is_channel))
    writer = await client(description, 3)
    await log_in(writer, phone)
    await writer.get_dialogs()
    await writer.send_message(channel, 'Pushed 1')
    await asyncio.wait_for(here.wait(), 30)
    post('/api/sandbox/faults', {'number': phone, 'kind': 'DROP_UPDATE', 'times': 2})
    for text in ('Lost 2', 'Lost 3', 'Pushed 4'):
        await writer.send_message(channel, text)
    await asyncio.wait_for(caught.wait(), 30)
    await writer.disconnect()
    await reader.disconnect()
    return texts


async def main():
    description = get('/api/sandbox')
    rsa.add_key(description['publicKey'], old=False)
    print(json.dumps({
        'code': await by_code(description),
        'password': await with_password(description),
        'qr': await by_qr(description),
        'bot': await as_bot(description),
        'gap': await with_a_gap(description),
    }))


asyncio.run(main())
