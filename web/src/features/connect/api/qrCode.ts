import { queryOptions } from '@tanstack/react-query'
import { answer, http } from '@/shared/api/client'
import { keys } from '@/shared/api/queries'

/** The picture of a login's QR code; another one for every end that the event stream tells. */
export const qrCodeQuery = (loginId: string, expiresAt: string) =>
  queryOptions({
    queryKey: [...keys.logins, 'qr', loginId, expiresAt],
    queryFn: ({ signal }) => answer(http.GET('/api/v1/telegram/qr-code', { params: { query: { loginId } }, signal })),
    // A secret that is dead in half a minute.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
