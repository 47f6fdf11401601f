// Who walks: one at a desk in English, one with a phone in Russian. Numbers and channels are the
// sandbox's; both walk through every data centre but the one where a client begins.
export const WRONG_CODE = '00000'
export const BANNED = '9996620009'

export const desk = {
  name: 'desk',
  width: 1280,
  language: 'en',
  theme: 'light',
  email: 'olga.desk@example.org',
  password: 'a-harbour-full-of-lanterns',
  role: 'Administrator',
  plain: { phone: '9996610001', name: 'Анна Соколова', dc: 1, via: 'APP' },
  locked: { phone: '9996630001', name: 'Елена Морозова', dc: 3, password: 'sandbox-0001', wrong: 'not-her-password' },
  scanning: { phone: '9996620003', name: 'Игорь Лебедев' },
  expiring: '9996620001',
  flooded: '9996630002',
  channel: { id: '2100000001', title: 'Утренний бриф' },
  readOnly: { id: '2100000003', title: 'Кофе и код' },
  pieces: [
    { text: 'First light 🚀', format: 'bold' },
    { text: ' — ' },
    { text: 'quietly', format: 'italic' },
    { text: ', with a ' },
    { text: 'link', format: 'link', url: 'https://example.org/first-light' },
    { text: ', some ' },
    { text: 'code()', format: 'code' },
    { text: ' and ' },
    { text: 'a secret', format: 'spoiler' },
    { text: '.' },
  ],
}

export const pocket = {
  name: 'phone',
  width: 390,
  language: 'ru',
  theme: 'dark',
  email: 'pavel.phone@example.org',
  password: 'гавань-полная-фонарей',
  role: 'Редактор',
  plain: { phone: '9996630003', name: 'Софья Никитина', dc: 3, via: 'SMS' },
  locked: { phone: '9996610002', name: 'Oliver Bennett', dc: 1, password: 'sandbox-0002', wrong: 'not-his-password' },
  scanning: { phone: '9996630002', name: 'James Whitfield' },
  expiring: '9996620003',
  flooded: '9996610003',
  channel: { id: '2100000005', title: 'Тихая гавань' },
  readOnly: { id: '2100000006', title: 'Space Daily' },
  pieces: [
    { text: 'Первый свет 🚀', format: 'bold' },
    { text: ': ' },
    { text: 'тихо', format: 'italic' },
    { text: ', ' },
    { text: 'ссылка', format: 'link', url: 'https://example.org/svet' },
    { text: ', ' },
    { text: 'код()', format: 'code' },
    { text: ' и ' },
    { text: 'тайна', format: 'spoiler' },
    { text: '!' },
  ],
}

const TYPES = { link: 'text_link' }

/** What must stand in the channel: the text, and the ranges in UTF-16 units, as JavaScript counts. */
export function expectedPost(pieces) {
  let text = ''
  const entities = []
  for (const piece of pieces) {
    if (piece.format) {
      const range = { type: TYPES[piece.format] ?? piece.format, offset: text.length, length: piece.text.length }
      entities.push({ ...range, ...(piece.url && { url: piece.url }) })
    }
    text += piece.text
  }
  return { text, entities }
}
