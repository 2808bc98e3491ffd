import { and, asc, desc, eq, lte } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Webhook, WebhookDelivery } from '../systems.ts'
import type { Writers } from '../writers.ts'

export const webhookTables = (k: Kit) => ({
  webhooks: k.table('webhooks', {
    id: k.id().primaryKey(),
    url: k.text().notNull(),
    events: k.json<Webhook['events']>().notNull(),
    active: k.bool().notNull(),
    createdAt: k.int().notNull(),
  }),
  /** One message to one address, with all that is sent, so that it needs nobody else's rows. */
  webhookDeliveries: k.table(
    'webhook_deliveries',
    {
      messageId: k.id().notNull(),
      webhookId: k.id().notNull(),
      memberId: k.id().notNull(),
      event: k.json<WebhookDelivery['event']>().notNull(),
      happenedAt: k.int().notNull(),
      state: k.text<WebhookDelivery['state']>().notNull(),
      tries: k.int().notNull(),
      dueAt: k.int().notNull(),
      result: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.messageId, t.webhookId] }),
      k.index('webhook_deliveries_due').on(t.webhookId, t.state, t.dueAt, t.messageId),
      k.index('webhook_deliveries_by_state').on(t.state, t.happenedAt, t.messageId, t.webhookId),
    ],
  ),
})

const WEBHOOKS_SHOWN_MAX = 500
const DEAD_SHOWN_MAX = 100

type Key = { messageId: string; webhookId: string }

export function webhookStore({ kit, read, write, insert }: Driver) {
  const { webhooks, webhookDeliveries: deliveries } = webhookTables(kit)
  const byId = read<{ id: string }, Webhook>((db, { id }) =>
    db.select().from(webhooks).where(eq(webhooks.id, id)),
  )
  const newest = read<{ limit: number }, Webhook>((db, { limit }) =>
    db.select().from(webhooks).orderBy(desc(webhooks.createdAt), desc(webhooks.id)).limit(limit),
  )
  const active = read<{ active: boolean }, Webhook>((db, args) =>
    db.select().from(webhooks).where(eq(webhooks.active, args.active)).orderBy(asc(webhooks.id)),
  )
  const due = read<{ webhookId: string; at: number; limit: number }, WebhookDelivery>((db, args) =>
    db
      .select()
      .from(deliveries)
      .where(
        and(
          eq(deliveries.webhookId, args.webhookId),
          eq(deliveries.state, 'waiting'),
          lte(deliveries.dueAt, args.at),
        ),
      )
      .orderBy(asc(deliveries.dueAt), asc(deliveries.messageId))
      .limit(args.limit),
  )
  const dead = read<{ limit: number }, WebhookDelivery>((db, { limit }) =>
    db
      .select()
      .from(deliveries)
      .where(eq(deliveries.state, 'dead'))
      .orderBy(desc(deliveries.happenedAt), desc(deliveries.messageId), desc(deliveries.webhookId))
      .limit(limit),
  )
  const byKey = read<Key, WebhookDelivery>((db, { messageId, webhookId }) =>
    db
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.messageId, messageId), eq(deliveries.webhookId, webhookId))),
  )
  const insertWebhook = insert(webhooks)
  const insertDelivery = insert(deliveries)
  const switchTo = write<{ id: string; active: boolean; before: boolean }>((db, args) =>
    db
      .update(webhooks)
      .set({ active: args.active })
      .where(and(eq(webhooks.id, args.id), eq(webhooks.active, args.before))),
  )
  const take = write<Key & { triesBefore: number; tries: number; until: number }>((db, args) =>
    db
      .update(deliveries)
      .set({ tries: args.tries, dueAt: args.until })
      .where(
        and(
          eq(deliveries.messageId, args.messageId),
          eq(deliveries.webhookId, args.webhookId),
          eq(deliveries.state, 'waiting'),
          eq(deliveries.tries, args.triesBefore),
        ),
      ),
  )
  type Answered = Key & { tries: number; state: WebhookDelivery['state']; result: string }
  const answer = write<Answered>((db, args) =>
    db
      .update(deliveries)
      .set({ state: args.state, result: args.result })
      .where(
        and(
          eq(deliveries.messageId, args.messageId),
          eq(deliveries.webhookId, args.webhookId),
          eq(deliveries.state, 'waiting'),
          eq(deliveries.tries, args.tries),
        ),
      ),
  )
  const revive = write<Key & { at: number; tries: number }>((db, args) =>
    db
      .update(deliveries)
      .set({ state: 'waiting', tries: args.tries, dueAt: args.at })
      .where(
        and(
          eq(deliveries.messageId, args.messageId),
          eq(deliveries.webhookId, args.webhookId),
          eq(deliveries.state, 'dead'),
        ),
      ),
  )
  return {
    writers: {
      'webhook-added': ({ webhook }) => [insertWebhook(webhook)],
      'webhook-switched': ({ webhookId: id, active }) => [
        switchTo({ id, active, before: !active }),
      ],
      'webhook-delivery-added': ({ delivery }) => [insertDelivery(delivery)],
      'webhook-taken': ({ messageId, webhookId, triesBefore, until }) => [
        take({ messageId, webhookId, triesBefore, tries: triesBefore + 1, until }),
      ],
      'webhook-answered': ({ messageId, webhookId, tries, state, result }) => [
        answer({ messageId, webhookId, tries, state, result }),
      ],
      'webhook-redelivered': ({ messageId, webhookId, at }) => [
        revive({ messageId, webhookId, at, tries: 0 }),
      ],
    } satisfies Writers<
      | 'webhook-added'
      | 'webhook-switched'
      | 'webhook-delivery-added'
      | 'webhook-taken'
      | 'webhook-answered'
      | 'webhook-redelivered'
    >,

    find: async (id: string): Promise<Webhook | undefined> => (await byId({ id }))[0],
    async findKnown(id: string): Promise<Webhook> {
      const [row] = await byId({ id })
      if (!row) throw new Error('a delivery names an address that does not exist')
      return row
    },
    /** The newest addresses, active or not. */
    list: () => newest({ limit: WEBHOOKS_SHOWN_MAX }),
    active: () => active({ active: true }),
    /** Deliveries to one address that may be tried now. */
    due: (webhookId: string, at: number, limit: number) => due({ webhookId, at, limit }),
    /** The newest deliveries that were given up. */
    dead: () => dead({ limit: DEAD_SHOWN_MAX }),
    findDelivery: async (key: Key): Promise<WebhookDelivery | undefined> => (await byKey(key))[0],
  }
}
