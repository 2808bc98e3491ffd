import { BAKED_ORIGIN } from './baked-origin.ts'

const TARGETS = ['weapp', 'h5', 'alipay']
const BUILDER = new URL('../../shared/tooling/build-phone.mjs', import.meta.url)

interface Builder {
  /** Builds one platform when its sources changed since the last time. */
  buildPhone(target: string): Promise<unknown>
}

/** Runs once before the tests on phones: every platform's build is there and up to date. */
export default async function buildPhones(): Promise<void> {
  process.env.EVERGREEN_API ??= BAKED_ORIGIN
  const { buildPhone } = (await import(BUILDER.href)) as Builder
  for (const target of TARGETS) await buildPhone(target)
}
