import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { hasCode, problemOf } from '@/shared/api/problem'
import type { Member } from '@/shared/api/types'
import { Acts, Panel } from '@/shared/ui/Panel'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { toastWithUndo } from '@/shared/ui/toast'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import { useChangeMe } from '../api/changeMe'
import { isUsername } from '../model/username'

/** Made anew with each name (see ProfileTab), so the member here is the one before a change. */
export function NamePanel({ member }: { member: Member }) {
  const { t } = useTranslation(['settings', 'common'])
  const words = useProblemWords()
  const form = useForm({
    initialValues: { username: member.username },
    validateInputOnBlur: true,
    validate: { username: (value) => (isUsername(value.trim()) ? null : t('profile.nameWrong')) },
  })
  const takingBack = useChangeMe()
  const change = useChangeMe(() => toastWithUndo(t('profile.renamed'), () => takingBack.mutate({ username: member.username })))
  const inPlace = hasCode(change.error, 'username-taken') || problemOf(change.error).fields.length > 0
  const save = form.onSubmit(({ username }) =>
    change.mutate(
      { username: username.trim() },
      {
        onError: (error) => {
          if (hasCode(error, 'username-taken')) form.setFieldError('username', words(error).what)
          else if (problemOf(error).fields.length > 0) form.setFieldError('username', t('profile.nameWrong'))
        },
      },
    ),
  )
  return (
    <Panel title={t('profile.title')} lead={t('profile.lead')}>
      <form onSubmit={save} noValidate>
        <TextInput
          label={t('profile.name')}
          autoComplete="nickname"
          spellCheck={false}
          {...form.getInputProps('username')}
        />
        {change.error && !inPlace && <ProblemNotice error={change.error} />}
        <Acts>
          <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
            {t('common:save')}
          </Button>
        </Acts>
      </form>
    </Panel>
  )
}
