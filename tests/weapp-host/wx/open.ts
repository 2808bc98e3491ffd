import type { GeneralComponent } from 'glass-easel'
import { isTapping } from '../host/gesture.ts'
import { fault, noteCall, record } from '../host/record.ts'
import { ask } from '../host/window.ts'
import { asyncApi, Refusal } from './call.ts'
import { agreeByButton, requirePrivacy } from './privacy.ts'

const TEMPLATES_MAX = 5

/** What only the platform can give: identity, phone number, leave to send messages. */
export const openApis = {
  login: asyncApi('login', async () => ({ code: await ask({ kind: 'login' }) })),
  checkSession: asyncApi('checkSession', () => ({})),
  requestSubscribeMessage: asyncApi('requestSubscribeMessage', async (options) => {
    const templateIds = (options.tmplIds ?? []) as string[]
    if (!isTapping()) {
      throw new Refusal('can only be invoked by user TAP gesture.', { errCode: 20004 })
    }
    if (templateIds.length === 0) throw new Refusal('Templates size is 0', { errCode: 10002 })
    if (templateIds.length > TEMPLATES_MAX) {
      throw new Refusal('Templates count out of max bounds', { errCode: 20003 })
    }
    const answers = await ask({ kind: 'subscribe', templateIds })
    for (const [id, answer] of Object.entries(answers)) {
      if (answer === 'accept') record.subscriptions[id] = (record.subscriptions[id] ?? 0) + 1
    }
    return answers
  }),
}

async function phoneNumberDetail(): Promise<Record<string, unknown>> {
  try {
    await requirePrivacy('getPhoneNumber')
  } catch (error) {
    const { message, extra } = error as Refusal
    return { errMsg: `getPhoneNumber:fail ${message}`, ...extra }
  }
  const code = await ask({ kind: 'phoneNumber' })
  return code === null
    ? { errMsg: 'getPhoneNumber:fail user deny' }
    : { errMsg: 'getPhoneNumber:ok', code }
}

/** Does what the `open-type` of a tapped button stands for. */
export function openByButton(button: GeneralComponent, share: (component: unknown) => void): void {
  const { openType } = button.data as { openType?: string }
  if (!openType) return
  noteCall(`button.${openType}`, false)
  if (openType === 'getPhoneNumber') {
    phoneNumberDetail().then((detail) => button.triggerEvent('getphonenumber', detail), fault)
  } else if (openType === 'agreePrivacyAuthorization') {
    agreeByButton(button.id)
    button.triggerEvent('agreeprivacyauthorization', {
      errMsg: 'agreePrivacyAuthorization:ok',
    })
  } else if (openType === 'share') {
    share(button)
  } else if (openType !== 'openSetting' && openType !== 'feedback' && openType !== 'contact') {
    fault(`button open-type="${openType}" is not played by this host`)
  }
}
