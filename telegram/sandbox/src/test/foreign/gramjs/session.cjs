// Sessions of GramJS, made and read. Usage: node session.cjs SANDBOX_URL make PHONE | use SESSION
// Prints the session string, or the first name of whoever is logged in with it.
const bigInt = require('big-integer');
const crypto = require('node:crypto');
const { TelegramClient } = require('telegram');
const { StringSession } = require('telegram/sessions');
const { PromisedNetSockets } = require('telegram/extensions');
const { Logger } = require('telegram/extensions/Logger');
const { _serverKeys } = require('telegram/crypto/RSA');

const [URL, ACT, WHAT] = process.argv.slice(2);

async function get(path) {
  const answer = await fetch(URL + path);
  return answer.json();
}

async function main() {
  const description = await get('/api/sandbox');
  const jwk = crypto.createPublicKey(description.publicKey).export({ format: 'jwk' });
  const n = bigInt(Buffer.from(jwk.n, 'base64url').toString('hex'), 16);
  _serverKeys.set(BigInt.asIntN(64, BigInt('0x' + description.fingerprint)).toString(), { n, e: 65537 });
  const session = new StringSession(ACT === 'use' ? WHAT : '');
  if (ACT === 'make') {
    session.setDC(1, '127.0.0.1', 80);
  }
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
  if (ACT === 'make') {
    await one.start({
      phoneNumber: WHAT,
      phoneCode: async () => (await get(`/api/sandbox/numbers/${WHAT}/code`)).code,
      onError: (error) => {
        throw error;
      },
    });
    console.log(session.save());
  } else {
    console.log((await one.getMe()).firstName);
  }
  await one.destroy();
  process.exit(0);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
