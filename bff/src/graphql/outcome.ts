import type { ObjectRef, SchemaTypes } from '@pothos/core'
import type { KeyReused } from '../command.ts'
import { builder } from './builder.ts'
import { badInput } from './refusals.ts'

type Types =
  typeof builder extends PothosSchemaTypes.SchemaBuilder<infer T extends SchemaTypes> ? T : never

type Refs<Shapes> = { readonly [I in keyof Shapes]: ObjectRef<Types, Shapes[I]> }

/** A closed union of outcomes: the `kind` of the value is the name of the type. */
export const outcomeUnion = <Shapes extends readonly { kind: string }[]>(
  name: string,
  types: Refs<Shapes>,
) =>
  builder.unionType(name, {
    types: [...types] as ObjectRef<Types, Shapes[number]>[],
    resolveType: (outcome: Shapes[number]) => outcome.kind,
  })

export const KeyReusedRef = builder.objectRef<KeyReused>('KeyReused').implement({
  description: 'The key was used before for something else; nothing was done.',
  fields: (t) => ({ key: t.exposeID('key') }),
})

const KEY = /^[\w:.-]{8,64}$/

/** Refuses a key that is too short to be unique or too long to be kept. */
export function checkKey(key: string): string {
  if (!KEY.test(key)) throw badInput('key', '8 to 64 letters, digits or _ : . -')
  return key
}
