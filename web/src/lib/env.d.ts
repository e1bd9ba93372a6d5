/// <reference types="vite/client" />
declare const __BUILD__: string
declare const __DEV_PAGES__: boolean
declare module '*.po?first' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}
declare module '*.po?rest' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}
