import type { GraphQLField, GraphQLSchema } from 'graphql'
import type { Principal } from '../session/session.ts'
import { actorOf } from '../session/session.ts'
import type { Context } from './context.ts'
import { forbidden, rateLimited, unauthenticated } from './refusals.ts'

export type Role =
  | 'guest'
  | 'member'
  | 'staff'
  | 'operator'
  | 'employee'
  | 'signed-in'
  | 'service'
  | 'counter'

interface Access {
  role: Role
  /** Requests a minute that one principal may make of this field. */
  perMinute: number
}

const access =
  (role: Role) =>
  (perMinute = 120) => ({ extensions: { access: { role, perMinute } satisfies Access } })

/** Who may ask for a root field; spread into its options: `...forMember(30)`. */
export const forGuest = access('guest')
export const forMember = access('member')
export const forStaff = access('staff')
export const forOperator = access('operator')
/** Staff of shops and operators alike. */
export const forEmployee = access('employee')
export const forSignedIn = access('signed-in')
export const forService = access('service')
/** Staff of shops, and the systems that stand beside them. */
export const forCounter = access('counter')

/** Counts one request; answers how long to wait when it is one too many. */
export type Limiter = (
  field: string,
  actor: string,
  perMinute: number,
) => Promise<{ retryAfterMs: number } | undefined>

/**
 * Puts the guard before every root field's resolver, so that a denied mutation does nothing. A root
 * field without a role does not build.
 */
export function secure(schema: GraphQLSchema, limit: Limiter): GraphQLSchema {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const rule = accessOf(field)
      if (!rule) throw new Error(`${type?.name}.${field.name} has no role`)
      guard(field, rule, limit)
    }
  }
  return schema
}

export const accessOf = (field: GraphQLField<unknown, Context>): Access | undefined =>
  field.extensions.access as Access | undefined

function guard(field: GraphQLField<unknown, Context>, rule: Access, limit: Limiter): void {
  const { resolve } = field
  if (!resolve) throw new Error(`${field.name} has no resolver`)
  field.resolve = async (source, args, context, info) => {
    const { principal } = context
    if (!mayAsk(rule.role, principal))
      throw principal.kind === 'guest' ? unauthenticated() : forbidden()
    const refused = await limit(field.name, actorOf(principal), rule.perMinute)
    if (refused) throw rateLimited(refused.retryAfterMs)
    return resolve(source, args, context, info)
  }
}

export function mayAsk(role: Role, principal: Principal): boolean {
  switch (role) {
    // A system has no account to sign in to and no screen to fill: it asks for what is made for it.
    case 'guest':
      return principal.kind !== 'service'
    case 'signed-in':
      return principal.kind === 'member' || principal.kind === 'staff'
    case 'member':
      return principal.kind === 'member'
    case 'staff':
      return principal.kind === 'staff' && principal.role !== 'operator'
    case 'operator':
      return principal.kind === 'staff' && principal.role === 'operator'
    case 'employee':
      return principal.kind === 'staff'
    case 'service':
      return principal.kind === 'service'
    case 'counter':
      return mayAsk('staff', principal) || mayAsk('service', principal)
  }
}
