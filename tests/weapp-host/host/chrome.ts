import { pictureUrl } from './elements.ts'
import { type AppConfig, appConfig, type PageConfig } from './window.ts'

/** What the platform draws around a page: the navigation bar, the tab bar and its own dialogs. */

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The host's page has no #${id}`)
  return found
}

export const pagesElement = (): HTMLElement => element('mp-pages')

export function setTitle(title: string): void {
  element('mp-title').textContent = title
}

const isDark = () => matchMedia('(prefers-color-scheme: dark)').matches

/** A colour of the settings; a name that begins with @ is looked up in the theme file. */
function themed(config: AppConfig, value: string | undefined, fallback: string): string {
  if (!value) return fallback
  if (!value.startsWith('@')) return value
  const file = config.themeLocation?.replace(/\.json$/, '') ?? 'theme'
  const theme = window.miniProgram.json[file] as Record<string, Record<string, string>> | undefined
  const mode = config.darkmode && isDark() ? 'dark' : 'light'
  return theme?.[mode]?.[value.slice(1)] ?? fallback
}

function tabButton(
  config: AppConfig,
  tab: NonNullable<AppConfig['tabBar']>['list'][number],
  selected: boolean,
  choose: (path: string) => void,
): HTMLElement {
  const button = document.createElement('button')
  const icon = selected ? (tab.selectedIconPath ?? tab.iconPath) : tab.iconPath
  if (icon) {
    const image = document.createElement('img')
    image.src = pictureUrl(icon)
    image.alt = ''
    button.append(image)
  }
  button.append(tab.text)
  button.dataset.path = tab.pagePath
  button.setAttribute('role', 'tab')
  button.setAttribute('aria-selected', String(selected))
  const { color, selectedColor } = config.tabBar ?? {}
  button.style.color = themed(config, selected ? selectedColor : color, 'inherit')
  button.onclick = () => choose(tab.pagePath)
  return button
}

/** Draws the bars for the page in front. */
export function drawBars(
  path: string,
  page: PageConfig,
  canGoBack: boolean,
  choose: (path: string) => void,
): void {
  const config = appConfig()
  const { window: window_ = {} } = config
  const bar = element('mp-nav')
  const background = page.navigationBarBackgroundColor ?? window_.navigationBarBackgroundColor
  const ink = page.navigationBarTextStyle ?? window_.navigationBarTextStyle
  bar.style.background = themed(config, background, '#fff')
  bar.style.color = themed(config, ink, 'black')
  setTitle(page.navigationBarTitleText ?? window_.navigationBarTitleText ?? '')
  element('mp-back').hidden = !canGoBack
  const tabs = config.tabBar?.list ?? []
  const tabBar = element('mp-tabbar')
  tabBar.hidden = !tabs.some((tab) => tab.pagePath === path)
  tabBar.style.background = themed(config, config.tabBar?.backgroundColor, '#fff')
  tabBar.replaceChildren(
    ...tabs.map((tab) => tabButton(config, tab, tab.pagePath === path, choose)),
  )
  pagesElement().classList.toggle('with-tabs', !tabBar.hidden)
}

export function onBack(goBack: () => void): void {
  element('mp-back').onclick = goBack
}

/** Shows a dialog of the platform and answers with the index of the chosen button, or -1. */
export function askPerson(title: string, text: string, choices: string[]): Promise<number> {
  return new Promise((resolve) => {
    const dialog = document.createElement('div')
    dialog.className = 'mp-dialog'
    dialog.setAttribute('role', 'dialog')
    const heading = document.createElement('strong')
    heading.textContent = title
    const body = document.createElement('p')
    body.textContent = text
    const buttons = choices.map((choice, index) => {
      const button = document.createElement('button')
      button.textContent = choice
      button.onclick = () => {
        dialog.remove()
        resolve(index)
      }
      return button
    })
    dialog.append(heading, body, ...buttons)
    document.body.append(dialog)
  })
}

/** Shows a toast, or takes the one that is there away. */
export function drawToast(text: string | null): void {
  const toast = element('mp-toast')
  toast.hidden = text === null
  toast.textContent = text ?? ''
}
