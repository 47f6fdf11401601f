// What the owner of a number does outside the chats: lets a device in by its QR code, makes bots.
import { word } from './words.js';

const $ = (id) => document.getElementById(id);

async function ask(method, path, body) {
  const response = await fetch('/api/sandbox' + path, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const answer = response.status === 204 ? null : await response.json();
  if (!response.ok) {
    throw new Error(answer?.detail ?? String(response.status));
  }
  return answer;
}

function say(text) {
  $('tool-said').textContent = text;
}

async function tried(work) {
  try {
    say((await work()) ?? '');
  } catch (problem) {
    say(problem.message);
  }
}

function button(text, onClick) {
  const node = document.createElement('button');
  node.type = 'button';
  node.className = 'quiet';
  node.textContent = text;
  node.addEventListener('click', () => tried(onClick));
  return node;
}

function item(...content) {
  const li = document.createElement('li');
  li.append(...content);
  return li;
}

function text(value, className = '') {
  const node = document.createElement('span');
  node.className = className;
  node.textContent = value;
  return node;
}

export async function showTools(phone) {
  const [tokens, bots, channels] = await Promise.all([
    ask('GET', '/login-tokens'),
    ask('GET', '/bots').catch(() => ({ items: [] })),
    ask('GET', '/channels'),
  ]);
  redraw($('login-tokens'), [phone, tokens.items, word().linkNone], () => tokenLines(phone, tokens.items));
  const mine = bots.items.filter((bot) => bot.owner === phone);
  redraw($('bots'), [mine, word().botsNone], () => botLines(mine, channels.items));
}

// Redrawn only when it changed: a button that is under the pointer stays where it is.
function redraw(list, drawn, lines) {
  const now = JSON.stringify(drawn);
  if (list.dataset.drawn !== now) {
    list.dataset.drawn = now;
    list.replaceChildren(...lines());
  }
}

function tokenLines(phone, tokens) {
  if (tokens.length === 0) {
    return [item(text(word().linkNone, 'soft'))];
  }
  return tokens.map((token) =>
    item(
      text(word().linkDevice(token.device)),
      button(word().linkApprove, () => approve(phone, token.link)),
    ),
  );
}

async function approve(phone, link) {
  const { device } = await ask('POST', `/numbers/${phone}/login-tokens`, { link });
  return word().linkDone(device);
}

function botLines(bots, channels) {
  if (bots.length === 0) {
    return [item(text(word().botsNone, 'soft'))];
  }
  return bots.map((bot) => {
    const line = item(text(bot.name, 'bot-name'), text('@' + bot.username, 'soft'));
    line.append(
      button(word().botToken, async () => {
        await navigator.clipboard.writeText(bot.token);
        return word().botCopied;
      }),
      button(word().botRenew, async () => {
        await ask('POST', `/bots/${bot.id}/token`);
        return word().botRenewed;
      }),
      places(bot, channels),
    );
    return line;
  });
}

function places(bot, channels) {
  const list = document.createElement('ul');
  list.className = 'tool-list inner';
  const title = (id) => channels.find((channel) => channel.id === id)?.title ?? id;
  for (const id of bot.channels) {
    list.append(
      item(
        text(`${word().botIn} «${title(id)}»`),
        button(word().botRemove, () => ask('DELETE', `/bots/${bot.id}/channels/${id}`).then(() => '')),
      ),
    );
  }
  const select = document.createElement('select');
  select.setAttribute('aria-label', word().botAdd);
  select.add(new Option(word().botAdd, ''));
  channels
    .filter((channel) => !bot.channels.includes(channel.id))
    .forEach((channel) => select.add(new Option(channel.title, channel.id)));
  select.addEventListener('change', () =>
    tried(() => ask('PUT', `/bots/${bot.id}/channels/${select.value}`, {}).then(() => '')),
  );
  list.append(item(select));
  return list;
}

export function listenTools(phoneNow) {
  $('link-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const field = $('link');
    tried(async () => {
      const said = await approve(phoneNow(), field.value);
      field.value = '';
      return said;
    });
  });
  $('bot-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target;
    tried(async () => {
      const { name, username } = Object.fromEntries(new FormData(form));
      await ask('POST', '/bots', { owner: phoneNow(), name, username });
      form.reset();
    });
  });
}
