import type { Answers, HostControls, HostSettings, Question } from '../contract.ts'

export interface PageConfig {
  component?: boolean
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
  styleIsolation?: string
  usingComponents?: Record<string, string>
}

export interface TabItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

export interface AppConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  window?: PageConfig
  tabBar?: {
    list: TabItem[]
    color?: string
    selectedColor?: string
    backgroundColor?: string
  }
  darkmode?: boolean
  themeLocation?: string
}

export interface MiniProgram {
  dialect: 'weapp' | 'alipay'
  js: Record<string, string>
  json: Record<string, unknown>
  css: Record<string, string>
  /** Names of the functions WeChat documents. */
  apis: string[]
  templates: Record<string, unknown>
}

declare global {
  interface Window {
    miniProgram: MiniProgram
    hostSettings: HostSettings
    askPhone(question: Question): Promise<Answers[Question['kind']]>
    weappHost: HostControls
  }
}

/** Asks the test, which stands for the network, the platform and the person. */
export async function ask<K extends Question['kind']>(
  question: Extract<Question, { kind: K }>,
): Promise<Answers[K]> {
  return (await window.askPhone(question)) as Answers[K]
}

export const appConfig = (): AppConfig => window.miniProgram.json.app as AppConfig

/** Every page the app declares, sub-packages included. */
export function declaredPages(config: AppConfig): string[] {
  const packages = config.subPackages ?? config.subpackages ?? []
  return [
    ...config.pages,
    ...packages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
}
