import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconSend } from '@tabler/icons-react'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '@/shared/api/problem'
import type { Channel, Delivery } from '@/shared/api/types'
import { ProblemNotice, useWaitOf } from '@/shared/ui/ProblemNotice'
import { PostBubble } from '@/shared/ui/telegram/PostBubble'
import { useSend } from '../api/send'
import { TEXT_LIMIT, toPost } from '../model/document'
import { keepDraft, readDraft } from '../model/draft'
import { useComposer } from '../model/useComposer'
import { ChannelChoice } from './ChannelChoice'
import { Counter } from './Counter'
import { EditorBox } from './EditorBox'
import classes from './Publish.module.css'

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
  const wanted = channelId ?? kept.channelId
  const channel = channels.find(({ id }) => id === wanted) ?? (channels.length === 1 ? channels[0] : undefined)
  const post = useMemo(() => toPost(document ?? {}), [document])

  const send = useSend()
  const waiting = useWaitOf(send.error) > 0
  const sendable = channel && post.text !== '' && post.text.length <= TEXT_LIMIT && !send.isPending && !waiting

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
      { channelId: channel.id, ...post },
      {
        onSuccess: (delivery) => {
          editor?.commands.clearContent(true)
          keepDraft({ document: undefined, attempt: undefined, sent: { deliveryId: delivery.id, document } })
          onSent(delivery)
        },
      },
    )
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
      <div className={classes.writing} onKeyDownCapture={onKeys}>
        <ChannelChoice
          channels={channels}
          value={channel?.id}
          onChange={(id) => {
            keepDraft({ channelId: id })
            onChannel(id)
          }}
        />
        <EditorBox editor={editor} linking={linking} onLinking={link} />
        {send.error && (
          <ProblemNotice error={send.error} onRetry={hasCode(send.error, 'no-connection') ? sendNow : undefined} />
        )}
        {hasCode(send.error, 'no-connection') && <p className={classes.safe}>{t('safeToRepeat')}</p>}
        <div className={classes.sendLine}>
          <Counter length={post.text.length} />
          <Button
            leftSection={<IconSend size={16} />}
            disabled={!sendable && !send.isPending}
            loading={send.isPending}
            onClick={sendNow}
          >
            {t('send')}
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
        />
      </section>
    </div>
  )
}
