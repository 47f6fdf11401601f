import { Fragment, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextEntity } from '@/shared/api/types'
import { FoldedQuote } from './FoldedQuote'
import classes from './Telegram.module.css'
import { type FormattedNode, formattedTree, isBlock } from './tree'

const TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  blockquote: 'blockquote',
} as const

/** A text as Telegram shows it. One press opens all its spoilers, as in Telegram's own clients. */
export function FormattedText({ text, entities }: { text: string; entities: TextEntity[] }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)

  const drawAll = (nodes: FormattedNode[]): ReactNode =>
    nodes.map((node, index) => <Fragment key={index}>{draw(node, isBlock(nodes[index - 1]))}</Fragment>)

  const draw = (node: FormattedNode, afterBlock: boolean): ReactNode => {
    // A block ends its line by itself: the line break after it would show as an empty line.
    if (typeof node === 'string') return afterBlock ? node.replace(/^\n/, '') : node
    const { entity } = node
    const inside = drawAll(node.children)
    switch (entity.type) {
      case 'pre':
        return <code className={classes.pre}>{inside}</code>
      case 'text_link':
        return (
          <a href={/^(https?|tg|mailto):/i.test(entity.url ?? '') ? entity.url! : undefined} target="_blank" rel="noreferrer">
            {inside}
          </a>
        )
      case 'expandable_blockquote':
        return <FoldedQuote>{inside}</FoldedQuote>
      case 'spoiler':
        return opened ? (
          <span className={classes.opened}>{inside}</span>
        ) : (
          <button type="button" className={classes.spoiler} aria-label={t('spoiler')} onClick={() => setOpened(true)}>
            <span aria-hidden>{inside}</span>
          </button>
        )
      default: {
        const Tag = TAGS[entity.type]
        return <Tag>{inside}</Tag>
      }
    }
  }

  return <div className={classes.text}>{drawAll(formattedTree(text, entities))}</div>
}
