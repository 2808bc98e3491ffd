import {
  coerceInputValue,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql'
import { refusal } from './errors.ts'

/** A variable that an operation declares. */
export interface Input {
  name: string
  type: GraphQLInputType
  hasDefault: boolean
}

/** The variables of a validated operation, looked up once. */
export function inputsOf(schema: GraphQLSchema, operation: OperationDefinitionNode): Input[] {
  return (operation.variableDefinitions ?? []).flatMap((definition) => {
    const type = typeFromAST(schema, definition.type)
    if (!type || !isInputType(type)) return []
    const hasDefault = definition.defaultValue !== undefined
    return [{ name: definition.variable.name.value, type, hasDefault }]
  })
}

/**
 * The variables that do not fit, one error each, the place of the first misfit in
 * `extensions.field` (`input.amount`). The execution would find them too, but names no place, and
 * in its own words suggests what the schema holds.
 */
export function misfits(
  inputs: readonly Input[],
  variables: Readonly<Record<string, unknown>>,
  options: { suggestions: boolean },
): GraphQLError[] {
  const errors: GraphQLError[] = []
  for (const { name, type, hasDefault } of inputs) {
    const given = Object.hasOwn(variables, name)
    if (!given && (hasDefault || !isNonNullType(type))) continue
    const misfit = given ? firstMisfit(variables[name], type) : new Misfit([], 'it is required.')
    if (!misfit) continue
    const field = [name, ...misfit.path].join('.')
    const reason = options.suggestions ? misfit.message : withoutSuggestion(misfit.message)
    errors.push(refusal('BAD_INPUT', `Variable "${field}" does not fit: ${reason}`, { field }))
  }
  return errors
}

/**
 * Whether an input type can be met again inside itself, so that its values have no greatest depth.
 */
export function holdsItself(type: GraphQLInputType, above: readonly unknown[] = []): boolean {
  const named = getNamedType(type)
  if (!isInputObjectType(named)) return false
  if (above.includes(named)) return true
  const fields = Object.values(named.getFields())
  return fields.some((field) => holdsItself(field.type, [...above, named]))
}

class Misfit extends Error {
  readonly path: readonly (string | number)[]
  constructor(path: readonly (string | number)[], message: string) {
    super(message)
    this.path = path
  }
}

/** Stops at the first misfit: a list of a thousand wrong items costs no more than one. */
function firstMisfit(value: unknown, type: GraphQLInputType): Misfit | undefined {
  try {
    coerceInputValue(value, type, (path, _value, error) => {
      throw new Misfit(path, error.message)
    })
    return undefined
  } catch (error) {
    if (error instanceof Misfit) return error
    // An input type that holds itself can be nested deeper than the stack.
    if (error instanceof RangeError) return new Misfit([], 'it is nested too deeply.')
    throw error
  }
}

function withoutSuggestion(message: string): string {
  return message.replace(/ ?Did you mean.*$/s, '')
}
