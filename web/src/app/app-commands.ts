/** Commands that exist on every page. Features add theirs here by a hook of their own. */
import { useLingui } from '@lingui/react/macro'
import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Command, useCommands } from '@/lib/commands'
import { setTheme } from '@/lib/theme'
import { more, places } from './navigation'
import { showOverlay } from './overlay-state'

export function useAppCommands(): void {
  useGoCommands()
  useShellCommands()
}

function useGoCommands() {
  const { t, i18n } = useLingui()
  const router = useRouter()
  const commands = useMemo<Command[]>(
    () =>
      [...places, more].map((place) => {
        const name = i18n._(place.label)
        return {
          id: `go-${place.to}`,
          title: t`Go to ${name}`,
          group: t`Go to`,
          icon: place.icon,
          keys: `g ${place.key}`,
          run: () => void router.navigate({ to: place.to }),
        }
      }),
    [t, i18n, router],
  )
  useCommands(commands)
}

function useShellCommands() {
  const { t } = useLingui()
  const commands = useMemo<Command[]>(() => {
    const group = t`This device`
    return [
      {
        id: 'palette',
        title: t`Search commands`,
        group,
        keys: 'mod+k',
        keysOnly: true,
        run: () => showOverlay('palette'),
      },
      {
        id: 'keys',
        title: t`Keyboard shortcuts`,
        group,
        icon: 'keyboard',
        keys: '?',
        run: () => showOverlay('keys'),
      },
      {
        id: 'outbox',
        title: t`Changes on this device`,
        group,
        icon: 'clock',
        run: () => showOverlay('outbox'),
      },
      { id: 'theme-light', title: t`Light theme`, group, icon: 'sun', run: () => setTheme('light') },
      { id: 'theme-dark', title: t`Dark theme`, group, icon: 'moon', run: () => setTheme('dark') },
      {
        id: 'sign-out',
        title: t`Sign out`,
        group,
        icon: 'signOut',
        run: () => showOverlay('sign-out'),
      },
      {
        id: 'theme-system',
        title: t`Theme of the system`,
        group,
        icon: 'system',
        run: () => setTheme('system'),
      },
    ]
  }, [t])
  useCommands(commands)
}
