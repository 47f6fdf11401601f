// What hangs at a message: photos and albums, files, sound, polls, and links as buttons.
import { word } from './words.js';

const SEEN = new Set(['PHOTO', 'VIDEO']);

function make(tag, className, text = '') {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

// Messages of one album become one entry, as Telegram shows them.
export function inAlbums(messages) {
  const entries = [];
  for (const message of messages) {
    const album = message.media?.album;
    const last = entries.at(-1);
    if (album && last && last.album === album) {
      last.messages.push(message);
    } else {
      entries.push({ album, messages: [message] });
    }
  }
  return entries;
}

// A line that stands for a message without text.
export function inWords(media) {
  if (!media) {
    return '';
  }
  if (media.poll) {
    return `📊 ${media.poll.question}`;
  }
  return media.file ? (media.file.name ?? word().media[media.file.kind]) : '';
}

export function above(messages) {
  const seen = messages.filter((m) => SEEN.has(m.media?.file?.kind));
  const others = messages.filter((m) => m.media?.file && !SEEN.has(m.media.file.kind));
  const nodes = [];
  if (seen.length > 0) {
    nodes.push(mosaic(seen.map((m) => m.media)));
  }
  nodes.push(...others.map((m) => (m.media.file.kind === 'DOCUMENT' ? file(m.media.file) : sound(m.media.file))));
  nodes.push(...messages.filter((m) => m.media?.poll).map((m) => poll(m.media.poll)));
  return nodes;
}

function mosaic(media) {
  const grid = make('div', 'mosaic');
  grid.dataset.count = String(media.length);
  grid.append(...media.map(picture));
  return grid;
}

function picture(media) {
  const { id, kind, width, height } = media.file;
  const frame = make('div', 'picture');
  const video = kind === 'VIDEO' && media.file.mime === 'video/mp4';
  const node = document.createElement(video ? 'video' : 'img');
  if (video) {
    node.controls = true;
    node.preload = 'none';
    node.setAttribute('aria-label', word().media.VIDEO);
    if (media.file.small) {
      node.poster = `/api/sandbox/files/${id}?small`;
    }
  } else {
    node.alt = word().media[kind];
    node.loading = 'lazy';
  }
  node.src = `/api/sandbox/files/${id}`;
  if (width && height) {
    node.width = width;
    node.height = height;
  }
  frame.append(node);
  if (media.spoiler) {
    frame.append(cover(frame));
  }
  return frame;
}

function cover(frame) {
  frame.classList.add('covered');
  const button = make('button', 'cover', word().showMedia);
  button.type = 'button';
  button.addEventListener('click', () => {
    frame.classList.remove('covered');
    button.remove();
  });
  return button;
}

function file(shown) {
  const link = make('a', 'file');
  link.href = `/api/sandbox/files/${shown.id}`;
  link.download = shown.name ?? '';
  const text = make('span', 'file-text');
  text.append(make('b', '', shown.name ?? word().media.DOCUMENT), make('small', '', size(shown.bytes)));
  const icon = make('span', 'file-icon', '↓');
  icon.setAttribute('aria-hidden', 'true');
  link.append(icon, text);
  return link;
}

function sound(shown) {
  const row = make('div', 'sound');
  const player = document.createElement('audio');
  player.controls = true;
  player.preload = 'none';
  player.src = `/api/sandbox/files/${shown.id}`;
  player.setAttribute('aria-label', shown.name ?? word().media[shown.kind]);
  row.append(player);
  return row;
}

function poll(shown) {
  const node = make('div', 'poll');
  node.append(
    make('b', '', shown.question),
    make('small', '', shown.quiz ? word().quiz : shown.multiple ? word().pollMany : word().poll),
  );
  const list = make('ul', shown.multiple ? 'many' : '');
  list.append(...shown.answers.map((a) => make('li', '', a)));
  node.append(list);
  return node;
}

export function below(messages) {
  const rows = messages.flatMap((m) => m.media?.buttons ?? []);
  if (rows.length === 0) {
    return [];
  }
  const box = make('div', 'links');
  for (const row of rows) {
    const line = make('div', 'links-row');
    line.append(...row.map(link));
    box.append(line);
  }
  return [box];
}

function link(button) {
  const node = make('a', '', button.text);
  if (/^(https?|tg):/i.test(button.url) && URL.canParse(button.url)) {
    node.href = button.url;
    node.target = '_blank';
    node.rel = 'noopener noreferrer';
  }
  return node;
}

function size(bytes) {
  const units = ['B', 'KB', 'MB', 'GB'];
  let at = 0;
  let left = bytes;
  while (left >= 1024 && at < units.length - 1) {
    left /= 1024;
    at++;
  }
  return `${left < 10 && at > 0 ? left.toFixed(1) : Math.round(left)} ${units[at]}`;
}
