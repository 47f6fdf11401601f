// Every text of the page, in both languages.
const WORDS = {
  en: {
    title: 'The phone',
    eyebrow: 'Sandbox',
    aboutTitle: 'A phone that is not there',
    aboutText:
      'This is what the owner of a test number would see. Login codes arrive here, and posts appear in the channels the moment they are published.',
    phone: 'Phone',
    whose: 'Whose phone',
    chats: 'Chats',
    back: 'Back to chats',
    messages: 'Messages',
    number: 'Number',
    dataCentre: 'Data centre',
    loginCode: 'Last login code',
    noCode: 'none yet',
    codeOver: 'no longer valid',
    cloudPassword: 'Cloud password',
    set: 'set',
    notSet: 'not set',
    hint: 'Password hint',
    banned: 'banned',
    live: 'live',
    cut: 'connecting…',
    empty: 'No chats yet. A login code will be the first.',
    problem: 'The sandbox does not answer. The page tries again by itself.',
    language: 'Русский',
    languageName: 'Switch to Russian',
    theme: { system: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' },
    members: (n) => `${count(n, 'en')} ${n === 1 ? 'member' : 'members'}`,
    subscribers: (n) => `${count(n, 'en')} ${n === 1 ? 'subscriber' : 'subscribers'}`,
    service: 'service notifications',
    saved: 'Saved Messages',
    sms: 'text messages, outside Telegram',
    person: 'private chat',
    unread: (n) => `${n} unread`,
    today: 'Today',
    yesterday: 'Yesterday',
    you: 'You',
    spoiler: 'Hidden text. Show it.',
    quoteMore: 'Show the whole quotation',
    quoteLess: 'Show less',
    copy: 'Copy code',
    media: { PHOTO: 'Photo', VIDEO: 'Video', VOICE: 'Voice message', AUDIO: 'Audio', DOCUMENT: 'File' },
    showMedia: 'Hidden. Show it.',
    poll: 'Poll, one answer',
    pollMany: 'Poll, several answers',
    quiz: 'Quiz',
    readOnly: 'Only for looking: write from a client that is logged in.',
    edited: 'edited',
    pinned: 'Pinned message',
    views: (n) => `${count(n, 'en')} ${n === 1 ? 'view' : 'views'}`,
    linkTitle: 'Link a device',
    linkLabel: 'Or paste a login link',
    linkButton: 'Let it in',
    linkNone: 'Nobody shows a QR code now.',
    linkDevice: (name) => name || 'A device',
    linkApprove: 'Scan and approve',
    linkDone: (name) => `${name || 'The device'} has been let in.`,
    botsTitle: 'BotFather',
    botsNone: 'No bots yet.',
    botMake: 'Make a bot',
    botName: 'Name',
    botUsername: 'Username, ends with bot',
    botToken: 'Copy token',
    botCopied: 'The token is in the clipboard.',
    botRenew: 'New token',
    botRenewed: 'The old token is worth nothing now.',
    botIn: 'Administrator in',
    botAdd: 'Add to a channel…',
    botRemove: 'Remove',
    nothing: 'Nothing here yet.',
    topics: 'Topics',
    allTopics: 'All',
    topicClosed: (title) => `${title} (closed)`,
    topicBegun: (title) => `Topic “${title}” was created`,
    topicNew: 'New topic',
    topicName: 'Name of the topic',
  },
  ru: {
    title: 'Телефон',
    eyebrow: 'Песочница',
    aboutTitle: 'Телефон, которого нет',
    aboutText:
      'Так выглядит телефон владельца тестового номера. Сюда приходят коды входа, а посты появляются в каналах в ту же секунду, когда их публикуют.',
    phone: 'Телефон',
    whose: 'Чей телефон',
    chats: 'Чаты',
    back: 'Назад к чатам',
    messages: 'Сообщения',
    number: 'Номер',
    dataCentre: 'Дата-центр',
    loginCode: 'Последний код входа',
    noCode: 'ещё не было',
    codeOver: 'уже не действует',
    cloudPassword: 'Облачный пароль',
    set: 'задан',
    notSet: 'не задан',
    hint: 'Подсказка к паролю',
    banned: 'заблокирован',
    live: 'обновляется',
    cut: 'соединяемся…',
    empty: 'Чатов пока нет. Первым придёт код входа.',
    problem: 'Песочница не отвечает. Страница попробует снова сама.',
    language: 'English',
    languageName: 'Переключить на английский',
    theme: { system: 'Тема: как в системе', light: 'Тема: светлая', dark: 'Тема: тёмная' },
    members: (n) => `${count(n, 'ru')} ${plural(n, 'участник', 'участника', 'участников')}`,
    subscribers: (n) => `${count(n, 'ru')} ${plural(n, 'подписчик', 'подписчика', 'подписчиков')}`,
    service: 'служебные уведомления',
    saved: 'Избранное',
    sms: 'СМС, вне Telegram',
    person: 'личный чат',
    unread: (n) => `${n} ${plural(n, 'непрочитанное', 'непрочитанных', 'непрочитанных')}`,
    today: 'Сегодня',
    yesterday: 'Вчера',
    you: 'Вы',
    spoiler: 'Скрытый текст. Показать.',
    quoteMore: 'Показать цитату целиком',
    quoteLess: 'Свернуть',
    copy: 'Скопировать код',
    media: { PHOTO: 'Фото', VIDEO: 'Видео', VOICE: 'Голосовое сообщение', AUDIO: 'Аудио', DOCUMENT: 'Файл' },
    showMedia: 'Скрыто. Показать.',
    poll: 'Опрос, один ответ',
    pollMany: 'Опрос, несколько ответов',
    quiz: 'Викторина',
    readOnly: 'Здесь только смотрят: пишут из клиента, в который вошли.',
    edited: 'изменено',
    pinned: 'Закреплённое сообщение',
    views: (n) => `${count(n, 'ru')} ${plural(n, 'просмотр', 'просмотра', 'просмотров')}`,
    linkTitle: 'Подключить устройство',
    linkLabel: 'Или вставьте ссылку для входа',
    linkButton: 'Впустить',
    linkNone: 'Сейчас никто не показывает QR-код.',
    linkDevice: (name) => name || 'Устройство',
    linkApprove: 'Сканировать и подтвердить',
    linkDone: (name) => `${name || 'Устройство'}: вход подтверждён.`,
    botsTitle: 'BotFather',
    botsNone: 'Ботов пока нет.',
    botMake: 'Создать бота',
    botName: 'Имя',
    botUsername: 'Имя пользователя, оканчивается на bot',
    botToken: 'Скопировать токен',
    botCopied: 'Токен в буфере обмена.',
    botRenew: 'Новый токен',
    botRenewed: 'Старый токен больше не действует.',
    botIn: 'Администратор в',
    botAdd: 'Добавить в канал…',
    botRemove: 'Убрать',
    nothing: 'Здесь пока пусто.',
    topics: 'Темы',
    allTopics: 'Все',
    topicClosed: (title) => `${title} (закрыта)`,
    topicBegun: (title) => `Создана тема «${title}»`,
    topicNew: 'Новая тема',
    topicName: 'Название темы',
  },
};

function count(n, language) {
  return new Intl.NumberFormat(language).format(n);
}

function plural(n, one, few, many) {
  const form = new Intl.PluralRules('ru').select(n);
  return form === 'one' ? one : form === 'few' ? few : many;
}

let language = remembered('phone.language', ['ru', 'en']) ?? (navigator.language.startsWith('ru') ? 'ru' : 'en');
let theme = remembered('phone.theme', ['system', 'light', 'dark']) ?? 'system';

function remembered(name, allowed) {
  try {
    const value = localStorage.getItem(name);
    return allowed.includes(value) ? value : null;
  } catch {
    return null;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}

export const word = () => WORDS[language];
export const locale = () => language;

export function switchLanguage() {
  language = language === 'ru' ? 'en' : 'ru';
  remember('phone.language', language);
}

export function switchTheme() {
  theme = { system: 'light', light: 'dark', dark: 'system' }[theme];
  remember('phone.theme', theme);
  applyWords();
}

// Writes the fixed texts into the page.
export function applyWords() {
  const words = word();
  document.documentElement.lang = language;
  document.documentElement.dataset.theme = theme;
  document.title = words.title;
  for (const node of document.querySelectorAll('[data-word]')) {
    node.textContent = words[node.dataset.word];
  }
  for (const node of document.querySelectorAll('[data-word-label]')) {
    node.setAttribute('aria-label', words[node.dataset.wordLabel]);
  }
  const languageButton = document.getElementById('language');
  languageButton.textContent = words.language;
  languageButton.lang = language === 'ru' ? 'en' : 'ru';
  languageButton.setAttribute('title', words.languageName);
  document.getElementById('theme').textContent = words.theme[theme];
}
