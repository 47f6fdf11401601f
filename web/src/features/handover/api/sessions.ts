import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'
import type { ProxyRequest } from '@/shared/api/types'

interface GivenSessions {
  lines: string
  zip?: File
  passcode: string
  proxy?: ProxyRequest
}

/** A folder's few files are small; the server takes no more than this. */
export const LARGEST_ZIP = 700_000

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

export function useImport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ lines, zip, passcode, proxy }: GivenSessions) => {
      const body = {
        ...(lines.trim() && { sessions: lines }),
        ...(zip && { tdata: await base64(zip) }),
        ...(passcode && { passcode }),
        ...(proxy && { proxy }),
      }
      return answer(http.POST('/api/v1/telegram/sessions/import', { body }))
    },
    // Logins and a proxy's secret in it are not to stay in memory.
    gcTime: 0,
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: keys.telegram }),
  })
}
