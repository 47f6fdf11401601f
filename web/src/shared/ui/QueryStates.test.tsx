import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { ProblemError } from '@/shared/api/problem'
import { startI18n } from '@/shared/i18n'
import { QueryStates } from './QueryStates'

beforeAll(() => startI18n('en'))
const refetch = vi.fn()
beforeEach(() => refetch.mockClear())

const problem = new ProblemError({ code: 'internal', status: 500, fields: [], incident: 'abc-1', at: new Date(0) })

function show(data: string[] | undefined, error: Error | null = null) {
  render(
    <MantineProvider>
      <QueryStates
        query={{ data, error, refetch }}
        pending={<span>shape</span>}
        empty={{ when: (items) => items.length === 0, show: <span>nothing yet</span> }}
      >
        {(items) => <span>{items.join(', ')}</span>}
      </QueryStates>
    </MantineProvider>,
  )
}

test('while it waits it shows the shape of what will come', () => {
  show(undefined)
  expect(screen.getByRole('status', { name: 'Loading' })).toHaveTextContent('shape')
})

test('an empty answer shows the next step', () => {
  show([])
  expect(screen.getByText('nothing yet')).toBeInTheDocument()
})

test('data is shown', () => {
  show(['a', 'b'])
  expect(screen.getByText('a, b')).toBeInTheDocument()
})

test('a problem says what happened and can be tried again', async () => {
  show(undefined, problem)
  expect(screen.getByRole('alert')).toHaveTextContent('Something broke on the server.')
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(refetch).toHaveBeenCalledOnce()
})

test('the technical part stands behind details', async () => {
  show(undefined, problem)
  expect(screen.queryByText('abc-1')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Details' }))
  expect(screen.getByText('abc-1')).toBeInTheDocument()
  expect(screen.getByText('internal')).toBeInTheDocument()
})

test('when renewing fails, what is known stays and the problem stands above it', () => {
  show(['a'], problem)
  expect(screen.getByRole('alert')).toBeInTheDocument()
  expect(screen.getByText('a')).toBeInTheDocument()
})
