import { audited } from '../audited.ts'
import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import type { SceneCode } from './invitation.ts'
import type { MakeSceneCodeOutcome } from './make-scene-code.ts'
import { makeSceneCode } from './make-scene-code.ts'

const SceneCodeMadeRef = builder
  .objectRef<Extract<MakeSceneCodeOutcome, { kind: 'SceneCodeMade' }>>('SceneCodeMade')
  .implement({
    description: 'There is one for each shop and campaign: asked for again, it is the same.',
    fields: (t) => ({
      code: t.string({ resolve: ({ code }) => code.code }),
      at: t.field({ type: 'Time', resolve: ({ code }) => code.at }),
    }),
  })

const SceneShopUnknownRef = builder
  .objectRef<Extract<MakeSceneCodeOutcome, { kind: 'SceneShopUnknown' }>>('SceneShopUnknown')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '没有这家门店' }) }) })

const SceneForRef = builder.enumType('SceneFor', {
  values: { SHOP: { value: 'shop' }, CAMPAIGN: { value: 'campaign' } } satisfies Record<
    string,
    { value: Exclude<SceneCode['kind'], 'member'> }
  >,
})

builder.mutationField('makeSceneCode', (t) =>
  t.field({
    description:
      'The code that a shop’s or a campaign’s poster carries: whoever joins by it is counted there.',
    ...forOperator(30),
    type: outcomeUnion('MakeSceneCodeOutcome', [
      SceneCodeMadeRef,
      SceneShopUnknownRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      for: t.arg({ type: SceneForRef, required: true }),
      subjectId: t.arg.id({ required: true, description: 'The shop; or the campaign’s own word.' }),
      name: t.arg.string({ description: 'What a campaign is called: 1 to 20 characters.' }),
    },
    resolve: (_, { key, for: kind, subjectId, ...args }, context) => {
      const { actor } = staffOf(context)
      const { stores } = context
      if (!/^[\w-]{1,64}$/.test(subjectId))
        throw badInput('subjectId', '1 to 64 letters, digits or - _')
      const name = args.name?.trim() ?? null
      if (kind === 'campaign' && (!name || [...name].length > 20))
        throw badInput('name', '1 to 20 characters')
      return context.perform({
        name: 'makeSceneCode',
        actor,
        key: checkKey(key),
        args: { kind, subjectId, name },
        load: async () => {
          const [known, shop] = await Promise.all([
            stores.scene.of(kind, subjectId),
            kind === 'shop' ? stores.staff.shop(subjectId) : undefined,
          ])
          return { known, isThere: kind === 'campaign' || shop !== undefined }
        },
        decide: (found, world) =>
          audited(
            makeSceneCode({ kind, subjectId, name: kind === 'shop' ? null : name }, found, world),
            { actor, action: 'made-scene-code', memberId: null, detail: { kind, subjectId } },
            world,
          ),
      })
    },
  }),
)
