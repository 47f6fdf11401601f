import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ProxyFields, readProxyLink } from './proxyFields'

const EXAMPLE = 'https://t.me/proxy?server='

/** Takes a link apart at once and forgets it: a secret may stand in it. */
export function ProxyLinkInput({ onRead }: { onRead: (fields: ProxyFields) => void }) {
  const { t } = useTranslation('accounts')
  const [link, setLink] = useState('')
  const change = (text: string) => {
    const fields = readProxyLink(text)
    setLink(fields ? '' : text)
    if (fields) onRead(fields)
  }
  return (
    <TextInput
      label={t('proxy.link')}
      description={t('proxy.linkHint')}
      placeholder={EXAMPLE}
      autoComplete="off"
      spellCheck={false}
      value={link}
      onChange={(event) => change(event.currentTarget.value)}
      error={link.trim() !== '' && t('proxy.linkWrong')}
    />
  )
}
