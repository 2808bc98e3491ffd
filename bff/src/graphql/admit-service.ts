import type { GraphQLError } from 'graphql'
import type { Perform } from '../command.ts'
import type { Admitted, SignedRequest, Signing } from '../service-key/signed-request.ts'
import { admit, judgeSignature } from '../service-key/signed-request.ts'
import type { Principal } from '../session/session.ts'
import { actorOf } from '../session/session.ts'
import type { Stores } from '../stores.ts'
import { notSigned } from './refusals.ts'

/** Says which system sends a signed request, or why it is refused. Uses up the request's nonce. */
export type AdmitService = (
  request: SignedRequest,
) => Promise<{ principal: Principal } | { refused: GraphQLError }>

/**
 * The door for systems. A signature that is no good is found out before the database is asked
 * anything; a bearer token opens nothing here.
 */
export function serviceAdmitter(
  { serviceKey }: Pick<Stores, 'serviceKey'>,
  perform: Perform,
  signing: Signing,
  now: () => number,
): AdmitService {
  async function find(request: SignedRequest): Promise<Admitted> {
    if (request.headers.authorization !== undefined) return { kind: 'refused', reason: 'MALFORMED' }
    const judged = judgeSignature(request, signing, now())
    if (judged.kind === 'refused') return judged
    const { keyId, nonce } = judged
    return perform({
      name: 'admitService',
      actor: actorOf({ kind: 'service', keyId, shopId: null }),
      load: async () => {
        const [found, used] = await Promise.all([
          serviceKey.find(keyId),
          serviceKey.isNonceUsed(keyId, nonce),
        ])
        return { serviceKey: found, used }
      },
      decide: (loaded, world) => admit(loaded, nonce, world),
    })
  }
  return async (request) => {
    const admitted = await find(request)
    if (admitted.kind === 'refused') return { refused: notSigned(admitted.reason) }
    const { keyId, shopId } = admitted
    return { principal: { kind: 'service', keyId, shopId } }
  }
}
