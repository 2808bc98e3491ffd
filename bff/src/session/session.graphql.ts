import { forSignedIn } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { forbidden } from '../graphql/refusals.ts'
import { actorOf } from './session.ts'

const SignedOutRef = builder
  .objectRef<{ kind: 'SignedOut'; at: number }>('SignedOut')
  .implement({ fields: (t) => ({ at: t.expose('at', { type: 'Time' }) }) })

builder.mutationField('signOut', (t) =>
  t.field({
    description: 'Ends this session on the server, under either hat.',
    ...forSignedIn(30),
    type: SignedOutRef,
    resolve: async (_, __, { principal, perform, stores, forgetSession }) => {
      if (!('tokenHash' in principal)) throw forbidden()
      const { tokenHash } = principal
      const signedOut = await perform({
        name: 'signOut',
        actor: actorOf(principal),
        load: () => stores.session.find(tokenHash),
        decide: (session, { now }) => ({
          outcome: { kind: 'SignedOut' as const, at: now },
          changes: session ? [{ kind: 'session-ended', tokenHash, at: now }] : [],
        }),
      })
      forgetSession(tokenHash)
      return signedOut
    },
  }),
)
