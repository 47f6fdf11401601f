// The topics of a forum above its messages: all of them together, or one.
import { word } from './words.js';

let chosen = null;
let shownWhere = '';

export function inTopic(message) {
  return chosen === null || message.topic === chosen;
}

// The topic's name on a bubble, when all of them are shown together.
export function titleOf(message, topics) {
  return chosen === null ? topics.find((topic) => topic.number === message.topic)?.title : undefined;
}

export function showTopics(nav, topics, where, redraw) {
  if (where !== shownWhere) {
    shownWhere = where;
    chosen = null;
  }
  nav.hidden = topics.length === 0;
  if (nav.hidden) {
    nav.replaceChildren();
    return;
  }
  const focused = document.activeElement?.dataset?.topic;
  const all = { number: null, title: word().allTopics, closed: false };
  nav.replaceChildren(...[all, ...topics].map((topic) => chip(topic, redraw)), begin(where, redraw));
  if (focused !== undefined) {
    nav.querySelector(`[data-topic="${focused}"]`)?.focus();
  }
}

function chip(topic, redraw) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.topic = String(topic.number);
  button.textContent = topic.closed ? word().topicClosed(topic.title) : topic.title;
  button.setAttribute('aria-pressed', String(topic.number === chosen));
  button.addEventListener('click', () => {
    chosen = topic.number;
    redraw();
  });
  return button;
}

function begin(where, redraw) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.topic = 'new';
  button.textContent = `+ ${word().topicNew}`;
  button.addEventListener('click', async () => {
    const title = window.prompt(word().topicName);
    if (title?.trim()) {
      const channel = where.slice(where.lastIndexOf('-') + 1);
      await fetch(`/api/sandbox/channels/${channel}/topics`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ title: title.trim() }),
      });
      redraw();
    }
  });
  return button;
}
