// The phone: a chat list and one open chat of the number that was chosen. It looks again whenever
// the sandbox says that something changed.
import { avatar, codeIn, day, formatted, shortCount, shortDate, time } from './bubble.js';
import { above, below, inAlbums, inWords } from './media.js';
import { listenTools, showTools } from './tools.js';
import { inTopic, showTopics, titleOf } from './topics.js';
import { applyWords, switchLanguage, switchTheme, word } from './words.js';

const $ = (id) => document.getElementById(id);
const state = { numbers: [], phone: null, chat: null, shown: '' };

async function get(path) {
  const response = await fetch('/api/sandbox' + path);
  if (!response.ok) {
    throw new Error(String(response.status));
  }
  return response.json();
}

// The address says which phone and which chat: #9996610001/channel-2100000001
function readAddress() {
  const [phone, chat] = location.hash.slice(1).split('/');
  state.phone = state.numbers.some((n) => n.phone === phone)
    ? phone
    : (state.phone ?? state.numbers[0]?.phone ?? null);
  state.chat = chat ? decodeURIComponent(chat) : null;
}

function goTo(phone, chat) {
  location.hash = chat ? `${phone}/${encodeURIComponent(chat)}` : phone;
}

async function refresh() {
  try {
    state.numbers = (await get('/numbers')).items;
    readAddress();
    showNumbers();
    if (state.phone) {
      await Promise.all([showFacts(), showList(), showChat(), showTools(state.phone)]);
    }
    document.body.dataset.problem = 'false';
  } catch {
    document.body.dataset.problem = 'true';
    live(false);
  }
}

function me() {
  return state.numbers.find((n) => n.phone === state.phone);
}

function pretty(phone) {
  return `+${phone.slice(0, 5)} ${phone.slice(5, 6)} ${phone.slice(6)}`;
}

function showNumbers() {
  const select = $('numbers');
  const options = state.numbers.map((n) => {
    const option = document.createElement('option');
    option.value = n.phone;
    option.textContent = `${n.name} · ${pretty(n.phone)}${n.banned ? ` · ${word().banned}` : ''}`;
    return option;
  });
  select.replaceChildren(...options);
  select.value = state.phone ?? '';
  const owner = me();
  if (owner) {
    $('me-name').textContent = owner.name;
    $('me-phone').textContent = pretty(owner.phone);
    avatar($('me-avatar'), 'person-' + owner.id, owner.name);
  }
}

async function showFacts() {
  const owner = me();
  const words = word();
  const facts = [
    [words.number, pretty(owner.phone) + (owner.banned ? ` · ${words.banned}` : '')],
    [words.dataCentre, String(owner.dc)],
    [words.loginCode, await lastCode(owner)],
    [words.cloudPassword, owner.cloudPasswordSet ? words.set : words.notSet],
  ];
  $('facts').replaceChildren(
    ...facts.flatMap(([name, value]) => {
      const dt = document.createElement('dt');
      dt.textContent = name;
      const dd = document.createElement('dd');
      dd.append(value);
      return [dt, dd];
    }),
  );
  $('password-hint').hidden = !owner.hint;
  $('password-hint').textContent = owner.hint ? `${words.hint}: ${owner.hint}` : '';
}

async function lastCode(owner) {
  if (!owner.codeSent) {
    return word().noCode;
  }
  const response = await fetch(`/api/sandbox/numbers/${owner.phone}/code`);
  if (!response.ok) {
    return word().noCode;
  }
  const code = await response.json();
  return code.valid ? code.code : `${code.code} · ${word().codeOver}`;
}

async function showList() {
  const chats = (await get(`/numbers/${state.phone}/chats`)).items;
  const focused = document.activeElement?.dataset?.chat;
  $('chats').replaceChildren(...(chats.length > 0 ? chats.map(line) : [empty()]));
  if (focused) {
    document.querySelector(`[data-chat="${CSS.escape(focused)}"]`)?.focus();
  }
}

function empty() {
  const li = document.createElement('li');
  li.className = 'empty';
  li.textContent = word().empty;
  return li;
}

function line(chat) {
  const li = document.createElement('li');
  const link = document.createElement('a');
  link.href = `#${state.phone}/${encodeURIComponent(chat.id)}`;
  link.dataset.chat = chat.id;
  if (chat.id === state.chat) {
    link.setAttribute('aria-current', 'true');
  }
  const picture = span('avatar');
  picture.setAttribute('aria-hidden', 'true');
  avatar(picture, chat.id, name(chat));
  const title = span('chat-name', name(chat));
  if (chat.kind === 'SERVICE') {
    title.append(span('tick', '✓'));
  }
  const when = span('when', chat.last ? shortDate(chat.last.date) : '');
  const said = span('said');
  if (chat.last) {
    const who = chat.last.outgoing ? word().you : chat.kind === 'GROUP' ? chat.last.sender : null;
    if (who) {
      said.append(span('who', `${who}: `));
    }
    said.append(preview(chat.last));
  }
  const badge = span('badge', chat.unread > 0 ? String(chat.unread) : '');
  badge.setAttribute('aria-label', chat.unread > 0 ? word().unread(chat.unread) : '');
  badge.hidden = chat.unread <= 0;
  link.append(picture, title, when, said, badge);
  li.append(link);
  return li;
}

// The last message in one line, with what is hidden still hidden.
function preview(message) {
  let text = message.text;
  for (const e of message.entities.filter((one) => one.type === 'spoiler')) {
    text = text.slice(0, e.offset) + '░'.repeat(e.length) + text.slice(e.offset + e.length);
  }
  return (text || inWords(message.media)).replace(/\s+/g, ' ').slice(0, 160);
}

function span(className, text = '') {
  const node = document.createElement('span');
  node.className = className;
  node.textContent = text;
  return node;
}

function name(chat) {
  return chat.kind === 'SAVED' ? word().saved : chat.title;
}

function subtitle(chat) {
  const words = word();
  switch (chat.kind) {
    case 'CHANNEL':
      return words.subscribers(chat.members);
    case 'GROUP':
      return words.members(chat.members);
    case 'SERVICE':
      return words.service;
    case 'SMS':
      return words.sms;
    case 'SAVED':
      return '';
    default:
      return words.person;
  }
}

async function showChat() {
  document.body.dataset.open = state.chat ? 'chat' : 'list';
  $('chat-view').hidden = !state.chat;
  $('list-view').hidden = Boolean(state.chat);
  if (!state.chat) {
    state.shown = '';
    return;
  }
  const where = `/numbers/${state.phone}/chats/${encodeURIComponent(state.chat)}`;
  const open = await get(where);
  const fresh = state.shown !== where;
  const log = $('messages');
  const atEnd = fresh || log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  $('chat-title').textContent = name(open.chat);
  $('chat-sub').textContent = subtitle(open.chat);
  avatar($('chat-avatar'), open.chat.id, name(open.chat));
  $('footnote').textContent = word().readOnly;
  $('pinned').hidden = !open.pinned;
  $('pinned-text').textContent = open.pinned ? preview(open.pinned) : '';
  showTopics($('topics'), open.topics, where, refreshOnce);
  const drawn = JSON.stringify([open.messages.filter(inTopic), open.topics, word().today]);
  if (fresh || log.dataset.drawn !== drawn) {
    log.dataset.drawn = drawn;
    log.replaceChildren(...conversation(open));
    if (atEnd) {
      log.scrollTop = log.scrollHeight;
    }
  }
  if (fresh) {
    state.shown = where;
    $('chat-title').focus({ preventScroll: true });
  }
  if (open.chat.unread > 0) {
    await fetch(`/api/sandbox${where}/read`, { method: 'POST' });
  }
}

function conversation(open) {
  const shown = open.messages.filter(inTopic);
  if (shown.length === 0) {
    return [span('day', word().nothing)];
  }
  const nodes = [];
  let lastDay = '';
  let lastSender = null;
  for (const { messages } of inAlbums(shown)) {
    const message = messages.find((m) => m.text) ?? messages[0];
    const today = day(message.date);
    if (today !== lastDay) {
      nodes.push(span('day', today));
      lastDay = today;
      lastSender = null;
    }
    if (message.beginsTopic) {
      nodes.push(span('day', word().topicBegun(message.text)));
      lastSender = null;
      continue;
    }
    nodes.push(bubble(message, open, lastSender, messages));
    lastSender = message.sender;
  }
  return nodes;
}

function bubble(message, { chat, topics }, lastSender, messages) {
  const node = document.createElement('article');
  node.className = `bubble ${message.outgoing ? 'mine' : ''} ${chat.kind.toLowerCase()}`;
  const foreign = !message.outgoing || message.asChannel;
  if (chat.kind === 'GROUP' && message.sender && foreign && message.sender !== lastSender) {
    const sender = span('sender', message.sender);
    avatar(sender, message.sender, message.sender);
    sender.textContent = message.sender;
    node.append(sender);
  }
  if (chat.kind === 'CHANNEL') {
    node.append(span('sender channel-name', chat.title));
  }
  const topic = titleOf(message, topics);
  if (topic) {
    node.append(span('in-topic', topic));
  }
  node.append(...above(messages));
  if (message.text) {
    const text = document.createElement('div');
    text.className = 'text';
    text.append(formatted(message.text, message.entities));
    node.append(text);
  }
  const code = chat.kind === 'SERVICE' || chat.kind === 'SMS' ? codeIn(message.text) : null;
  const foot = span('foot');
  if (message.views !== undefined) {
    const views = span('views', shortCount(message.views));
    views.setAttribute('aria-label', word().views(message.views));
    foot.append(views);
  }
  if (chat.kind === 'CHANNEL' && message.sender) {
    foot.append(span('author', message.sender));
  }
  if (message.edited) {
    foot.append(span('edited', word().edited));
  }
  foot.append(span('', time(message.date)));
  if (message.outgoing) {
    foot.append(span('sent', '✓✓'));
  }
  node.append(foot, ...below(messages));
  if (code) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = `${word().copy} ${code}`;
    button.addEventListener('click', () => navigator.clipboard?.writeText(code));
    node.append(button);
  }
  return node;
}

function live(connected) {
  $('live').textContent = connected ? word().live : word().cut;
  $('live').dataset.on = String(connected);
}

// One refresh at a time; whatever changes meanwhile causes one more.
let running = false;
let again = false;
async function refreshOnce() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  do {
    again = false;
    await refresh();
  } while (again);
  running = false;
}

function listen() {
  const events = new EventSource('/api/sandbox/events');
  events.addEventListener('open', () => live(true));
  events.addEventListener('error', () => live(false));
  events.addEventListener('change', refreshOnce);
}

function tick() {
  $('clock').textContent = new Date().toTimeString().slice(0, 5);
}

$('numbers').addEventListener('change', (event) => goTo(event.target.value, null));
$('back').addEventListener('click', () => goTo(state.phone, null));
$('language').addEventListener('click', () => {
  switchLanguage();
  applyWords();
  live($('live').dataset.on === 'true');
  refreshOnce();
});
$('theme').addEventListener('click', switchTheme);
window.addEventListener('hashchange', refreshOnce);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && state.chat) {
    goTo(state.phone, null);
  }
});

listenTools(() => state.phone);
applyWords();
tick();
setInterval(tick, 10_000);
// A QR code ends without an event.
setInterval(() => document.visibilityState === 'visible' && refreshOnce(), 10_000);
live(false);
listen();
refreshOnce();
