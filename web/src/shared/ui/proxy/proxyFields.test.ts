import { expect, test } from 'vitest'
import { fieldsOf, isFilledIn, readProxyLink, requestOf } from './proxyFields'

const SECRET = 'dd00112233445566778899aabbccddeeff'

test('links as Telegram shares them fill the fields', () => {
  for (const start of ['tg://proxy', 'https://t.me/proxy', 't.me/proxy', 'http://telegram.me/proxy/']) {
    expect(readProxyLink(` ${start}?server=proxy.example.org&port=443&secret=${SECRET} `)).toEqual({
      kind: 'MTPROTO',
      host: 'proxy.example.org',
      port: '443',
      username: '',
      password: '',
      secret: SECRET,
    })
  }
  expect(readProxyLink('https://t.me/socks?server=1.2.3.4&port=1080&user=anna&pass=a%26b')).toMatchObject({
    kind: 'SOCKS5',
    host: '1.2.3.4',
    username: 'anna',
    password: 'a&b',
  })
})

test('any other text is no link to a proxy', () => {
  for (const text of [
    '',
    'proxy.example.org:1080',
    'https://example.org/proxy?server=a&port=1&secret=x',
    'https://t.me/durov',
    'tg://proxy?server=a&port=many&secret=x',
    'tg://proxy?server=a&port=1',
    'tg://socks?port=1080',
    'javascript:alert(1)//t.me/proxy?server=a&port=1&secret=x',
  ]) {
    expect(readProxyLink(text), text).toBeUndefined()
  }
})

test('only what belongs to the kind is sent', () => {
  const fields = { kind: 'SOCKS5', host: ' a ', port: ' 1080 ', username: 'u', password: 'p', secret: SECRET } as const
  expect(requestOf(fields)).toEqual({ kind: 'SOCKS5', host: 'a', port: 1080, username: 'u', password: 'p' })
  expect(requestOf({ ...fields, kind: 'MTPROTO' })).toEqual({ kind: 'MTPROTO', host: 'a', port: 1080, secret: SECRET })
  expect(requestOf({ ...fields, username: '', password: '' })).toEqual({ kind: 'SOCKS5', host: 'a', port: 1080 })
})

test('what is known of a proxy stands in the fields, its secret never', () => {
  const fields = fieldsOf({ kind: 'MTPROTO', host: 'a', port: 443, hasPassword: false })
  expect(fields).toMatchObject({ kind: 'MTPROTO', host: 'a', port: '443', secret: '' })
  expect(isFilledIn(fields)).toBe(false)
  expect(isFilledIn({ ...fields, secret: SECRET })).toBe(true)
  expect(isFilledIn(fieldsOf())).toBe(false)
})
