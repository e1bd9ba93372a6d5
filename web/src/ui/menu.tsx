/** Menus: behind a button, or on a row by right click and long press. The popup's code is loaded on first use. */
import { lazy, type MouseEvent, type ReactNode, Suspense, useCallback, useRef, useState } from 'react'
import { IconButton } from './button'
import type { IconName } from './icon'
import { useLongPress } from './long-press'

export interface MenuItem {
  label: string
  icon?: IconName
  /** Keys that do the same, for showing. */
  keys?: string
  danger?: boolean
  disabled?: boolean
  onSelect: () => void
}

/** A null draws a rule between groups. */
export type MenuItems = readonly (MenuItem | null)[]

export interface Point {
  x: number
  y: number
}

const Popup = lazy(() => import('./menu-popup').then((file) => ({ default: file.MenuPopup })))

interface OpenMenu {
  at: Point
  opener: HTMLElement
}

/** The state of one menu: `openAt` shows it, `popup` must be rendered somewhere. */
export function useMenu(label: string, items: MenuItems) {
  const [shown, setShown] = useState<OpenMenu | null>(null)
  const close = useCallback(() => {
    setShown((current) => {
      current?.opener.focus()
      return null
    })
  }, [])
  const popup = shown && (
    <Suspense fallback={null}>
      <Popup label={label} items={items} at={shown.at} onClose={close} />
    </Suspense>
  )
  return {
    isOpen: shown !== null,
    popup,
    openAt: (at: Point, opener: HTMLElement) => setShown({ at, opener }),
  }
}

interface MenuButtonProps {
  label: string
  items: MenuItems
  icon?: IconName
  framed?: boolean
}

export function MenuButton({ label, items, icon = 'more', framed }: MenuButtonProps) {
  const menu = useMenu(label, items)
  const open = (event: MouseEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    menu.openAt({ x: box.right, y: box.bottom + 4 }, event.currentTarget)
  }
  return (
    <>
      <IconButton
        icon={icon}
        label={label}
        framed={framed}
        aria-haspopup="menu"
        aria-expanded={menu.isOpen}
        onClick={open}
      />
      {menu.popup}
    </>
  )
}

/**
 * Opens the same menu by right click and by long press anywhere on its content. A convenience for pointers: the
 * content must also hold a MenuButton or another way that the keyboard can reach.
 */
export function MenuArea({
  label,
  items,
  children,
}: {
  label: string
  items: MenuItems
  children: ReactNode
}) {
  const area = useRef<HTMLDivElement>(null)
  const menu = useMenu(label, items)
  const openAt = (at: Point) => {
    const opener = area.current?.querySelector<HTMLElement>('button, a[href]')
    if (opener) menu.openAt(at, opener)
  }
  const press = useLongPress(openAt)
  return (
    <div ref={area} {...press}>
      {children}
      {menu.popup}
    </div>
  )
}
