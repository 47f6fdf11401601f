// GramJS, unmodified, against a sandbox. Usage: node story.cjs SANDBOX_URL
// The same story as the other clients; prints one JSON line of what it saw.
const bigInt = require('big-integer');
const crypto = require('node:crypto');
const { Api, TelegramClient } = require('telegram');
const { StringSession } = require('telegram/sessions');
const { PromisedNetSockets } = require('telegram/extensions');
const { Logger } = require('telegram/extensions/Logger');
const { _serverKeys } = require('telegram/crypto/RSA');
const { CustomFile } = require('telegram/client/uploads');
const { numbers, png } = require('../files.cjs');

const URL = process.argv[2];
const TEXT = 'GramJS was here: bold, italic, code, hidden, link';

async function get(path) {
  const answer = await fetch(URL + path);
  return answer.json();
}

function entity(kind, word, more = {}) {
  return new kind({ offset: TEXT.indexOf(word), length: word.length, ...more });
}

const ENTITIES = [
  entity(Api.MessageEntityBold, 'bold'),
  entity(Api.MessageEntityItalic, 'italic'),
  entity(Api.MessageEntityCode, 'code'),
  entity(Api.MessageEntitySpoiler, 'hidden'),
  entity(Api.MessageEntityTextUrl, 'link', { url: 'https://example.org/' }),
];

function addKey(description) {
  const jwk = crypto.createPublicKey(description.publicKey).export({ format: 'jwk' });
  const n = bigInt(Buffer.from(jwk.n, 'base64url').toString('hex'), 16);
  const fingerprint = BigInt.asIntN(64, BigInt('0x' + description.fingerprint)).toString();
  _serverKeys.set(fingerprint, { n, e: 65537 });
}

// GramJS knows the ports 80 and 443 only: its socket is told the port of the data centre it means.
async function client(description, dc) {
  const session = new StringSession('');
  session.setDC(dc, '127.0.0.1', 80);
  const ports = new Map(description.dcs.map((d) => [d.id, d.port]));
  class SandboxSocket extends PromisedNetSockets {
    connect(_port, ip) {
      return super.connect(ports.get(session.dcId), ip);
    }
  }
  const one = new TelegramClient(session, 1, 'sandbox', {
    networkSocket: SandboxSocket,
    connectionRetries: 1,
    baseLogger: new Logger('none'),
  });
  await one.connect();
  return one;
}

async function logIn(one, phone, password) {
  await one.start({
    phoneNumber: phone,
    phoneCode: async () => (await get(`/api/sandbox/numbers/${phone}/code`)).code,
    password: async () => password,
    onError: (error) => {
      throw error;
    },
  });
  return one.getMe();
}

async function byCode(description) {
  const one = await client(description, 3);
  const me = await logIn(one, '9996630002');
  const dialogs = await one.getDialogs({});
  const channel = dialogs.find((d) => String(d.id) === '-1002100000006');
  const peer = await one.getInputEntity(channel.id);
  const sent = [];
  for (let i = 0; i < 2; i++) {
    const updates = await one.invoke(
      new Api.messages.SendMessage({ peer, message: TEXT, randomId: bigInt(1980001), entities: ENTITIES }),
    );
    sent.push(updates.updates.find((u) => u instanceof Api.UpdateMessageID).id);
  }
  const history = await one.getMessages(peer, { limit: 3 });
  const codes = await one.getMessages(777000, { limit: 5 });
  const forum = await inForum(one);
  const media = await withMedia(one);
  const seen = {
    me: me.firstName,
    dialogs: dialogs.length,
    sent,
    last: history[0].message,
    service: codes.some((m) => m.message.includes('Login code')),
    forum,
    media,
  };
  await one.invoke(new Api.auth.LogOut());
  await one.destroy();
  return seen;
}

// The topics of a forum; a message in one of them, read back from there; none in a closed one.
async function inForum(one) {
  const peer = await one.getInputEntity('-1002100000008');
  const page = { channel: peer, offsetDate: 0, offsetId: 0, offsetTopic: 0, limit: 20 };
  const { topics } = await one.invoke(new Api.channels.GetForumTopics(page));
  const routes = topics.find((t) => t.title === 'Routes');
  const closed = topics.filter((t) => t.closed);
  await one.sendMessage(peer, { message: 'by the river', replyTo: routes.id });
  const read = await one.getMessages(peer, { replyTo: routes.id, limit: 5 });
  const said = read.find((m) => m.message === 'by the river');
  const refused = await one
    .sendMessage(peer, { message: 'too late', replyTo: closed[0].id })
    .then(() => 'sent', (error) => error.errorMessage);
  return {
    titles: topics.map((t) => t.title),
    closed: closed.map((t) => t.title),
    inTopic: said.replyTo.forumTopic === true && said.replyTo.replyToMsgId === routes.id,
    read: read.length,
    refused,
  };
}

// A photo, an album and a file of two parts, and all back again; then the photo's caption is changed, it is pinned, and the rest deleted.
async function withMedia(one) {
  const peer = await one.getInputEntity('-1002100000008');
  const file = (name, bytes) => new CustomFile(name, bytes.length, '', bytes);
  const document = numbers();
  const photo = await one.sendFile(peer, { file: file('a.png', png(320, 200)), caption: 'GramJS photo' });
  const pictures = [file('b.png', png(200, 200)), file('c.png', png(201, 200))];
  const album = await one.sendFile(peer, { file: pictures, caption: ['first', 'second'] });
  const sent = await one.sendFile(peer, { file: file('numbers.bin', document), forceDocument: true, caption: 'numbers' });
  const back = await one.downloadMedia(sent);
  const shown = await one.downloadMedia(photo);
  await one.editMessage(peer, { message: photo.id, text: 'another caption' });
  await one.pinMessage(peer, photo.id);
  const parts = [].concat(album);
  await one.deleteMessages(peer, [...parts.map((m) => m.id), sent.id], { revoke: true });
  const [now] = await one.getMessages(peer, { ids: [photo.id] });
  const [gone] = await one.getMessages(peer, { ids: [sent.id] });
  return {
    photo: now.photo !== undefined && shown.length > 0,
    grouped: parts.length > 0 && parts[0].groupedId !== undefined,
    same: document.equals(back),
    name: sent.file.name,
    caption: now.message,
    pinned: now.pinned === true,
    gone: gone === undefined,
  };
}

async function withPassword(description) {
  const one = await client(description, 1);
  const me = await logIn(one, '9996630001', 'sandbox-0001');
  const dialogs = await one.getDialogs({});
  const seen = { me: me.firstName, dc: one.session.dcId, dialogs: dialogs.length };
  await one.destroy();
  return seen;
}

async function post(path, body) {
  const answer = await fetch(URL + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
}

// Begins at data centre 1, is scanned by somebody of 3 with a cloud password.
async function byQr(description) {
  const one = await client(description, 1);
  const me = await one.signInUserWithQrCode(
    { apiId: 1, apiHash: 'sandbox' },
    {
      qrCode: async (code) => {
        const link = 'tg://login?token=' + code.token.toString('base64url');
        setTimeout(() => post('/api/sandbox/numbers/9996630001/login-tokens', { link }), 300);
      },
      password: async () => 'sandbox-0001',
      onError: (error) => {
        throw error;
      },
    },
  );
  const seen = { me: me.firstName, dc: one.session.dcId };
  await one.destroy();
  return seen;
}

async function asBot(description) {
  const made = await post('/api/sandbox/bots', { owner: '9996630002', name: 'Space', username: 'gramjs_bot' });
  const one = await client(description, 1);
  await one.start({ botAuthToken: made.token });
  const me = await one.getMe();
  const seen = { me: me.username, bot: me.bot, dc: one.session.dcId };
  await one.destroy();
  return seen;
}

async function main() {
  const description = await get('/api/sandbox');
  addKey(description);
  console.log(
    JSON.stringify({
      code: await byCode(description),
      password: await withPassword(description),
      qr: await byQr(description),
      bot: await asBot(description),
    }),
  );
  process.exit(0);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
