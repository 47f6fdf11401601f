import { type ReactNode, useState } from 'react'
import { hasCode } from '@/shared/api/problem'
import { ProveDialog } from '../components/ProveDialog'

export type WithProof = Proof['withProof']

interface Proof {
  /** Does the act; when the server wants a fresh proof, asks for it and does the act again. `undefined` when the person gave up. */
  withProof: <T>(act: () => Promise<T>) => Promise<T | undefined>
  dialog: ReactNode
}

/** Acts that could lock a person out of their account need a proof that is not older than some minutes. */
export function useProof(hasPassword: boolean): Proof {
  const [answered, setAnswered] = useState<{ with: (proved: boolean) => void } | null>(null)
  const ask = () => new Promise<boolean>((resolve) => setAnswered({ with: resolve }))
  const close = (proved: boolean) => {
    answered?.with(proved)
    setAnswered(null)
  }
  return {
    withProof: async (act) => {
      try {
        return await act()
      } catch (error) {
        if (!hasCode(error, 'reauthentication-needed')) throw error
        return (await ask()) ? act() : undefined
      }
    },
    dialog: <ProveDialog opened={answered !== null} hasPassword={hasPassword} onProved={() => close(true)} onClose={() => close(false)} />,
  }
}
