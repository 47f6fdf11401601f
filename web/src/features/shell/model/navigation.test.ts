import { expect, test } from 'vitest'
import { placesFor } from './navigation'

const names = (role: 'admin' | 'user' | 'viewer') => placesFor(role).map(({ name }) => name)

test('a viewer is not led to where nothing could be done', () => {
  expect(names('user')).toContain('publish')
  expect(names('viewer')).not.toContain('publish')
})

test('the administration is for admins only', () => {
  const administration = (role: 'admin' | 'user' | 'viewer') => placesFor(role).filter(({ group }) => group === 'administration')
  expect(administration('admin').map(({ name }) => name)).toContain('people')
  expect(administration('user')).toEqual([])
  expect(administration('viewer')).toEqual([])
})
