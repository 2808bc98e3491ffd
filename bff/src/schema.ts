import type { GraphQLSchema } from 'graphql'
import './graphql/scalars.ts'
import './badge/badge.graphql.ts'
import './check-in/check-in.graphql.ts'
import './consent/consent.graphql.ts'
import './ledger/ledger.graphql.ts'
import './look-up/look-up.graphql.ts'
import './member/member.graphql.ts'
import './member-code/member-code.graphql.ts'
import './phone-code/phone-code.graphql.ts'
import './program/program.graphql.ts'
import './session/session.graphql.ts'
import './sign-in/sign-in.graphql.ts'
import './staff/staff.graphql.ts'
import './tier/tier.graphql.ts'
import { builder } from './graphql/builder.ts'

/** Loads what every feature adds to the schema; defines nothing itself. */
export const buildSchema = (): GraphQLSchema => builder.toSchema({ sortSchema: true })
