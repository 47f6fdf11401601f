// A message as Telegram shows it: text with formatting ranges in UTF-16 units, which may nest.
import { locale, word } from './words.js';

const TAGS = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

const BLOCKS = new Set(['pre', 'blockquote']);

export function formatted(text, entities) {
  const root = document.createDocumentFragment();
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  fill(root, text, 0, text.length, sorted);
  return root;
}

// Writes text[from, to) with the entities that begin inside it. An entity that sticks out of its
// parent is cut there, and its rest goes on behind it.
function fill(parent, text, from, to, entities) {
  const waiting = entities.filter((e) => e.offset < to && e.offset + e.length > from);
  let at = from;
  while (waiting.length > 0) {
    const entity = waiting.shift();
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (start >= end) {
      continue;
    }
    parent.append(text.slice(at, start));
    const node = element(entity, text.slice(start, end));
    fill(node.inner, text, start, end, waiting.filter((e) => e.offset < end));
    parent.append(node.outer);
    // A block ends its line by itself.
    at = BLOCKS.has(entity.type) && text[end] === '\n' && end < to ? end + 1 : end;
    for (let i = waiting.length - 1; i >= 0; i--) {
      if (waiting[i].offset + waiting[i].length <= end) {
        waiting.splice(i, 1);
      }
    }
  }
  parent.append(text.slice(at, to));
}

function element(entity, content) {
  if (entity.type === 'blockquote' && entity.collapsed) {
    return folded();
  }
  if (TAGS[entity.type]) {
    const node = document.createElement(TAGS[entity.type]);
    if (entity.language) {
      node.dataset.language = entity.language;
    }
    return { outer: node, inner: node };
  }
  if (entity.type === 'spoiler') {
    return spoiler();
  }
  const url = address(entity, content);
  if (url) {
    const node = document.createElement('a');
    node.href = url;
    node.target = '_blank';
    node.rel = 'noopener noreferrer';
    return { outer: node, inner: node };
  }
  const node = document.createElement('span');
  node.className = 'mark';
  return { outer: node, inner: node };
}

// Three lines of a quotation, and the rest when it is opened.
function folded() {
  const outer = document.createElement('blockquote');
  const inner = document.createElement('div');
  inner.className = 'folded';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'unfold';
  const say = () => {
    const open = !inner.classList.contains('folded');
    button.textContent = open ? word().quoteLess : word().quoteMore;
    button.setAttribute('aria-expanded', String(open));
  };
  button.addEventListener('click', () => {
    inner.classList.toggle('folded');
    say();
  });
  say();
  outer.append(inner, button);
  return { outer, inner };
}

function spoiler() {
  const outer = document.createElement('span');
  outer.className = 'spoiler';
  outer.tabIndex = 0;
  outer.setAttribute('role', 'button');
  outer.setAttribute('aria-label', word().spoiler);
  const inner = document.createElement('span');
  inner.setAttribute('aria-hidden', 'true');
  outer.append(inner);
  const open = (event) => {
    if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') {
      return;
    }
    event.preventDefault();
    outer.classList.add('open');
    outer.removeAttribute('role');
    outer.removeAttribute('aria-label');
    outer.removeAttribute('tabindex');
    inner.removeAttribute('aria-hidden');
  };
  outer.addEventListener('click', open, { once: true });
  outer.addEventListener('keydown', open);
  return { outer, inner };
}

// Only addresses that cannot run anything here.
function address(entity, content) {
  const text =
    entity.type === 'text_link'
      ? entity.url
      : entity.type === 'url'
        ? content
        : entity.type === 'mention'
          ? 'https://t.me/' + content.slice(1)
          : entity.type === 'email'
            ? 'mailto:' + content
            : null;
  if (!text) {
    return null;
  }
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : 'https://' + text;
  return /^(https?|tg|mailto):/i.test(full) && URL.canParse(full) ? full : null;
}

export function time(iso) {
  return new Date(iso).toLocaleTimeString(locale(), { hour: 'numeric', minute: '2-digit' });
}

export function day(iso) {
  const date = new Date(iso);
  const days = Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
  if (days === 0) {
    return word().today;
  }
  if (days === 1) {
    return word().yesterday;
  }
  return date.toLocaleDateString(locale(), { day: 'numeric', month: 'long' });
}

function midnight(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

export function shortDate(iso) {
  const date = new Date(iso);
  const days = Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
  if (days === 0) {
    return time(iso);
  }
  return days < 7
    ? date.toLocaleDateString(locale(), { weekday: 'short' })
    : date.toLocaleDateString(locale(), { day: '2-digit', month: '2-digit', year: '2-digit' });
}

export function shortCount(n) {
  return new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 1 }).format(n);
}

// The colour of somebody's round picture follows from the id, as it does in Telegram.
export function avatar(node, id, title) {
  const words = title.trim().split(/\s+/);
  const letters = [...(words[0] ?? '')][0] + (words.length > 1 ? [...words[words.length - 1]][0] : '');
  node.textContent = id === 'sms' ? '✉' : id === 'person-777000' ? '' : letters.toUpperCase();
  node.dataset.kind = id === 'person-777000' ? 'telegram' : '';
  let hash = 0;
  for (const letter of id) {
    hash = (hash * 31 + letter.codePointAt(0)) >>> 0;
  }
  node.dataset.colour = String(hash % 7);
}

// The digits of a login code in a message of the service account, or null.
export function codeIn(text) {
  return /\b(\d{5})\b/.exec(text)?.[1] ?? null;
}
