import { Alert, Button, FileInput, PasswordInput, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconArrowLeft, IconFileZip } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf } from '@/shared/api/problem'
import { Page } from '@/shared/ui/Page'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { useWay } from '@/shared/ui/proxy/useWay'
import { WayChoice } from '@/shared/ui/proxy/WayChoice'
import { LARGEST_ZIP, useImport } from '../api/sessions'
import classes from './Handover.module.css'
import { ImportResults } from './ImportResults'

/** Logins that other programs made become accounts here. */
export function ImportPage() {
  const { t } = useTranslation('handover')
  return (
    <Page
      width="form"
      title={t('title')}
      lead={t('lead')}
      back={
        <Link to="/accounts">
          <IconArrowLeft size={14} aria-hidden />
          {t('toAccounts')}
        </Link>
      }
    >
      <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} className={classes.warning}>
        {t('warning')}
      </Alert>
      <ImportForm />
    </Page>
  )
}

function ImportForm() {
  const { t } = useTranslation('handover')
  const [lines, setLines] = useState('')
  const [zip, setZip] = useState<File | null>(null)
  const [passcode, setPasscode] = useState('')
  const take = useImport()
  const way = useWay(() => take.error && take.reset())
  const fields = take.error ? problemOf(take.error).fields : []
  const wrong = (name: string) => fields.some(({ field }) => field === name)
  const tooLarge = zip !== null && zip.size > LARGEST_ZIP
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!tooLarge && !way.isOpen) take.mutate({ lines, zip: zip ?? undefined, passcode, proxy: way.proxy }, { onSuccess: () => setLines('') })
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Textarea
        label={t('lines')}
        description={t('linesHint')}
        autosize
        minRows={4}
        maxRows={12}
        spellCheck={false}
        autoComplete="off"
        value={lines}
        onChange={(event) => setLines(event.currentTarget.value)}
        error={wrong('sessions') && t('linesWrong')}
      />
      <FileInput
        label={t('zip')}
        description={t('zipHint')}
        placeholder={t('zipNone')}
        accept=".zip,application/zip"
        leftSection={<IconFileZip size={16} aria-hidden />}
        clearable
        clearButtonProps={{ 'aria-label': t('zipClear') }}
        value={zip}
        onChange={setZip}
        error={(tooLarge && t('zipLarge')) || (wrong('tdata') && t('zipWrong'))}
      />
      {zip && (
        <PasswordInput
          label={t('passcode')}
          description={t('passcodeHint')}
          autoComplete="off"
          value={passcode}
          onChange={(event) => setPasscode(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('passcodeShow') }}
          error={wrong('passcode') && t('passcodeWrong')}
        />
      )}
      <WayChoice way={way} error={take.error} lead={t('proxyLead')} />
      {take.error && fields.length === 0 && <ProblemNotice error={take.error} />}
      <Button type="submit" loading={take.isPending} disabled={way.isOpen || (lines.trim() === '' && zip === null)}>
        {t('take')}
      </Button>
      {take.data && <ImportResults items={take.data.items} />}
    </form>
  )
}
