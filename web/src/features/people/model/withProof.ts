/** Does an act; when the server wants a fresh proof, asks the person for it first. `undefined` when they gave up. */
export type WithProof = <T>(act: () => Promise<T>) => Promise<T | undefined>
