import { Button, CopyButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '@/shared/api/problem'
import classes from './ProblemNotice.module.css'

export function ProblemDetails({ problem }: { problem: Problem }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const rows = [
    [t('problem.code'), problem.code],
    [t('problem.status'), problem.status || undefined],
    [t('problem.telegram'), problem.telegramType],
    [t('problem.incident'), problem.incident],
    [t('problem.time'), problem.at.toISOString()],
  ].filter((row): row is [string, string | number] => row[1] !== undefined)
  const plain = rows.map(([name, value]) => `${name}: ${value}`).concat(problem.detail ?? []).join('\n')
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        color="gray"
        className={classes.more}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? t('hideDetails') : t('details')}
      </Button>
      {open && (
        <div className={classes.details}>
          {problem.detail && <p className={classes.detail}>{problem.detail}</p>}
          <dl className={classes.facts}>
            {rows.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <CopyButton value={plain}>
            {({ copied, copy }) => (
              <Button variant="default" size="xs" onClick={copy}>
                {copied ? t('copied') : t('copy')}
              </Button>
            )}
          </CopyButton>
        </div>
      )}
    </>
  )
}
