import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Login } from '@/shared/api/types'
import classes from './Connect.module.css'

const STEPS = ['phone', 'code', 'password', 'done'] as const

const QR_STEPS = ['code', 'password', 'done'] as const

interface StepsProps {
  current: (typeof STEPS)[number]
  method?: Login['method']
}

export function Steps({ current, method = 'CODE' }: StepsProps) {
  const { t } = useTranslation('connect')
  const steps: readonly StepsProps['current'][] = method === 'QR' ? QR_STEPS : STEPS
  const at = steps.indexOf(current)
  return (
    <ol className={classes.steps} aria-label={t('steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-state={index < at || current === 'done' ? 'done' : index === at ? 'now' : 'ahead'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={classes.dot} aria-hidden>
            {index < at || current === 'done' ? <IconCheck size={12} stroke={3} /> : index + 1}
          </span>
          <span className={classes.stepName}>{t(method === 'QR' && step === 'code' ? 'step.qr' : `step.${step}`)}</span>
        </li>
      ))}
    </ol>
  )
}
