import { expect, test } from 'vitest'
import { heat } from './heat'

test('one error in a quiet day is not as hot as twenty', () => {
  expect([heat(0, 0), heat(1, 1), heat(4, 4), heat(10, 20), heat(20, 20)]).toEqual([0, 1, 4, 2, 4])
})
