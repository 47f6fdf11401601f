import { Button, PasswordInput } from '@mantine/core'
import { IconRobot } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/shared/api/problem'
import type { Account } from '@/shared/api/types'
import { Section } from '@/shared/ui/Page'
import { ProblemNotice, useWaitOf } from '@/shared/ui/ProblemNotice'
import { refusedFields } from '@/shared/ui/proxy/ProxyInputs'
import { useWay } from '@/shared/ui/proxy/useWay'
import { WayChoice } from '@/shared/ui/proxy/WayChoice'
import { toast } from '@/shared/ui/toast'
import { useAddBot } from '../api/addBot'
import { AccountRow } from './AccountRow'
import classes from './Accounts.module.css'

/** As BotFather writes it: the bot's number, a colon, the secret. */
const TOKEN = /^\d+:[\w-]+$/

interface BotsSectionProps {
  bots: Account[]
  onDisconnect: (bot: Account) => void
}

/** Bots post as accounts do; a token connects one. */
export function BotsSection({ bots, onDisconnect }: BotsSectionProps) {
  const { t } = useTranslation('accounts')
  return (
    <Section title={t('bots.title')}>
      <p className={classes.botsLead}>{t('bots.lead')}</p>
      {bots.length > 0 && (
        <ul className={classes.list} aria-label={t('bots.title')}>
          {bots.map((bot) => (
            <AccountRow key={bot.id} account={bot} onDisconnect={() => onDisconnect(bot)} />
          ))}
        </ul>
      )}
      <AddBot />
    </Section>
  )
}

function AddBot() {
  const { t } = useTranslation('accounts')
  const [token, setToken] = useState('')
  const [misshapen, setMisshapen] = useState(false)
  const add = useAddBot()
  const waiting = useWaitOf(add.error) > 0
  const refusedProxy = refusedFields(add.error).length > 0
  const refusedShape = hasCode(add.error, 'invalid-input') && !refusedProxy
  const forgetProblem = () => {
    if (add.error && !waiting) add.reset()
  }
  const way = useWay(forgetProblem)
  const added = (bot: Account) => {
    setToken('')
    way.forget()
    toast(t('bots.added', { name: bot.name }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = token.trim()
    if (given === '' || waiting || way.isOpen) return
    if (TOKEN.test(given)) add.mutate({ token: given, proxy: way.proxy }, { onSuccess: added })
    else setMisshapen(true)
  }
  return (
    <form className={classes.addBot} onSubmit={submit} noValidate>
      <PasswordInput
        className={classes.botToken}
        label={t('bots.token')}
        description={t('bots.hint')}
        placeholder={t('bots.example')}
        autoComplete="off"
        spellCheck={false}
        visibilityToggleButtonProps={{ 'aria-label': t('bots.showToken') }}
        value={token}
        onChange={(event) => {
          setToken(event.currentTarget.value)
          setMisshapen(false)
          forgetProblem()
        }}
        error={(misshapen || refusedShape) && t('bots.shape')}
      />
      <WayChoice way={way} error={add.error} lead={t('way.bot')} />
      {add.error && !refusedShape && !refusedProxy && <ProblemNotice error={add.error} />}
      <Button
        type="submit"
        variant="default"
        leftSection={<IconRobot size={16} aria-hidden />}
        loading={add.isPending}
        disabled={token.trim() === '' || waiting || way.isOpen}
      >
        {t('bots.add')}
      </Button>
    </form>
  )
}
