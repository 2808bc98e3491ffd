import { buildSchema } from '../../bff/src/schema.ts'
import { newKey } from '../fixtures/acts.ts'
import type { Ask } from '../fixtures/ask.ts'
import { wholeAnswer } from '../fixtures/whole-answer.ts'
import type { Owned } from './strangers.table.ts'
import type { Strangers } from './strangers.world.ts'

const schema = buildSchema()
const roots = { Query: schema.getQueryType(), Mutation: schema.getMutationType() }

/** Asks a row’s field about an id; all that is answered, without the id itself in it. */
export async function about(
  { field, args }: Pick<Owned, 'field' | 'args'>,
  id: string,
  { ids }: Strangers,
  ask: Ask,
) {
  const [root, name = ''] = field.split('.') as ['Query' | 'Mutation', string]
  const definition = roots[root]?.getFields()[name]
  if (!definition) throw new Error(`there is no ${field}`)
  const key = definition.args.some((arg) => arg.name === 'key') ? `key: "${newKey()}", ` : ''
  const given = args.replace('$id', id).replace('$payloadHash', ids.payloadHash)
  const asked = `${name}(${key}${given}) ${wholeAnswer(definition.type)}`
  const { status, data, errors } = await ask(`${root.toLowerCase()} { ${asked} }`)
  const codes = errors?.map(({ message, extensions }) => [extensions.code, message])
  return JSON.parse(JSON.stringify({ status, data, codes }).replaceAll(id, '<id>')) as object
}
