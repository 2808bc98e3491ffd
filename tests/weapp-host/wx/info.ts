import { appConfig } from '../host/window.ts'
import { asyncApi, type Options, syncApi } from './call.ts'

const NAV_BAR_PX = 44
const ORDINARY_FONT_PX = 17
const BASE_LIBRARY = '3.8.0'

/** The host's idea of the phone: an ordinary iPhone with a current base library. */
const device = {
  brand: 'iPhone',
  model: 'iPhone 13<iPhone14,5>',
  system: 'iOS 17.5',
  platform: 'ios',
  abi: 'arm64',
  benchmarkLevel: -1,
  memorySize: '4096',
}

function windowInfo(): Options {
  const { innerWidth: width, innerHeight: height } = window
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: height - NAV_BAR_PX,
    statusBarHeight: 0,
    screenTop: NAV_BAR_PX,
    safeArea: { left: 0, right: width, top: 0, bottom: height, width, height },
  }
}

function appBaseInfo(): Options {
  const { fontSizeSetting } = window.hostSettings
  const base = {
    SDKVersion: BASE_LIBRARY,
    version: '8.0.50',
    language: 'zh_CN',
    enableDebug: false,
    host: { env: 'WeChat', appId: '' },
    fontSizeSetting,
    fontSizeScaleFactor: fontSizeSetting / ORDINARY_FONT_PX,
  }
  // The theme is only told to an app that declares dark mode.
  if (!appConfig().darkmode) return base
  return { ...base, theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light' }
}

const systemSetting = {
  bluetoothEnabled: true,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
}
const systemInfo = () => ({ ...device, ...windowInfo(), ...appBaseInfo(), ...systemSetting })

export function infoApis(launch: Options): Options {
  return {
    getWindowInfo: syncApi('getWindowInfo', windowInfo),
    getAppBaseInfo: syncApi('getAppBaseInfo', appBaseInfo),
    getDeviceInfo: syncApi('getDeviceInfo', () => device),
    getSystemSetting: syncApi('getSystemSetting', () => systemSetting),
    getAppAuthorizeSetting: syncApi('getAppAuthorizeSetting', () => ({
      cameraAuthorized: 'authorized',
      albumAuthorized: 'authorized',
      notificationAuthorized: 'authorized',
    })),
    getSystemInfoSync: syncApi('getSystemInfoSync', systemInfo),
    getSystemInfo: asyncApi('getSystemInfo', systemInfo),
    getSystemInfoAsync: asyncApi('getSystemInfoAsync', systemInfo),
    getMenuButtonBoundingClientRect: syncApi('getMenuButtonBoundingClientRect', () => ({
      width: 87,
      height: 32,
      top: 6,
      bottom: 38,
      left: innerWidth - 94,
      right: innerWidth - 7,
    })),
    getLaunchOptionsSync: syncApi('getLaunchOptionsSync', () => launch),
    getEnterOptionsSync: syncApi('getEnterOptionsSync', () => launch),
    getAccountInfoSync: syncApi('getAccountInfoSync', () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    })),
    getNetworkType: asyncApi('getNetworkType', () => ({
      networkType: window.hostSettings.online ? 'wifi' : 'none',
    })),
    getSetting: asyncApi('getSetting', () => ({ authSetting: {}, subscriptionsSetting: {} })),
    getUpdateManager: syncApi('getUpdateManager', () => {
      const nothing = () => undefined
      return {
        onCheckForUpdate: nothing,
        onUpdateReady: nothing,
        onUpdateFailed: nothing,
        applyUpdate: nothing,
      }
    }),
  }
}
