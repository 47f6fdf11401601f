import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf } from '@/shared/api/problem'
import { type Language, languages, spokenLanguage } from '@/shared/i18n'
import { Acts } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { ShownOnce } from '@/shared/ui/ShownOnce'
import { toast } from '@/shared/ui/toast'
import { invitationsKey, invite, type Role } from '../api/people'
import { ROLES } from '../model/search'
import type { WithProof } from '../model/withProof'
import classes from './People.module.css'

interface InviteDialogProps {
  opened: boolean
  withProof: WithProof
  onClose: () => void
}

const DAYS = [1, 7, 30]

export function InviteDialog(dialog: InviteDialogProps) {
  const { t } = useTranslation(['people', 'common'])
  return (
    <Modal opened={dialog.opened} onClose={dialog.onClose} title={t('invite.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Inside {...dialog} />
    </Modal>
  )
}

// A component of its own, so that each opening begins anew, and a link that was shown is gone.
function Inside({ withProof, onClose }: InviteDialogProps) {
  const { t } = useTranslation(['people', 'common', 'shell'])
  const queryClient = useQueryClient()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('user')
  const [days, setDays] = useState(7)
  const [language, setLanguage] = useState<Language>(spokenLanguage)
  const make = useMutation({
    mutationFn: () => withProof(() => invite({ email: email.trim() || undefined, role, days, language })),
    onSuccess: (made) => {
      if (!made) return
      void queryClient.invalidateQueries({ queryKey: invitationsKey })
      if (made.link) return
      toast(t('invite.sent', { email: made.invitation.email }))
      onClose()
    },
  })
  if (make.data?.link) return <Link link={make.data.link} onClose={onClose} />
  const misspelt = make.error !== null && problemOf(make.error).fields.some(({ field }) => field === 'email')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        type="email"
        label={t('invite.email')}
        description={t('invite.emailLead')}
        autoComplete="off"
        spellCheck={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={misspelt && t('invite.misspelt')}
        data-autofocus
      />
      <Select
        label={t('role')}
        description={t(`invite.may.${role}`)}
        data={ROLES.map((one) => ({ value: one, label: t(`shell:role.${one}`) }))}
        value={role}
        onChange={(value) => value && setRole(value as Role)}
        allowDeselect={false}
      />
      <Select
        label={t('invite.lasts')}
        data={DAYS.map((count) => ({ value: String(count), label: t('invite.days', { count }) }))}
        value={String(days)}
        onChange={(value) => value && setDays(Number(value))}
        allowDeselect={false}
      />
      {email.trim() !== '' && (
        <Select
          label={t('invite.language')}
          data={languages.map((one) => ({ value: one, label: t(`common:languages.${one}`) }))}
          value={language}
          onChange={(value) => value && setLanguage(value as Language)}
          allowDeselect={false}
        />
      )}
      {make.error && !misspelt && <ProblemNotice error={make.error} />}
      <Acts>
        <Button type="submit" loading={make.isPending}>
          {t(email.trim() === '' ? 'invite.makeLink' : 'invite.send')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </Acts>
    </form>
  )
}

function Link({ link, onClose }: { link: string; onClose: () => void }) {
  const { t } = useTranslation('people')
  return (
    <div className={classes.form}>
      <p>{t('invite.linkLead')}</p>
      <ShownOnce label={t('invite.link')} value={link} />
      <Acts>
        <Button onClick={onClose}>{t('invite.done')}</Button>
      </Acts>
    </div>
  )
}
