import { ObjectToLookUpDocument, type ObjectToLookUpMutation } from '@/generated/graphql'
import { send } from '@/lib/transport'
import { askAllAgain } from '@/lib/use-answer'
import { useWrite } from '@/lib/use-write'

/** Objects to one look, once. What was written goes along with the key. */
export function useObjection(id: string) {
  const { state, begin } = useWrite<ObjectToLookUpMutation['objectToLookUp']>({
    hat: 'member',
    name: `object/${id}`,
    send: async (key, words) =>
      (await send(ObjectToLookUpDocument, { id, key, words })).objectToLookUp,
    decided: askAllAgain,
  })
  return { state, object: begin }
}
