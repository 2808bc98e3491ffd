import { askPerson } from '../host/chrome.ts'
import { emit, isHeard, listen, unlisten } from '../host/listeners.ts'
import { fault, noteCall } from '../host/record.ts'
import { asyncApi, Refusal } from './call.ts'

const AGREED = 'privacy-agreed'
const CONTRACT = '《长青会员隐私保护指引》'

const refused = () => new Refusal('privacy permission is not authorized', { errno: 104 })

let agreeButtonTapped: string | null = null

function isNeeded(): boolean {
  return window.hostSettings.privacyDeclared && localStorage.getItem(AGREED) !== 'true'
}

/** Notes a tap on `<button open-type="agreePrivacyAuthorization">`. */
export function agreeByButton(id: string): void {
  agreeButtonTapped = id
  localStorage.setItem(AGREED, 'true')
}

/** Asks through the app's own dialog: it has to resolve with the button that was really tapped. */
function askThroughApp(api: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const answer = (choice: { event: string; buttonId?: string }) => {
      if (choice.event === 'exposureAuthorization') return
      if (choice.event !== 'agree') return reject(refused())
      if (agreeButtonTapped === null || choice.buttonId !== agreeButtonTapped) {
        fault('the privacy dialog was answered "agree" without a tap on its button')
        return reject(refused())
      }
      resolve()
    }
    emit('NeedPrivacyAuthorization', { resolve: answer, event: { referrer: api } })
  })
}

/** Lets a call that touches personal data through, once the person has agreed to the guide. */
export async function requirePrivacy(api: string): Promise<void> {
  if (!isNeeded()) return
  if (isHeard('NeedPrivacyAuthorization')) return askThroughApp(api)
  const text = `使用前请阅读并同意${CONTRACT}`
  const choice = await askPerson('用户隐私保护提示', text, ['拒绝', '同意'])
  if (choice !== 1) throw refused()
  localStorage.setItem(AGREED, 'true')
}

type PrivacyListener = (resolve: unknown, event: unknown) => void

export const privacyApis = {
  getPrivacySetting: asyncApi('getPrivacySetting', () => ({
    needAuthorization: isNeeded(),
    privacyContractName: CONTRACT,
  })),
  openPrivacyContract: asyncApi('openPrivacyContract', async () => {
    await askPerson(CONTRACT, '（平台展示的隐私保护指引）', ['关闭'])
    return {}
  }),
  requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', async () => {
    await requirePrivacy('requirePrivacyAuthorize')
    return {}
  }),
  onNeedPrivacyAuthorization(listener: PrivacyListener) {
    noteCall('onNeedPrivacyAuthorization', false)
    // Only the last listener counts, as documented.
    unlisten('NeedPrivacyAuthorization')
    listen('NeedPrivacyAuthorization', (raw) => {
      const { resolve, event } = raw as { resolve: unknown; event: unknown }
      listener(resolve, event)
    })
  },
}
