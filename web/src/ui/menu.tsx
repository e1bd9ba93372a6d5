/** Menus: behind a button, and on a row by right click and long press. The popup's code is loaded on first use. */
import { lazy, type MouseEvent, Suspense, useCallback, useRef, useState } from 'react'
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

export interface OpenMenu {
  at: Point
  opener: HTMLElement
  items: MenuItems
}

/** The items, or how to come by them once they are wanted: a long list of rows need not make them all at once. */
export type MenuSource = MenuItems | (() => Promise<MenuItems>)

/** The state of one menu: `openAt` shows it, `popup` must be rendered somewhere. */
export function useMenu(label: string, source: MenuSource) {
  const [shown, setShown] = useState<OpenMenu | null>(null)
  const opener = useRef<HTMLElement>(null)
  const close = useCallback(() => {
    opener.current?.focus()
    opener.current = null
    setShown(null)
  }, [])
  const popup = shown && (
    <Suspense fallback={null}>
      <Popup
        label={label}
        {...shown}
        items={typeof source === 'function' ? shown.items : source}
        onClose={close}
      />
    </Suspense>
  )
  return {
    isOpen: shown !== null,
    popup,
    openAt: async (at: Point, from: HTMLElement) => {
      const items = typeof source === 'function' ? await source() : source
      opener.current = from
      setShown({ at, opener: from, items })
    },
  }
}

interface MenuButtonProps {
  label: string
  items: MenuSource
  icon?: IconName
  framed?: boolean
}

export function MenuButton({ label, items, icon = 'more', framed }: MenuButtonProps) {
  const menu = useMenu(label, items)
  const open = (event: MouseEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    void menu.openAt({ x: box.right, y: box.bottom + 4 }, event.currentTarget)
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

/** The menu of a row, as its button shows it. */
export interface RowMenu {
  label: string
  items: MenuSource
}

/** The same menu by right click and by long press anywhere on a row; the row also shows a MenuButton for the keyboard.
 * With `onHold` the finger that holds means that instead. */
export function useMenuGesture(menu: RowMenu | undefined, onHold?: () => void) {
  const row = useRef<HTMLLIElement>(null)
  const { popup, openAt } = useMenu(menu?.label ?? '', menu?.items ?? [])
  const gesture = useLongPress((at) => {
    const opener = row.current?.querySelector<HTMLElement>('[aria-haspopup=menu]')
    if (opener) void openAt(at, opener)
  }, onHold)
  return menu ? { row, gesture, popup } : { row, gesture: {}, popup: null }
}
