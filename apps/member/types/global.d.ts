/// <reference types="@tarojs/taro" />

declare module '*.png'
declare module '*.scss'

/** Where the API is: '' for the same origin, put in at build time. */
declare const EVERGREEN_API: string
