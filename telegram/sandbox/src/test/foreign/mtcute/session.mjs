// Sessions of mtcute, made and read. Usage: node session.mjs SANDBOX_URL make PHONE | use SESSION
// Prints the session string, or the first name of whoever is logged in with it.
import { MemoryStorage } from '@mtcute/core';
import { addPublicKey } from '@mtcute/core/utils.js';
import { TelegramClient } from '@mtcute/node';
import { NodeCryptoProvider } from '@mtcute/node/utils.js';

const [URL, ACT, WHAT] = process.argv.slice(2);

async function get(path) {
  const answer = await fetch(URL + path);
  return answer.json();
}

const description = await get('/api/sandbox');
addPublicKey(new NodeCryptoProvider(), description.publicKey);
const address = description.dcs[1];
const main = { id: 2, ipAddress: address.host, port: address.port };
const one = new TelegramClient({
  apiId: 1,
  apiHash: 'sandbox',
  storage: new MemoryStorage(),
  defaultDcs: { main, media: { ...main, mediaOnly: true } },
  logLevel: 0,
});
if (ACT === 'make') {
  await one.start({
    phone: WHAT,
    code: async () => (await get(`/api/sandbox/numbers/${WHAT}/code`)).code,
    codeSentCallback: () => {},
  });
  console.log(await one.exportSession());
} else {
  await one.importSession(WHAT);
  await one.connect();
  console.log((await one.getMe()).firstName);
}
await one.destroy();
process.exit(0);
