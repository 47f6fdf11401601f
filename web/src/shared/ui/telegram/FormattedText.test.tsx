import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test } from 'vitest'
import type { TextEntity } from '@/shared/api/types'
import { startI18n } from '@/shared/i18n'
import { FormattedText } from './FormattedText'

beforeAll(() => startI18n('en'))

const show = (text: string, ...entities: TextEntity[]) =>
  render(
    <MantineProvider>
      <FormattedText text={text} entities={entities} />
    </MantineProvider>,
  ).container

test('one press opens all spoilers of the post', async () => {
  show('ab', { type: 'spoiler', offset: 0, length: 1 }, { type: 'spoiler', offset: 1, length: 1 })
  const hidden = screen.getAllByRole('button', { name: /Hidden text/ })
  expect(hidden).toHaveLength(2)
  await userEvent.click(hidden[0]!)
  expect(screen.queryAllByRole('button')).toHaveLength(0)
})

test('a link of a foreign kind is shown but leads nowhere', () => {
  const container = show('x', { type: 'text_link', offset: 0, length: 1, url: 'javascript:alert(1)' })
  expect(container.querySelector('a')).not.toHaveAttribute('href')
})

test('an expandable quotation is opened and folded by its button', async () => {
  const container = show('one\ntwo', { type: 'expandable_blockquote', offset: 0, length: 7 })
  const quote = container.querySelector('blockquote')!
  expect(quote).toHaveTextContent('one two')
  const button = screen.getByRole('button', { name: 'Show the whole quotation', expanded: false })
  await userEvent.click(button)
  expect(screen.getByRole('button', { name: 'Show less', expanded: true })).toBeInTheDocument()
})

test('the line break after a quote does not show as an empty line', () => {
  const container = show('q\nnext', { type: 'blockquote', offset: 0, length: 1 })
  expect(container.querySelector('blockquote')!.nextSibling!.textContent).toBe('next')
})
