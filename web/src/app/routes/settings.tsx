import { createFileRoute } from '@tanstack/react-router'
import { SettingsPage } from '@/features/settings'
import { allMessages } from '@/lib/i18n'
import { ThemeChoice } from '../choices'
import { showOverlay } from '../overlay-state'

export const Route = createFileRoute('/settings')({ loader: allMessages, component: Settings })

function Settings() {
  return (
    <SettingsPage
      theme={<ThemeChoice />}
      onShowKeys={() => showOverlay('keys')}
      onSignOut={() => showOverlay('sign-out')}
    />
  )
}
