/** The start of the app: theme, language, router, and the listeners that live as long as the page. */
import './trusted-types'
import '@/ui/index.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startShortcuts } from '@/lib/commands'
import { activateLocale, preferredLocale, withMessages } from '@/lib/i18n'
import { I18n } from '@/lib/i18n-provider'
import { startOutbox } from '@/lib/outbox'
import { ServerState } from '@/lib/server-state'
import { startTheme } from '@/lib/theme'
import { prepareToasts } from '@/ui/toast'
import { router } from './router'

async function start() {
  startTheme()
  await activateLocale(preferredLocale())
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <I18n>
        <ServerState>
          <RouterProvider router={router} />
        </ServerState>
      </I18n>
    </StrictMode>,
  )
  startShortcuts()
  startOutbox()
  // After what is seen: what comes with a later visit, and with the first message.
  void withMessages(import('./register-worker')).then(({ registerWorker }) => {
    registerWorker()
    prepareToasts()
  })
}

void start()
