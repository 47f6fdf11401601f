import { type Challenge, findNumber } from './proofOfWork'

// The search would freeze the page, so it runs beside it.
self.onmessage = ({ data }: MessageEvent<Challenge>) => self.postMessage(findNumber(data))
