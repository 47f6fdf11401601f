import { describe, expect, it } from 'vitest'
import { numbersToSend, readNumbers } from './numbers'

describe('readNumbers', () => {
  it.each([
    '+79161234567',
    '79161234567',
    '0079161234567',
    ' +7 (916) 123-45-67 ',
    '+7\u00a0916\u00a0123\u201145\u201167',
    '\u202a+7 916 123 45 67\u202c',
    '+7.916.123.45.67',
    '7/916/1234567',
  ])('reads %s', (typed) => {
    expect(readNumbers(typed)).toEqual([{ line: 1, text: typed.trim(), phone: '+79161234567' }])
  })

  it.each(['Anna', '+', '12345', '0151 2345678', '++79161234567', '+7916123456789012', '7916x123456'])('refuses %s', (typed) => {
    expect(readNumbers(typed)[0]?.fault).toBe('unreadable')
  })

  it('counts blank lines, parts at commas and names the earlier line of a number that comes again', () => {
    expect(readNumbers('+49 151 2345678\n\nAnna, 0049 (151) 23-45-678;+49 151 2345679\n')).toMatchObject([
      { line: 1, phone: '+491512345678' },
      { line: 3, fault: 'unreadable' },
      { line: 4, fault: { sameAs: 1 } },
      { line: 5, phone: '+491512345679' },
    ])
  })
})

describe('numbersToSend', () => {
  it('keeps every good number in its own line', () => {
    expect(numbersToSend(readNumbers('Anna\n+49 151 2345678\n\n+49 151 2345679\nBoris'))).toEqual([
      '',
      '+491512345678',
      '',
      '+491512345679',
    ])
  })

  it('is nothing when there is nothing good', () => {
    expect(numbersToSend(readNumbers('Anna'))).toEqual([])
  })
})
