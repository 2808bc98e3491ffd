import type { Log } from '../log.ts'
import { builder } from './builder.ts'
import type { ErrorCode } from './errors.ts'
import { publish, rootOf } from './errors.ts'
import { badInput } from './refusals.ts'

/** An item that met a fault: nothing of it was done, or it cannot be told; send it again. */
export interface Failed {
  kind: 'Failed'
  code: ErrorCode
  message: string
  requestId: string
}

export const FailedRef = builder.objectRef<Failed>('Failed').implement({
  description: 'This item met a fault; the others are not touched by it. Send it again as it was.',
  fields: (t) => ({
    code: t.exposeString('code'),
    message: t.exposeString('message'),
    requestId: t.exposeString('requestId'),
  }),
})

export const BATCH_ITEMS_MAX = 1_000
const AT_ONCE_MAX = 16

export interface BatchPlace {
  requestId: string
  log: Log
}

/**
 * Performs the items of one request, each by itself: an answer for each, in their order. Items of
 * the same member run one after the other, so that they meet no conflict with each other; others
 * run up to 16 at once. What throws becomes the answer of that item alone. Refused whole: more than
 * 1,000 items.
 */
export async function performBatch<Item, Answer>(
  items: readonly Item[],
  /** The member an item is about; undefined for an item that concerns nobody else. */
  memberOf: (item: Item) => string | undefined | Promise<string | undefined>,
  perItem: (item: Item) => Promise<Answer>,
  place: BatchPlace,
): Promise<(Answer | Failed)[]> {
  if (items.length > BATCH_ITEMS_MAX) throw badInput('items', `at most ${BATCH_ITEMS_MAX}`)
  const answers: (Answer | Failed)[] = new Array(items.length)
  const queues = queuesOf(items, await Promise.all(items.map(memberOf)))
  const work = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift())
      for (const { item, index } of queue)
        answers[index] = await answerOf(() => perItem(item), index, place)
  }
  await Promise.all(Array.from({ length: AT_ONCE_MAX }, work))
  return answers
}

type Queue<Item> = { item: Item; index: number }[]

/** The items of each member in their order; members in the order of their first item. */
function queuesOf<Item>(
  items: readonly Item[],
  members: readonly (string | undefined)[],
): Queue<Item>[] {
  const queues = new Map<string | number, Queue<Item>>()
  for (const [index, item] of items.entries()) {
    const member = members[index] ?? index
    const queue = queues.get(member)
    if (queue) queue.push({ item, index })
    else queues.set(member, [{ item, index }])
  }
  return [...queues.values()]
}

async function answerOf<Answer>(
  perform: () => Promise<Answer>,
  index: number,
  { requestId, log }: BatchPlace,
): Promise<Answer | Failed> {
  try {
    return await perform()
  } catch (error) {
    const { message, extensions } = publish(error, requestId)
    if (extensions.code === 'INTERNAL')
      log.error({ requestId, item: index, err: rootOf(error) }, 'unexpected error in a batch')
    return { kind: 'Failed', code: extensions.code, message, requestId }
  }
}
