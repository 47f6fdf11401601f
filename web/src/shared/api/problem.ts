import { serverNow } from '@/shared/lib/clock'

/** What went wrong, as the server's problem document says it. `code` is stable: it picks the sentence and the remedy. */
export interface Problem {
  code: string
  status: number
  detail?: string
  fields: FieldProblem[]
  retryAfterSeconds?: number
  telegramType?: string
  incident?: string
  /** Of `second-factor-needed`: by what the sign-in is continued, and with what it can be. */
  challenge?: string
  methods?: string[]
  at: Date
}

export interface FieldProblem {
  field: string
  message: string
  code?: string
}

export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

type Fields = Record<string, unknown>

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const seconds = (value: unknown) => {
  const number = typeof value === 'number' ? value : Number.parseInt(String(value ?? ''), 10)
  return Number.isFinite(number) && number >= 0 ? number : undefined
}

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return []
  return value
    .filter((entry): entry is Fields => typeof entry === 'object' && entry !== null)
    .map((entry) => ({ field: text(entry.field) ?? '', message: text(entry.message) ?? '', code: text(entry.code) }))
}

/** Reads a problem document; an answer that is none (a proxy's page, an empty body) still becomes a problem. */
export function decodeProblem(body: unknown, response: Response): Problem {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Fields
  return {
    code: text(fields.code) ?? (response.status >= 502 ? 'temporarily-unavailable' : 'unknown'),
    status: response.status,
    detail: text(fields.detail),
    fields: fieldProblems(fields.errors),
    retryAfterSeconds: seconds(fields.retryAfterSeconds) ?? seconds(response.headers.get('Retry-After')),
    telegramType: text(fields.telegramType),
    incident: text(fields.incidentId) ?? text(fields.incident) ?? text(fields.instance),
    challenge: text(fields.challenge),
    methods: Array.isArray(fields.methods) ? fields.methods.map(String) : undefined,
    at: new Date(serverNow()),
  }
}

export const noConnection = (): ProblemError =>
  new ProblemError({ code: 'no-connection', status: 0, fields: [], at: new Date() })

/** Any thrown thing as a problem: a bug of ours must not look like a fault of the server. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return { code: 'page-fault', status: 0, detail: error instanceof Error ? error.message : undefined, fields: [], at: new Date() }
}

export const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof ProblemError && codes.includes(error.problem.code)
