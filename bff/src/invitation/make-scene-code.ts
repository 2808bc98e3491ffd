import type { Decision, World } from '../command.ts'
import type { SceneCode } from './invitation.ts'
import { newSceneCode } from './invitation.ts'

export type MakeSceneCodeOutcome =
  | { kind: 'SceneCodeMade'; code: SceneCode }
  | { kind: 'SceneShopUnknown' }

/** A shop or a campaign has one code, for ever. Refusal: `SceneShopUnknown`. */
export function makeSceneCode(
  wanted: Pick<SceneCode, 'kind' | 'subjectId' | 'name'>,
  { known, isThere }: { known: SceneCode | undefined; isThere: boolean },
  { now, randomInt }: World,
): Decision<MakeSceneCodeOutcome> {
  if (!isThere) return { outcome: { kind: 'SceneShopUnknown' }, changes: [] }
  if (known) return { outcome: { kind: 'SceneCodeMade', code: known }, changes: [] }
  const code = { ...wanted, code: newSceneCode(randomInt), at: now }
  return { outcome: { kind: 'SceneCodeMade', code }, changes: [{ kind: 'scene-code-made', code }] }
}
