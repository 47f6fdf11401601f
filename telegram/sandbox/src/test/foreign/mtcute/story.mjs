// mtcute, unmodified, against a sandbox. Usage: node story.mjs SANDBOX_URL
// The same story as the other clients; prints one JSON line of what it saw.
import { Long, MemoryStorage } from '@mtcute/core';
import { addPublicKey } from '@mtcute/core/utils.js';
import { TelegramClient } from '@mtcute/node';
import { NodeCryptoProvider } from '@mtcute/node/utils.js';
import files from '../files.cjs';

const URL = process.argv[2];
const TEXT = 'mtcute was here: bold, italic, code, hidden, link';

async function get(path) {
  const answer = await fetch(URL + path);
  return answer.json();
}

function entity(kind, word, more = {}) {
  return { _: kind, offset: TEXT.indexOf(word), length: word.length, ...more };
}

const ENTITIES = [
  entity('messageEntityBold', 'bold'),
  entity('messageEntityItalic', 'italic'),
  entity('messageEntityCode', 'code'),
  entity('messageEntitySpoiler', 'hidden'),
  entity('messageEntityTextUrl', 'link', { url: 'https://example.org/' }),
];

function client(description, dc, more = {}) {
  const address = description.dcs.find((d) => d.id === dc);
  const one = { id: dc, ipAddress: address.host, port: address.port };
  return new TelegramClient({
    apiId: 1,
    apiHash: 'sandbox',
    storage: new MemoryStorage(),
    defaultDcs: { main: one, media: { ...one, mediaOnly: true } },
    logLevel: 0,
    ...more,
  });
}

function logIn(one, phone, password) {
  return one.start({
    phone,
    code: async () => (await get(`/api/sandbox/numbers/${phone}/code`)).code,
    password,
    codeSentCallback: () => {},
  });
}

async function dialogsOf(one) {
  const dialogs = [];
  for await (const dialog of one.iterDialogs()) {
    dialogs.push(dialog);
  }
  return dialogs;
}

async function byCode(description) {
  const one = client(description, 2);
  const me = await logIn(one, '9996620001');
  const dialogs = await dialogsOf(one);
  const channel = dialogs.find((d) => d.peer.id === -1002100000003);
  const peer = await one.resolvePeer(channel.peer.id);
  const sent = [];
  for (let i = 0; i < 2; i++) {
    const updates = await one.call({
      _: 'messages.sendMessage',
      peer,
      message: TEXT,
      randomId: Long.fromNumber(2270001),
      entities: ENTITIES,
    });
    sent.push(updates.updates.find((u) => u._ === 'updateMessageID').id);
  }
  const history = await one.getHistory(channel.peer.id, { limit: 3 });
  const codes = await one.getHistory(777000, { limit: 5 });
  const seen = {
    me: me.firstName,
    dialogs: dialogs.length,
    sent,
    last: history[0].text,
    service: codes.some((m) => m.text.includes('Login code')),
    media: await withMedia(one),
  };
  await one.logOut();
  await one.destroy();
  return seen;
}

// A photo, an album and a file of two parts, and all back again; then the photo's caption is changed, it is pinned, and the rest deleted.
async function withMedia(one) {
  const { id } = await post('/api/sandbox/channels', { owner: '9996620001', title: 'Pictures' });
  const chat = Number(`-100${id}`);
  await dialogsOf(one);
  const picture = (width, caption) => ({ type: 'photo', file: files.png(width, 200), caption });
  const document = files.numbers();
  const photo = await one.sendMedia(chat, picture(320, 'mtcute photo'));
  const album = await one.sendMediaGroup(chat, [picture(200, 'first'), picture(201, 'second')]);
  const sent = await one.sendMedia(chat, { type: 'document', file: document, fileName: 'numbers.bin', caption: 'numbers' });
  const back = await one.downloadAsBuffer(sent.media);
  const shown = await one.downloadAsBuffer(photo.media);
  await one.editMessage({ message: photo, text: 'another caption' });
  await one.pinMessage({ message: photo });
  await one.deleteMessages([...album, sent]);
  const [now, gone] = await one.getMessages(chat, [photo.id, sent.id]);
  return {
    photo: now.media.type === 'photo' && shown.length > 0,
    grouped: album.length === 2 && album[0].groupedId !== null && album[0].groupedIdUnique === album[1].groupedIdUnique,
    same: document.equals(back),
    name: sent.media.fileName,
    caption: now.text,
    pinned: now.raw.pinned === true,
    gone: gone === null,
  };
}

async function withPassword(description) {
  const one = client(description, 2);
  const me = await logIn(one, '9996610002', 'sandbox-0002');
  const dialogs = await dialogsOf(one);
  const dc = (await one.call({ _: 'help.getNearestDc' })).thisDc;
  await one.destroy();
  return { me: me.firstName, dc, dialogs: dialogs.length };
}

async function post(path, body) {
  const answer = await fetch(URL + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
}

// Begins at data centre 2, is scanned by somebody of 3 with a cloud password.
async function byQr(description) {
  const one = client(description, 2);
  let scanned = false;
  const me = await one.start({
    qrCodeHandler: (link) => {
      if (!scanned) {
        scanned = true;
        setTimeout(() => post('/api/sandbox/numbers/9996630001/login-tokens', { link }), 300);
      }
    },
    password: 'sandbox-0001',
  });
  const dc = (await one.call({ _: 'help.getNearestDc' })).thisDc;
  await one.destroy();
  return { me: me.firstName, dc };
}

async function asBot(description) {
  const made = await post('/api/sandbox/bots', { owner: '9996630002', name: 'Space', username: 'mtcute_bot' });
  const one = client(description, 2);
  const me = await one.start({ botToken: made.token });
  const dc = (await one.call({ _: 'help.getNearestDc' })).thisDc;
  await one.destroy();
  return { me: me.username, bot: me.isBot, dc };
}

// Perfect forward secrecy: temporary keys that are bound to the permanent one.
async function withTemporaryKeys(description) {
  const one = client(description, 3, { network: { usePfs: true } });
  const me = await logIn(one, '9996630003');
  const dialogs = await dialogsOf(one);
  await one.destroy();
  return { me: me.firstName, dialogs: dialogs.length };
}

const description = await get('/api/sandbox');
addPublicKey(new NodeCryptoProvider(), description.publicKey);
console.log(
  JSON.stringify({
    code: await byCode(description),
    password: await withPassword(description),
    pfs: await withTemporaryKeys(description),
    qr: await byQr(description),
    bot: await asBot(description),
  }),
);
process.exit(0);
