import { useState } from 'react'
import type { ProxyRequest } from '@/shared/api/types'
import { fieldsOf, isFilledIn, type ProxyFields, requestOf } from './proxyFields'

/** The way to Telegram that the person chooses for new accounts. */
export interface Way {
  wanted: boolean
  fields: ProxyFields
  /** The proxy to go through; none for the straight way. */
  proxy?: ProxyRequest
  /** A proxy is wanted and not filled in: nothing may go out, least of all the straight way. */
  isOpen: boolean
  want: (proxy: boolean) => void
  change: (changed: Partial<ProxyFields>) => void
  /** Back to the straight way, with nothing secret left. */
  forget: () => void
}

/** @param onChange what was refused before is no longer what is wanted */
export function useWay(onChange: () => void): Way {
  const [wanted, want] = useState(false)
  const [fields, setFields] = useState(fieldsOf)
  const filledIn = isFilledIn(fields)
  return {
    wanted,
    fields,
    proxy: wanted && filledIn ? requestOf(fields) : undefined,
    isOpen: wanted && !filledIn,
    want: (proxy) => {
      want(proxy)
      onChange()
    },
    change: (changed) => {
      setFields((before) => ({ ...before, ...changed }))
      onChange()
    },
    forget: () => {
      want(false)
      setFields(fieldsOf())
    },
  }
}
