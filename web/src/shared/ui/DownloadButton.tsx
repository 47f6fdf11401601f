import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { answer, http } from '@/shared/api/client'
import { toast } from './toast'
import { useProblemWords } from './useProblemWords'

/**
 * A file from the server, written to disk as it comes. The browser fetches it by itself and cannot renew a session
 * that has run out meanwhile: so that is asked for before.
 */
export function DownloadButton({ address, children }: { address: string; children: ReactNode }) {
  const link = useRef<HTMLAnchorElement>(null)
  const words = useProblemWords()
  const download = useMutation({
    mutationFn: () => answer(http.GET('/api/auth/me')),
    onSuccess: () => link.current?.click(),
    onError: (error) => toast(words(error).what, 'bad'),
  })
  return (
    <>
      <a ref={link} href={address} download hidden tabIndex={-1} aria-hidden />
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} loading={download.isPending} onClick={() => download.mutate()}>
        {children}
      </Button>
    </>
  )
}
