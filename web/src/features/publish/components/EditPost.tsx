import { Button, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { channelsQuery } from '@/shared/api/queries'
import type { Delivery } from '@/shared/api/types'
import { personZone } from '@/shared/lib/zone'
import { ProblemNotice } from '@/shared/ui/ProblemNotice'
import { useChange } from '../api/changes'
import { TEXT_LIMIT, toPost } from '../model/document'
import { CAPTION_LIMIT } from '../model/enclosures'
import { toDocument } from '../model/toDocument'
import { useComposer } from '../model/useComposer'
import { localTime } from '../model/when'
import { Counter } from './Counter'
import { EditorBox } from './EditorBox'
import { type ChosenOptions, OptionsPanel, PreviewChoice } from './OptionsPanel'
import classes from './Planning.module.css'
import { TimeField } from './WhenChoice'

interface EditPostProps {
  delivery: Delivery
  opened: boolean
  onClose: () => void
}

/** A planned post in full; of a live one the text and its link preview. */
export function EditPost({ delivery, opened, onClose }: EditPostProps) {
  const { t } = useTranslation(['publish', 'common'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t(delivery.state === 'PLANNED' ? 'edit.planned' : 'edit.live')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Inside delivery={delivery} onClose={onClose} />
    </Modal>
  )
}

const chosen = ({ silent, protect, pin, linkPreview, topic, sendAs }: Delivery['options']): ChosenOptions => ({
  silent,
  protect,
  pin,
  linkPreview,
  ...(topic && { topic: topic.number }),
  ...(sendAs && { sendAs: sendAs.telegramId }),
})

// A component of its own, so that each opening begins with the post as it is.
function Inside({ delivery, onClose }: Omit<EditPostProps, 'opened'>) {
  const { t } = useTranslation(['publish', 'common'])
  const [initial] = useState(() => toDocument(delivery))
  const [document, setDocument] = useState(initial)
  const [linking, link] = useDisclosure(false)
  const isPlanned = delivery.state === 'PLANNED'
  const before = useMemo(() => localTime(new Date(delivery.plannedAt), personZone()), [delivery.plannedAt])
  const [local, setLocal] = useState(before)
  const [options, setOptions] = useState(() => chosen(delivery.options))
  const { data: channel } = useQuery({ ...channelsQuery, select: (all) => all.find(({ id }) => id === delivery.channelId) })
  const post = useMemo(() => toPost(document), [document])
  const change = useChange()
  const editor = useComposer({ initial, label: t('text'), placeholder: t('placeholder'), onChange: setDocument })
  const { media, poll } = delivery.enclosures
  const limit = media.length > 0 ? CAPTION_LIMIT : TEXT_LIMIT
  const savable = (post.text !== '' || media.length > 0 || poll !== undefined) && post.text.length <= limit && local !== '' && !change.isPending
  const save = () => {
    if (!savable) return
    const { linkPreview } = options
    const time = local === before ? {} : { plannedLocal: local, timeZone: personZone() }
    const body = isPlanned ? { ...post, options, ...time } : { ...post, options: { linkPreview } }
    change.mutate({ id: delivery.id, ...body }, { onSuccess: onClose })
  }
  const onKeys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    event.stopPropagation()
    save()
  }
  return (
    <div className={classes.dialog} onKeyDownCapture={onKeys}>
      <EditorBox editor={editor} linking={linking} onLinking={link} />
      <Counter length={post.text.length} limit={limit} />
      {isPlanned ? (
        <>
          <TimeField value={local} onChange={setLocal} />
          <OptionsPanel channel={channel} value={options} onChange={setOptions} />
        </>
      ) : (
        <PreviewChoice value={options.linkPreview} onChange={(linkPreview) => setOptions({ ...options, linkPreview })} />
      )}
      {change.error && <ProblemNotice error={change.error} />}
      <div className={classes.acts}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button disabled={!savable && !change.isPending} loading={change.isPending} onClick={save}>
          {t('edit.save')}
        </Button>
      </div>
    </div>
  )
}
