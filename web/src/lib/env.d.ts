/// <reference types="vite/client" />
declare const __BUILD__: string
declare const __DEV_PAGES__: boolean
declare module '*.po' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}
