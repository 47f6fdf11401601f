/** Does the act; asks for a fresh proof first when the server wants one. `undefined` when the person gave up. */
export type WithProof = <T>(act: () => Promise<T>) => Promise<T | undefined>
