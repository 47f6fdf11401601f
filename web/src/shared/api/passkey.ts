import { answer, http } from './client'

/** Whether this browser can use passkeys here at all: it needs a secure page, and the JSON forms of WebAuthn. */
export const passkeysWork = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential

/** The person closed the browser's own window, or let it run out. */
export const wasCancelled = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError')

const json = (credential: Credential | null): Record<string, never> => {
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('no passkey', 'NotAllowedError')
  return credential.toJSON() as Record<string, never>
}

/** Asks the browser for the signature of any passkey of this place. */
async function signature() {
  const { challengeId, publicKey } = await answer(http.POST('/api/auth/passkeys/sign-in/options'))
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(publicKey as unknown as PublicKeyCredentialRequestOptionsJSON)
  return { challengeId, credential: json(await navigator.credentials.get({ publicKey: options })) }
}

export async function signInWithPasskey() {
  const body = await signature()
  return answer(http.POST('/api/auth/passkeys/sign-in', { body, headers: { 'X-Session': 'cookie' } }))
}

export async function proveWithPasskey() {
  const body = await signature()
  return answer(http.POST('/api/auth/passkeys/reauthenticate', { body }))
}

export async function createPasskey() {
  const { challengeId, publicKey } = await answer(http.POST('/api/auth/passkeys/options'))
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(publicKey as unknown as PublicKeyCredentialCreationOptionsJSON)
  const credential = json(await navigator.credentials.create({ publicKey: options }))
  return answer(http.POST('/api/auth/passkeys', { body: { challengeId, credential } }))
}
