import { EnvelopArmorPlugin } from '@escape.tech/graphql-armor'
import {
  type ASTVisitor,
  type FieldNode,
  Kind,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { refusal } from './errors.ts'

const depthMax = 12
const aliasesMax = 15
const directivesMax = 20
const tokensMax = 1000

/**
 * A mutation does one thing, so that one idempotency key, one rate limit and one audit row belong
 * to one request. Aliases, fragments and conditions that might leave a field out do not make a
 * second field harmless.
 */
export function OneMutationFieldRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (operation.operation !== OperationTypeNode.MUTATION) return
      if (rootFields(context, operation.selectionSet).length <= 1) return
      context.reportError(
        refusal('ONE_MUTATION_ONLY', 'An operation may hold one mutation field only.'),
      )
    },
  }
}

/**
 * Every field under the root of an operation, through all fragments. `__typename` does nothing and
 * does not count.
 */
function rootFields(context: ValidationContext, root: SelectionSetNode): FieldNode[] {
  const spread = new Set<string>()
  const collect = (selections: SelectionSetNode): FieldNode[] =>
    selections.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) {
        return selection.name.value === '__typename' ? [] : [selection]
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) return collect(selection.selectionSet)
      // A fragment spread twice holds the same fields, which run once; a fragment in a circle must
      // end here.
      if (spread.has(selection.name.value)) return []
      spread.add(selection.name.value)
      const fragment = context.getFragment(selection.name.value)
      return fragment ? collect(fragment.selectionSet) : []
    })
  return collect(root)
}

/**
 * The second wall behind trusted documents: what a document may cost before anything runs. The
 * messages name no limit, so that nobody can feel their way along it.
 */
export function documentGuards(options: { introspection: boolean }): Plugin[] {
  const rules: ValidationRule[] = [OneMutationFieldRule]
  if (!options.introspection) rules.push(NoSchemaIntrospectionCustomRule)
  const limit = { exposeLimits: false, errorMessage: 'The operation asks for too much at once.' }
  return [
    {
      onValidate({ addValidationRule }) {
        for (const rule of rules) addValidationRule(rule)
      },
    },
    EnvelopArmorPlugin({
      maxDepth: { n: depthMax, flattenFragments: true, ...limit },
      maxAliases: { n: aliasesMax, ...limit },
      maxDirectives: { n: directivesMax, ...limit },
      maxTokens: { n: tokensMax, ...limit },
      costLimit: { enabled: false },
      blockFieldSuggestion: { enabled: false },
    }),
  ]
}
