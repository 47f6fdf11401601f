import { answer, http } from './client'
import { decodeProblem, noConnection, ProblemError } from './problem'
import { csrfToken } from './sessionFetch'

interface Sending {
  onProgress: (sentBytes: number) => void
  signal: AbortSignal
}

/** Sends a file as it is. By XMLHttpRequest, because only that tells how much has gone. */
export async function upload<T>(address: string, file: Blob, { onProgress, signal }: Sending): Promise<T> {
  // A body is not sent twice: the session is renewed and the CSRF cookie is fresh before it goes.
  await answer(http.GET('/api/v1/telegram/mode', { signal }))
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('X-XSRF-TOKEN', decodeURIComponent(csrfToken() ?? ''))
    request.upload.onprogress = ({ loaded }) => onProgress(loaded)
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status < 300) resolve(body as T)
      else reject(new ProblemError(decodeProblem(body, new Response(null, { status: request.status }))))
    }
    request.onerror = () => reject(noConnection())
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
