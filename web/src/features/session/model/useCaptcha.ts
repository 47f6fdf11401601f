import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchChallenge } from '../api/registration'
import { payloadOf } from './proofOfWork'
import SolverWorker from './proofOfWork.worker?worker'

export type CaptchaState = 'working' | 'done' | 'failed'

/** The server accepts a challenge for ten minutes. */
const FRESH_MILLIS = 8 * 60_000

async function solve(signal: AbortSignal): Promise<string> {
  const challenge = await fetchChallenge(signal)
  const worker = new SolverWorker()
  signal.addEventListener('abort', () => worker.terminate())
  try {
    const number = await new Promise<number | undefined>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<number | undefined>) => resolve(data)
      worker.onerror = () => reject(new Error('the worker failed'))
      worker.postMessage(challenge)
    })
    if (number === undefined) throw new Error('no number solves the challenge')
    return payloadOf(challenge, number)
  } finally {
    worker.terminate()
  }
}

interface Work {
  proof: Promise<string>
  startedAt: number
  stop: AbortController
}

/** Solves a challenge while the person types. `take` gives the solution away, since it counts once; `renew` makes another. */
export function useCaptcha(wanted: boolean) {
  const [state, setState] = useState<CaptchaState>('working')
  const work = useRef<Work>(undefined)

  const begin = useCallback((): Work => {
    work.current?.stop.abort()
    const stop = new AbortController()
    const proof = solve(stop.signal)
    const begun = { proof, startedAt: Date.now(), stop }
    work.current = begun
    const tell = (end: CaptchaState) => () => work.current === begun && setState(end)
    proof.then(tell('done'), tell('failed'))
    return begun
  }, [])

  const renew = useCallback((): Work => {
    setState('working')
    return begin()
  }, [begin])

  useEffect(() => {
    if (!wanted) return
    begin()
    return () => work.current?.stop.abort()
  }, [wanted, begin])

  const take = useCallback(async (): Promise<string | undefined> => {
    if (!wanted) return undefined
    const begun = work.current
    const stale = !begun || Date.now() - begun.startedAt > FRESH_MILLIS
    return (stale ? renew() : begun).proof.catch(() => renew().proof)
  }, [wanted, renew])

  return { state, take, renew }
}
