import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '@/shared/ui/LinkButton'
import classes from './Dashboard.module.css'

interface FirstRunProps {
  connected: boolean
  mayPost: boolean
  published: boolean
}

/** The way from an empty installation to the first post; gone for good once it has been walked. */
export function FirstRun({ connected, mayPost, published }: FirstRunProps) {
  const { t } = useTranslation('dashboard')
  const steps = [
    { name: 'connect', done: connected, to: '/accounts/connect' },
    { name: 'channels', done: mayPost, to: '/channels' },
    { name: 'post', done: published, to: '/publish' },
  ] as const
  const next = steps.find(({ done }) => !done)
  return (
    <section className={classes.firstRun} aria-label={t('firstRun.title')}>
      <h2 className={classes.firstRunTitle}>{t('firstRun.title')}</h2>
      <p className={classes.quiet}>{t('firstRun.lead')}</p>
      <ol className={classes.checklist}>
        {steps.map((step, index) => (
          <li key={step.name} className={classes.check} data-done={step.done}>
            <span className={classes.tick} aria-hidden>
              {step.done ? <IconCheck size={14} stroke={3} /> : index + 1}
            </span>
            <span className={classes.checkWords}>
              <span className={classes.checkName}>
                {t(`firstRun.${step.name}.name`)}
                {step.done && <span className="srOnly"> {t('firstRun.done')}</span>}
              </span>
              <span className={classes.quiet}>{t(`firstRun.${step.name}.what`)}</span>
            </span>
            {step === next && <LinkButton to={step.to}>{t(`firstRun.${step.name}.act`)}</LinkButton>}
          </li>
        ))}
      </ol>
    </section>
  )
}
