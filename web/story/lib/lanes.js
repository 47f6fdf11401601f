// Several walks at a time, each with its words kept together.
import { AsyncLocalStorage } from 'node:async_hooks'

const lines = new AsyncLocalStorage()
const say = console.log
console.log = (...words) => (lines.getStore() ? lines.getStore().push(words) : say(...words))

/** Takes the items in their order, so many at a time; what an item says is printed when it has come to its end. */
export async function inLanes(count, items, act) {
  const waiting = items.values()
  const lane = async () => {
    for (const item of waiting) {
      const said = []
      await lines.run(said, () => act(item))
      said.forEach((words) => say(...words))
    }
  }
  await Promise.all(Array.from({ length: count }, lane))
}
