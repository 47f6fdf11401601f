import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './Connect.module.css'

const STEPS = ['phone', 'code', 'password', 'done'] as const

export function Steps({ current }: { current: (typeof STEPS)[number] }) {
  const { t } = useTranslation('connect')
  const at = STEPS.indexOf(current)
  return (
    <ol className={classes.steps} aria-label={t('steps')}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-state={index < at || current === 'done' ? 'done' : index === at ? 'now' : 'ahead'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={classes.dot} aria-hidden>
            {index < at || current === 'done' ? <IconCheck size={12} stroke={3} /> : index + 1}
          </span>
          <span className={classes.stepName}>{t(`step.${step}`)}</span>
        </li>
      ))}
    </ol>
  )
}
