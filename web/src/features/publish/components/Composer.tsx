import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendarTime, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ClipboardEvent, type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/shared/api/problem'
import { accountsQuery } from '@/shared/api/queries'
import type { Channel, Delivery } from '@/shared/api/types'
import { personZone } from '@/shared/lib/zone'
import { ProblemNotice, useWaitOf } from '@/shared/ui/ProblemNotice'
import { PostBubble } from '@/shared/ui/telegram/PostBubble'
import { useSend } from '../api/send'
import { toPost } from '../model/document'
import { keepDraft, readDraft } from '../model/draft'
import { useComposer } from '../model/useComposer'
import { useEnclosures } from '../model/useEnclosures'
import { ChannelChoice } from './ChannelChoice'
import { Counter } from './Counter'
import { EditorBox } from './EditorBox'
import { EnclosurePanel } from './EnclosurePanel'
import { OptionsPanel, USUAL } from './OptionsPanel'
import classes from './Publish.module.css'
import { WhenChoice } from './WhenChoice'

interface ComposerProps {
  channels: Channel[]
  channelId?: string
  onChannel: (id: string) => void
  onSent: (delivery: Delivery) => void
}

export function Composer({ channels, channelId, onChannel, onSent }: ComposerProps) {
  const { t } = useTranslation('publish')
  const [kept] = useState(readDraft)
  const [document, setDocument] = useState(kept.document)
  const [linking, link] = useDisclosure(false)
  const [local, setLocal] = useState<string>()
  const [options, setOptions] = useState(USUAL)
  const wanted = channelId ?? kept.channelId
  const channel = channels.find(({ id }) => id === wanted) ?? (channels.length === 1 ? channels[0] : undefined)
  const post = useMemo(() => toPost(document ?? {}), [document])
  const enclosures = useEnclosures(kept.enclosures)
  const { data: isBot = false } = useQuery({
    ...accountsQuery,
    select: (all) => all.some(({ id, kind }) => id === channel?.accountId && kind === 'BOT'),
  })
  const { poll } = enclosures
  const isPost = poll ? post.text === '' : post.text !== '' || enclosures.isEnough

  const send = useSend()
  const waiting = useWaitOf(send.error) > 0
  const sendable = channel && isPost && enclosures.isWhole && post.text.length <= enclosures.limit && local !== '' && !send.isPending && !waiting

  const editor = useComposer({
    initial: kept.document,
    label: t('text'),
    placeholder: t('placeholder'),
    onChange: (next) => {
      setDocument(next)
      keepDraft({ document: next })
      if (send.error && !waiting) send.reset()
    },
  })
  const sendNow = () => {
    if (!sendable) return
    send.mutate(
      {
        channelId: channel.id,
        ...post,
        enclosures: enclosures.toRequest(isBot),
        ...(options !== USUAL && { options }),
        ...(local !== undefined && { plannedLocal: local, timeZone: personZone() }),
      },
      {
        onSuccess: (delivery) => {
          editor?.commands.clearContent(true)
          enclosures.clear()
          setLocal(undefined)
          setOptions(USUAL)
          keepDraft({ document: undefined, attempt: undefined, sent: { deliveryId: delivery.id, document } })
          onSent(delivery)
        },
      },
    )
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files]
    if (pasted.length === 0 || poll) return
    event.preventDefault()
    event.stopPropagation()
    enclosures.files.add(pasted)
  }
  const onKeys = (event: KeyboardEvent) => {
    if (!event.metaKey && !event.ctrlKey) return
    const act = event.key === 'Enter' ? sendNow : event.code === 'KeyK' && event.shiftKey ? link.open : undefined
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  return (
    <div className={classes.columns}>
      <div className={classes.writing} onKeyDownCapture={onKeys} onPasteCapture={onPaste}>
        <ChannelChoice
          channels={channels}
          value={channel?.id}
          onChange={(id) => {
            keepDraft({ channelId: id })
            // topics and names belong to one group
            setOptions(({ silent, protect, pin, linkPreview }) => ({ silent, protect, pin, linkPreview }))
            onChannel(id)
          }}
        />
        <EditorBox editor={editor} linking={linking} onLinking={link} />
        <EnclosurePanel enclosures={enclosures} hasText={post.text !== ''} isBot={isBot} />
        <OptionsPanel channel={channel} value={options} onChange={setOptions} />
        <WhenChoice value={local} onChange={setLocal} />
        {send.error && (
          <ProblemNotice error={send.error} onRetry={hasCode(send.error, 'no-connection') ? sendNow : undefined} />
        )}
        {hasCode(send.error, 'no-connection') && <p className={classes.safe}>{t('safeToRepeat')}</p>}
        <div className={classes.sendLine}>
          <Counter length={post.text.length} limit={enclosures.limit} />
          <Button
            leftSection={local === undefined ? <IconSend size={16} /> : <IconCalendarTime size={16} />}
            disabled={!sendable && !send.isPending}
            loading={send.isPending}
            onClick={sendNow}
          >
            {t(local === undefined ? 'send' : 'plan')}
          </Button>
        </div>
      </div>
      <section aria-label={t('preview')} className={classes.preview}>
        <h2 className={classes.previewTitle}>{t('preview')}</h2>
        <PostBubble
          title={channel?.title ?? t('yourChannel')}
          seed={channel?.telegramId ?? ''}
          text={post.text}
          entities={post.entities}
          files={enclosures.here.map(({ file, spoiler }) => ({ ...file, spoiler }))}
          poll={poll && { ...poll, quiz: poll.correct !== undefined }}
          buttons={isBot && enclosures.here.length < 2 ? enclosures.buttons : []}
        />
      </section>
    </div>
  )
}
