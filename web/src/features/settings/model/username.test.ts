import { expect, test } from 'vitest'
import { isUsername } from './username'

test.each(['olga', 'Ольга_К', 'a.b-c', '123', 'x'.repeat(32)])('%s is a name', (name) => expect(isUsername(name)).toBe(true))

test.each(['', 'ab', '-olga', 'ol ga', 'olga!', 'x'.repeat(33)])('"%s" is none', (name) => expect(isUsername(name)).toBe(false))
