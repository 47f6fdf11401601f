import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Figure.module.css'

interface FigureProps extends ComponentPropsWithRef<'a'> {
  name: string
  value: number
  /** What the number leaves unsaid, such as how many of them work. */
  note?: ReactNode
  tone?: 'plain' | 'bad'
  chart?: ReactNode
}

function FigureAnchor({ name, value, note, tone = 'plain', chart, ...link }: FigureProps) {
  const { i18n } = useTranslation()
  return (
    <a {...link} className={classes.figure} data-tone={tone}>
      <span className={classes.name}>{name}</span>
      <span className={`${classes.value} numbers`}>{new Intl.NumberFormat(i18n.language).format(value)}</span>
      {note && <span className={classes.note}>{note}</span>}
      {chart && <span className={classes.chart}>{chart}</span>}
    </a>
  )
}

/** A number that leads to its list. */
export const Figure = createLink(FigureAnchor)
